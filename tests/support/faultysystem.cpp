// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultysystem.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

using WeirTest::FileCall;

// Functions of the C library have no place for an object; these are called before anything is initialised.
std::atomic<bool> armed{false};
std::atomic<long> callsLeft{0};
std::atomic<bool> struck{false};
FileCall failingCall = FileCall::Read;
int failingError = 0;
bool failsForGood = false;
std::array<char, 4096> failingDirectory{};

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool isBelow(const char *path)
{
    return std::strncmp(path, failingDirectory.data(), std::strlen(failingDirectory.data())) == 0;
}

bool isBelow(int descriptor)
{
    std::array<char, 64> link{};
    std::array<char, 4096> path{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    return ::readlink(link.data(), path.data(), path.size() - 1) > 0 && isBelow(path.data());
}

template<typename File>
bool fails(FileCall call, File file)
{
    if (!armed.load() || call != failingCall || !isBelow(file))
        return false;
    const long left = callsLeft.fetch_sub(1);
    const bool hit = left == 1 || (left < 1 && failsForGood);
    if (!hit)
        return false;
    struck = true;
    errno = failingError;
    return true;
}

} // namespace

namespace WeirTest {

void FaultySystem::failAt(FileCall call, long number, int error, bool sticky, const std::string &directory)
{
    armed = false;
    failingCall = call;
    failingError = error;
    failsForGood = sticky;
    failingDirectory = {};
    directory.copy(failingDirectory.data(), failingDirectory.size() - 1);
    callsLeft = number;
    struck = false;
    armed = true;
}

void FaultySystem::mend()
{
    armed = false;
}

bool FaultySystem::hasStruck()
{
    return struck;
}

} // namespace WeirTest

extern "C" {

ssize_t read(int file, void *bytes, size_t size)
{
    static const auto real = next<decltype(&::read)>("read");
    return fails(FileCall::Read, file) ? -1 : real(file, bytes, size);
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, void *, size_t, off64_t)>("pread64");
    return fails(FileCall::Read, file) ? -1 : real(file, bytes, size, offset);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto real = next<decltype(&::write)>("write");
    return fails(FileCall::Write, file) ? -1 : real(file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return fails(FileCall::Write, file) ? -1 : real(file, bytes, size, offset);
}

int fsync(int file)
{
    return fails(FileCall::Sync, file) ? -1 : 0;
}

int fdatasync(int file)
{
    return fails(FileCall::Sync, file) ? -1 : 0;
}

int ftruncate64(int file, off64_t size) noexcept
{
    static const auto real = next<int (*)(int, off64_t)>("ftruncate64");
    return fails(FileCall::Truncate, file) ? -1 : real(file, size);
}

int ftruncate(int file, off_t size) noexcept
{
    return ftruncate64(file, size);
}

int unlink(const char *path) noexcept
{
    static const auto real = next<int (*)(const char *)>("unlink");
    return fails(FileCall::Unlink, path) ? -1 : real(path);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto real = next<int (*)(const char *, const char *)>("rename");
    return fails(FileCall::Rename, to) ? -1 : real(from, to);
}

int open64(const char *path, int flags, ...)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = static_cast<mode_t>(va_arg(arguments, int)); // unused unless the flags make a file
    va_end(arguments);
    return fails(FileCall::Open, path) ? -1 : real(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = static_cast<mode_t>(va_arg(arguments, int));
    va_end(arguments);
    return open64(path, flags, mode);
}

} // extern "C"
