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
std::atomic<bool> refusesNameless{false};
std::atomic<long> callsLeft{0};
std::atomic<bool> struck{false};
long firstFailing = 0;
unsigned failingCalls = 0; // a bit for each kind
int failingError = 0;
bool failsForGood = false;
bool failsPartly = false;
std::array<char, 4096> failingPath{};
std::atomic<const std::function<void()> *> instead{nullptr};

unsigned bitOf(FileCall call)
{
    return 1U << static_cast<unsigned>(call);
}

template<typename Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

bool isMeant(const char *path)
{
    return std::strstr(path, failingPath.data()) != nullptr;
}

bool isMeant(int descriptor)
{
    std::array<char, 64> link{};
    std::array<char, 4096> path{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", descriptor);
    return ::readlink(link.data(), path.data(), path.size() - 1) > 0 && isMeant(path.data());
}

template<typename File>
bool fails(unsigned calls, File file)
{
    if (!armed.load() || (calls & failingCalls) == 0 || !isMeant(file))
        return false;
    const long left = callsLeft.fetch_sub(1);
    const bool hit = left == 1 || (left < 1 && failsForGood);
    if (!hit)
        return false;
    struck = true;
    if (const auto *call = instead.load()) {
        (*call)();
        return false;
    }
    errno = failingError;
    return true;
}

template<typename File>
bool fails(FileCall call, File file)
{
    return fails(bitOf(call), file);
}

ssize_t readAt(int file, void *bytes, size_t size, off64_t offset)
{
    static const auto real = next<decltype(&::pread64)>("pread64");
    return fails(FileCall::Read, file) ? -1 : real(file, bytes, size, offset);
}

ssize_t writeAt(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto real = next<decltype(&::pwrite64)>("pwrite64");
    if (!fails(FileCall::Write, file))
        return real(file, bytes, size, offset);
    if (failsPartly)
        static_cast<void>(real(file, bytes, size / 2, offset));
    errno = failingError;
    return -1;
}

int cut(int file, off64_t size)
{
    static const auto real = next<decltype(&::ftruncate64)>("ftruncate64");
    return fails(FileCall::Truncate, file) ? -1 : real(file, size);
}

int openAs(const char *path, int flags, mode_t mode)
{
    static const auto real = next<int (*)(const char *, int, ...)>("open64");
    const bool isNameless = (flags & O_TMPFILE) == O_TMPFILE;
    if (isNameless && refusesNameless.load()) {
        errno = EOPNOTSUPP;
        return -1;
    }
    const bool makes = isNameless || (flags & O_CREAT) != 0;
    const unsigned calls = bitOf(FileCall::Open) | (makes ? bitOf(FileCall::Make) : 0);
    return fails(calls, path) ? -1 : real(path, flags, mode);
}

} // namespace

namespace WeirTest {

void FaultySystem::failAt(const FileFault &fault)
{
    armed = false;
    failingCalls = 0;
    for (const FileCall call : fault.calls)
        failingCalls |= bitOf(call);
    failingError = fault.error;
    failsForGood = fault.sticky;
    failsPartly = fault.partly;
    failingPath = {};
    fault.matching.copy(failingPath.data(), failingPath.size() - 1);
    firstFailing = fault.number;
    callsLeft = fault.number;
    struck = false;
    static std::function<void()> kept;
    kept = fault.instead;
    instead = kept ? &kept : nullptr;
    armed = true;
}

void FaultySystem::refuseNameless(bool refuse)
{
    refusesNameless = refuse;
}

void FaultySystem::mend()
{
    armed = false;
    refusesNameless = false;
}

bool FaultySystem::hasStruck()
{
    return struck;
}

long FaultySystem::calls()
{
    return firstFailing - callsLeft.load();
}

} // namespace WeirTest

extern "C" {

ssize_t read(int file, void *bytes, size_t size)
{
    static const auto real = next<decltype(&::read)>("read");
    return fails(FileCall::Read, file) ? -1 : real(file, bytes, size);
}

ssize_t pread(int file, void *bytes, size_t size, off_t offset)
{
    return readAt(file, bytes, size, offset);
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t offset)
{
    return readAt(file, bytes, size, offset);
}

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto real = next<decltype(&::write)>("write");
    return fails(FileCall::Write, file) ? -1 : real(file, bytes, size);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset)
{
    return writeAt(file, bytes, size, offset);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    return writeAt(file, bytes, size, offset);
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
    return cut(file, size);
}

int ftruncate(int file, off_t size) noexcept
{
    return cut(file, size);
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

int linkat(int from, const char *source, int to, const char *path, int flags) noexcept
{
    static const auto real = next<int (*)(int, const char *, int, const char *, int)>("linkat");
    return fails(FileCall::Link, path) ? -1 : real(from, source, to, path, flags);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = static_cast<mode_t>(va_arg(arguments, int)); // unused unless the flags make a file
    va_end(arguments);
    return openAs(path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const auto mode = static_cast<mode_t>(va_arg(arguments, int));
    va_end(arguments);
    return openAs(path, flags, mode);
}

} // extern "C"
