// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scarcememory.h"

#include <cerrno>
#include <cstddef>

extern "C" {
// Where glibc's own functions are when somebody else has their names.
void *__libc_malloc(std::size_t size);                    // NOLINT(bugprone-reserved-identifier)
void *__libc_calloc(std::size_t count, std::size_t size); // NOLINT(bugprone-reserved-identifier)
void *__libc_realloc(void *memory, std::size_t size);     // NOLINT(bugprone-reserved-identifier)
}

namespace {

thread_local long requestsLeft = 0; // 0: all is well

bool isRefused()
{
    if (requestsLeft == 0 || --requestsLeft > 0)
        return false;
    errno = ENOMEM;
    return true;
}

} // namespace

namespace WeirTest {

void ScarceMemory::failAt(long request)
{
    requestsLeft = request;
}

bool ScarceMemory::mend()
{
    const bool struck = requestsLeft == 0;
    requestsLeft = 0;
    return struck;
}

} // namespace WeirTest

extern "C" {

void *malloc(std::size_t size)
{
    return isRefused() ? nullptr : __libc_malloc(size);
}

void *calloc(std::size_t count, std::size_t size)
{
    return isRefused() ? nullptr : __libc_calloc(count, size);
}

void *realloc(void *memory, std::size_t size)
{
    return isRefused() ? nullptr : __libc_realloc(memory, size);
}

} // extern "C"
