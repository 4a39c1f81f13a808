// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/reject/ownfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace Weir {

namespace {

constexpr mode_t OwnerOnly = S_IRUSR | S_IWUSR;

tl::unexpected<int> lastError()
{
    return tl::unexpected<int>(errno);
}

OwnFile::Identity identityOf(const struct stat &status)
{
    return {status.st_dev, status.st_ino};
}

/// 0: a plain file of our own with one name.
int refusalOf(const struct stat &status)
{
    if (S_ISLNK(status.st_mode))
        return ELOOP;
    if (S_ISDIR(status.st_mode))
        return EISDIR;
    if (!S_ISREG(status.st_mode))
        return EINVAL;
    if (status.st_uid != ::geteuid())
        return EPERM;
    return status.st_nlink == 1 ? 0 : EMLINK;
}

/// A file system may have no files without a name, and a system no /proc.
bool hasNoNameless(int error)
{
    return error == EOPNOTSUPP || error == EISDIR || error == EINVAL || error == ENOENT || error == EPERM
        || error == EXDEV || error == ENOSYS;
}

} // namespace

Expected<OwnFile, int> OwnFile::open(const QString &path, Access access)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat status = {};
    if (::lstat(name.constData(), &status) != 0)
        return lastError();
    if (const int refusal = refusalOf(status)) // a device can do something when it is opened
        return tl::unexpected(refusal);
    const int way = access == Access::ReadWrite ? O_RDWR : O_RDONLY;
    const int descriptor = ::open(name.constData(), way | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return lastError();
    OwnFile file(descriptor);
    const int error = ::fstat(descriptor, &status) != 0 ? errno : refusalOf(status);
    if (error != 0)
        return tl::unexpected(error);
    return file;
}

Expected<OwnFile, int> OwnFile::create(const QString &path, std::string_view beginning)
{
    auto made = createNameless(path, beginning);
    return made || !hasNoNameless(made.error()) ? std::move(made) : createNamed(path, beginning);
}

/// The file gets its name when it is whole, so that no end of the program leaves a part of it.
Expected<OwnFile, int> OwnFile::createNameless(const QString &path, std::string_view beginning)
{
#ifdef O_TMPFILE
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(directory.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, OwnerOnly);
    if (descriptor < 0)
        return lastError();
    OwnFile file(descriptor);
    if (const int error = file.begin(beginning))
        return tl::unexpected(error);
    const std::string source = "/proc/self/fd/" + std::to_string(descriptor);
    if (::linkat(AT_FDCWD, source.c_str(), AT_FDCWD, QFile::encodeName(path).constData(), AT_SYMLINK_FOLLOW)
        != 0)
        return lastError();
    return file;
#else
    Q_UNUSED(path)
    Q_UNUSED(beginning)
    return tl::unexpected(ENOSYS);
#endif
}

Expected<OwnFile, int> OwnFile::createNamed(const QString &path, std::string_view beginning)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, OwnerOnly);
    if (descriptor < 0)
        return lastError();
    OwnFile file(descriptor);
    if (const int error = file.begin(beginning)) {
        static_cast<void>(file.remove(path)); // the first error is the one to tell
        return tl::unexpected(error);
    }
    return file;
}

OwnFile::~OwnFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

int OwnFile::begin(std::string_view beginning)
{
    const int error = write(0, beginning);
    return error != 0 ? error : sync();
}

Expected<OwnFile::Status, int> OwnFile::status() const
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return lastError();
    constexpr qint64 MillisecondsPerSecond = 1000;
    constexpr qint64 NanosecondsPerMillisecond = 1'000'000;
    return Status{status.st_size, status.st_nlink, identityOf(status),
                  QDateTime::fromMSecsSinceEpoch(status.st_ctim.tv_sec * MillisecondsPerSecond
                                                 + status.st_ctim.tv_nsec / NanosecondsPerMillisecond)};
}

Expected<bool, int> OwnFile::holds(qint64 offset, std::string_view bytes) const
{
    constexpr std::size_t Block = 1 << 16;
    std::string read(std::min(bytes.size(), Block), '\0');
    while (!bytes.empty()) {
        const ssize_t count = ::pread(m_descriptor, read.data(), std::min(read.size(), bytes.size()), offset);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return lastError();
        const auto size = static_cast<std::size_t>(count);
        if (size == 0 || bytes.substr(0, size) != std::string_view(read).substr(0, size))
            return false;
        bytes.remove_prefix(size);
        offset += count;
    }
    return true;
}

int OwnFile::write(qint64 offset, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += written;
    }
    return 0;
}

int OwnFile::sync()
{
    return ::fdatasync(m_descriptor) == 0 ? 0 : errno;
}

int OwnFile::cut(qint64 length)
{
    const auto now = status();
    if (!now)
        return now.error();
    if (now->size <= length)
        return now->size == length ? 0 : EINVAL;
    return ::ftruncate(m_descriptor, length) == 0 ? 0 : errno;
}

int OwnFile::remove(const QString &path) const
{
    const QByteArray name = QFile::encodeName(path);
    struct stat named = {};
    const auto mine = status();
    if (!mine)
        return mine.error();
    if (::lstat(name.constData(), &named) != 0)
        return errno == ENOENT ? 0 : errno;
    if (identityOf(named) != mine->identity)
        return 0;
    return ::unlink(name.constData()) == 0 || errno == ENOENT ? 0 : errno;
}

int syncDirectoryOf(const QString &path)
{
    const int directory = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return errno;
    const int error = ::fsync(directory) == 0 ? 0 : errno;
    ::close(directory);
    // A file system whose directories cannot be synced keeps names by itself.
    return error == EINVAL ? 0 : error;
}

QString fileErrorText(int error)
{
    switch (error) {
    case ENOSPC:
        return QCoreApplication::translate("Weir::OwnFile", "the disk is full");
    case EDQUOT:
        return QCoreApplication::translate("Weir::OwnFile", "your share of the disk is used up");
    case EFBIG:
        return QCoreApplication::translate("Weir::OwnFile", "it would become larger than files may be there");
    case EEXIST:
        return QCoreApplication::translate("Weir::OwnFile",
                                           "somebody has made a file of that name meanwhile");
    case EMLINK:
        return QCoreApplication::translate("Weir::OwnFile", "it has more than one name (a hard link)");
    case ELOOP:
        return QCoreApplication::translate("Weir::OwnFile", "it is a link");
    case EPERM:
        return QCoreApplication::translate("Weir::OwnFile", "it is not yours to change");
    default:
        return qt_error_string(error);
    }
}

} // namespace Weir
