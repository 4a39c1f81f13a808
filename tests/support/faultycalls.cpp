// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultycalls.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <cstdarg>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace WeirTest {

namespace {

struct Trouble
{
    std::mutex mutex;
    std::string matching;
    long calls = 0;
    long at = 0;
    int error = 0;
    bool sticky = false;
    bool partly = false;
};

std::atomic<bool> isOn{false};
std::atomic<bool> refusesNameless{false};

Trouble &trouble()
{
    static Trouble instance; // the system's calls have no room for a pointer
    return instance;
}

/// errno's number; 0: go on.
int strike(const char *path, bool *partly = nullptr)
{
    if (!isOn)
        return 0;
    Trouble &all = trouble();
    const std::lock_guard lock(all.mutex);
    if (!std::strstr(path, all.matching.c_str()))
        return 0;
    ++all.calls;
    if (all.calls < all.at || (all.calls > all.at && !all.sticky))
        return 0;
    if (partly)
        *partly = all.partly;
    return all.error;
}

int strike(int descriptor, bool *partly = nullptr)
{
    if (!isOn)
        return 0;
    std::array<char, PATH_MAX> path = {};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    return ::readlink(link.c_str(), path.data(), path.size() - 1) > 0 ? strike(path.data(), partly) : 0;
}

bool fails(int error)
{
    if (error != 0)
        errno = error;
    return error != 0;
}

template<typename Function>
Function system(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

ssize_t writeTo(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto call = system<decltype(&::pwrite64)>("pwrite64");
    bool partly = false;
    const int error = strike(descriptor, &partly);
    if (error != 0 && partly)
        static_cast<void>(call(descriptor, bytes, size / 2, offset));
    return fails(error) ? -1 : call(descriptor, bytes, size, offset);
}

int openAs(const char *path, int flags, mode_t mode)
{
    static const auto call = system<int (*)(const char *, int, ...)>("open64");
    const bool nameless = (flags & O_TMPFILE) == O_TMPFILE;
    if (nameless && refusesNameless)
        return fails(EOPNOTSUPP) ? -1 : 0;
    const bool makes = nameless || (flags & O_CREAT) != 0;
    return makes && fails(strike(path)) ? -1 : call(path, flags, mode);
}

int cutTo(int descriptor, off64_t length)
{
    static const auto call = system<decltype(&::ftruncate64)>("ftruncate64");
    return fails(strike(descriptor)) ? -1 : call(descriptor, length);
}

} // namespace

void FaultyCalls::failAt(const std::string &matching, long call, int error, bool sticky, bool partly)
{
    Trouble &all = trouble();
    const std::lock_guard lock(all.mutex);
    all.matching = matching;
    all.calls = 0;
    all.at = call;
    all.error = error;
    all.sticky = sticky;
    all.partly = partly;
    isOn = true;
}

void FaultyCalls::refuseNameless(bool refuse)
{
    refusesNameless = refuse;
}

void FaultyCalls::mend()
{
    isOn = false;
    refusesNameless = false;
}

bool FaultyCalls::hasStruck()
{
    Trouble &all = trouble();
    const std::lock_guard lock(all.mutex);
    return all.calls >= all.at;
}

} // namespace WeirTest

// Instead of the system's, which these call.
extern "C" {

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    return WeirTest::writeTo(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    return WeirTest::writeTo(descriptor, bytes, size, offset);
}

int fdatasync(int descriptor)
{
    static const auto call = WeirTest::system<decltype(&::fdatasync)>("fdatasync");
    return WeirTest::fails(WeirTest::strike(descriptor)) ? -1 : call(descriptor);
}

int fsync(int descriptor)
{
    static const auto call = WeirTest::system<decltype(&::fsync)>("fsync");
    return WeirTest::fails(WeirTest::strike(descriptor)) ? -1 : call(descriptor);
}

int ftruncate(int descriptor, off_t length) noexcept
{
    return WeirTest::cutTo(descriptor, length);
}

int ftruncate64(int descriptor, off64_t length) noexcept
{
    return WeirTest::cutTo(descriptor, length);
}

int unlink(const char *path) noexcept
{
    static const auto call = WeirTest::system<int (*)(const char *)>("unlink");
    return WeirTest::fails(WeirTest::strike(path)) ? -1 : call(path);
}

int linkat(int from, const char *source, int to, const char *path, int flags) noexcept
{
    static const auto call = WeirTest::system<int (*)(int, const char *, int, const char *, int)>("linkat");
    return WeirTest::fails(WeirTest::strike(path)) ? -1 : call(from, source, to, path, flags);
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return WeirTest::openAs(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = va_arg(arguments, mode_t);
    va_end(arguments);
    return WeirTest::openAs(path, flags, mode);
}

} // extern "C"
