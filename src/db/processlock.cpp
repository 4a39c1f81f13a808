// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/processlock.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Weir {

namespace {

constexpr mode_t Mode = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;
constexpr std::size_t LongestText = 24; // a process id and the end of its line

int openFile(const QByteArray &name)
{
    constexpr int Flags = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | Flags, Mode);
    if (descriptor >= 0 || errno != EACCES)
        return descriptor;
    // Somebody else's: it can be locked all the same.
    return ::open(name.constData(), O_RDONLY | Flags);
}

/// What a lock file says; nothing: it says something else.
std::optional<QByteArray> textOf(int descriptor)
{
    std::array<char, LongestText + 1> text = {};
    const ssize_t length = ::pread(descriptor, text.data(), text.size(), 0);
    if (length < 0 || length > static_cast<ssize_t>(LongestText))
        return std::nullopt;
    const QByteArray read(text.data(), length);
    const bool known =
        std::all_of(read.begin(), read.end(), [](char c) { return (c >= '0' && c <= '9') || c == '\n'; });
    return known ? std::optional(read) : std::nullopt;
}

/// A regular file with one name, in which nothing stands but what a lock writes.
bool isLockFile(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_nlink <= 1
        && textOf(descriptor).has_value();
}

bool isOurs(int descriptor)
{
    struct stat status = {};
    return ::fstat(descriptor, &status) == 0 && status.st_uid == ::geteuid();
}

ProcessLock::Outcome outcomeOfOpen()
{
    switch (errno) {
    case EACCES:
    case EPERM:
    case EROFS:
        return ProcessLock::Outcome::NotPermitted;
    case ENOSPC:
    case EDQUOT:
        return ProcessLock::Outcome::NoSpace;
    case ELOOP: // a symbolic link
    case EISDIR:
    case ENXIO: // a socket
    case ENODEV:
        return ProcessLock::Outcome::NotALockFile;
    default:
        return ProcessLock::Outcome::Failed;
    }
}

} // namespace

ProcessLock::Outcome ProcessLock::tryLock()
{
    if (isLocked())
        return Outcome::Locked;
    const QByteArray name = QFile::encodeName(m_path);
    for (;;) {
        const int descriptor = openFile(name);
        if (descriptor < 0)
            return outcomeOfOpen();
        if (!isLockFile(descriptor)) {
            ::close(descriptor);
            return Outcome::NotALockFile;
        }
        // A file system that knows no locks cannot keep two programs apart, and is no reason not to work.
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(descriptor);
            return Outcome::Taken;
        }
        if (!isOnDisk(descriptor)) { // the holder before removed it in between
            ::close(descriptor);
            continue;
        }
        if (isOurs(descriptor)) { // who holds it is for messages only: the lock counts
            const std::string text = std::to_string(::getpid()) + '\n';
            static_cast<void>(::ftruncate(descriptor, 0) == 0
                              && ::pwrite(descriptor, text.data(), text.size(), 0) > 0);
        }
        m_descriptor = descriptor;
        return Outcome::Locked;
    }
}

void ProcessLock::unlock()
{
    if (!isLocked())
        return;
    if (isOnDisk(m_descriptor) && isLockFile(m_descriptor) && isOurs(m_descriptor))
        ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_descriptor);
    m_descriptor = -1;
}

qint64 ProcessLock::holder() const
{
    const int descriptor =
        ::open(QFile::encodeName(m_path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return 0;
    const QByteArray text = isLockFile(descriptor) ? textOf(descriptor).value_or(QByteArray()) : QByteArray();
    ::close(descriptor);
    return text.trimmed().toLongLong();
}

bool ProcessLock::isOnDisk(int descriptor) const
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(descriptor, &opened) == 0 && ::lstat(QFile::encodeName(m_path).constData(), &named) == 0
        && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace Weir
