// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/filesource.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Weir {

namespace {
QString shownName(const QString &path)
{
    return path == QStringLiteral("-") ? QCoreApplication::translate("Weir::FileSource", "Standard input")
                                       : QStringLiteral("\"%1\"").arg(QDir::toNativeSeparators(path));
}

Unexpected cannotBeRead(const QString &path, const QString &reason)
{
    return failure(QCoreApplication::translate("Weir::FileSource", "%1 cannot be read: %2")
                       .arg(shownName(path), reason));
}

QString systemError()
{
    return qt_error_string(errno) + u'.';
}

int openDescriptor(const QString &path, const OpenPipe *pipe)
{
    if (pipe)
        return fcntl(pipe->descriptor(), F_DUPFD_CLOEXEC, 0);
    if (path == QStringLiteral("-"))
        return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
    return ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
}
} // namespace

OpenPipe::OpenPipe(int descriptor)
    : m_descriptor(fcntl(descriptor, F_DUPFD_CLOEXEC, 0))
{}

OpenPipe::~OpenPipe()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

Expected<std::unique_ptr<FileSource>> FileSource::open(const QString &path, ContentHash *hash,
                                                       const QByteArray &head, const OpenPipe *pipe)
{
    const bool standardInput = path == QStringLiteral("-");
    const int descriptor = openDescriptor(path, pipe);
    if (descriptor < 0)
        return cannotBeRead(path, systemError());
    std::unique_ptr<FileSource> source(new FileSource(path, descriptor, hash, head));

    struct stat status = {};
    if (fstat(descriptor, &status) != 0)
        return source->unreadable(systemError());
    if (S_ISDIR(status.st_mode))
        return source->unreadable(QCoreApplication::translate("Weir::FileSource", "it is a directory."));
    if (S_ISREG(status.st_mode) && !standardInput) {
        source->m_size = status.st_size;
        (void)posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL);
    }
    return source;
}

FileSource::FileSource(const QString &path, int descriptor, ContentHash *hash, const QByteArray &head)
    : m_path(path)
    , m_descriptor(descriptor)
    , m_hash(hash)
    , m_head(head)
{}

FileSource::~FileSource()
{
    close(m_descriptor);
}

Expected<qint64> FileSource::read(std::span<char> buffer)
{
    qint64 count = static_cast<qint64>(readHead(buffer));
    if (count == 0) {
        const auto read = readFile(buffer);
        if (!read || *read == 0)
            return read ? atEnd() : read;
        count = *read;
    }
    if (m_hash)
        m_hash->add(buffer.first(static_cast<std::size_t>(count)));
    m_last = buffer[static_cast<std::size_t>(count) - 1];
    m_position.fetch_add(count, std::memory_order_relaxed);
    return count;
}

std::size_t FileSource::readHead(std::span<char> buffer)
{
    const std::size_t count = std::min(static_cast<std::size_t>(m_head.size()), buffer.size());
    std::memcpy(buffer.data(), m_head.constData(), count);
    m_head.remove(0, static_cast<qsizetype>(count));
    return count;
}

/// A file that grows is read up to the size it had.
Expected<qint64> FileSource::readFile(std::span<char> buffer) const
{
    std::size_t count = buffer.size();
    if (m_size >= 0)
        count = std::min(count, static_cast<std::size_t>(m_size - filePosition()));
    ssize_t read = 0;
    do {
        read = ::read(m_descriptor, buffer.data(), count);
    } while (read < 0 && errno == EINTR);
    if (read < 0)
        return unreadable(systemError());
    return read;
}

Expected<qint64> FileSource::atEnd() const
{
    if (m_size < 0)
        return 0;
    if (filePosition() < m_size)
        return unreadable(QCoreApplication::translate("Weir::FileSource",
                                                      "it became shorter while it was read; load it again "
                                                      "when nothing writes to it."));
    struct stat status = {};
    if (fstat(m_descriptor, &status) == 0 && status.st_size > m_size && m_last != '\n' && m_last != '\r')
        return unreadable(QCoreApplication::translate("Weir::FileSource",
                                                      "it grew while it was read, and its last line was not "
                                                      "whole; load it again when nothing writes to it."));
    return 0;
}

Unexpected FileSource::unreadable(const QString &reason) const
{
    return cannotBeRead(m_path, reason);
}

} // namespace Weir
