// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/programsetup.h"

#include <cerrno>
#include <cstdlib>
#include <exception>
#include <malloc.h>
#include <new>
#include <signal.h>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace Weir {

namespace {
constexpr int CouldNotRun = 3;

/// A chunk's memory goes from a reader's thread to a writer's: kept in the arenas of malloc it would pile up
/// there, so the larger pieces come from the system and go back to it.
void keepLargeBlocksOutOfArenas()
{
#ifdef M_MMAP_THRESHOLD
    constexpr int LargeBlock = 512 << 10;
    ::mallopt(M_MMAP_THRESHOLD, LargeBlock);
#endif
}

/// Each of malloc's arenas reserves 64 MB of addresses: where those are limited, there would be none left for
/// the threads that an arena is for.
void saveAddresses()
{
#ifdef M_ARENA_MAX
    rlimit addresses = {};
    if (::getrlimit(RLIMIT_AS, &addresses) == 0 && addresses.rlim_cur != RLIM_INFINITY)
        ::mallopt(M_ARENA_MAX, 1);
#endif
}

/// Where an exception may not pass (Qt's own functions have such places).
[[noreturn]] void endOfProgram() noexcept
{
    try {
        if (std::current_exception())
            throw;
    } catch (const std::bad_alloc &) {
        ::_exit(complainOfMemory());
    } catch (...) { // a mistake of ours: the core shows where
    }
    std::abort();
}
} // namespace

int complainOfMemory() noexcept
{
    for (const std::string_view part :
         {std::string_view(program_invocation_short_name),
          std::string_view(
              ": There is not enough memory: end other programs or raise the limit on memory. What "
              "was written until now stays: look at it before you try again.\n")}) {
        if (::write(STDERR_FILENO, part.data(), part.size()) < 0)
            break;
    }
    return CouldNotRun;
}

void setUpProgram()
{
    ::signal(SIGXFSZ, SIG_IGN);
    keepLargeBlocksOutOfArenas();
    saveAddresses();
    std::set_terminate(endOfProgram);
}

} // namespace Weir
