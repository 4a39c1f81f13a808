// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/processlock.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Weir {

namespace {

constexpr mode_t Mode = S_IRUSR | S_IWUSR | S_IRGRP | S_IROTH;

int openFile(const QByteArray &name)
{
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, Mode);
    if (descriptor >= 0 || errno != EACCES)
        return descriptor;
    // Somebody else's: it can be locked all the same.
    return ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
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
        // A file system that knows no locks cannot keep two programs apart, and is no reason not to work.
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(descriptor);
            return Outcome::Taken;
        }
        if (!isOnDisk(descriptor)) { // the holder before removed it in between
            ::close(descriptor);
            continue;
        }
        // Who holds it is for messages only: the lock counts.
        const std::string text = std::to_string(::getpid()) + '\n';
        static_cast<void>(::ftruncate(descriptor, 0) == 0
                          && ::write(descriptor, text.data(), text.size()) > 0);
        m_descriptor = descriptor;
        return Outcome::Locked;
    }
}

void ProcessLock::unlock()
{
    if (!isLocked())
        return;
    if (isOnDisk(m_descriptor))
        ::unlink(QFile::encodeName(m_path).constData());
    ::close(m_descriptor);
    m_descriptor = -1;
}

qint64 ProcessLock::holder() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

bool ProcessLock::isOnDisk(int descriptor) const
{
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(descriptor, &opened) == 0 && ::lstat(QFile::encodeName(m_path).constData(), &named) == 0
        && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

} // namespace Weir
