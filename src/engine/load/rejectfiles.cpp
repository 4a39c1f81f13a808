// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/rejectfiles.h"

#include "engine/load/rejectedlines.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace Weir {

namespace {

Unexpected cannotWrite(const QString &path)
{
    return failure(
        QCoreApplication::translate("Weir::RejectFiles",
                                    "The file %1 for rejected lines cannot be written: %2. Make room "
                                    "or name another directory for them, then resume.")
            .arg(path, qt_error_string(errno)));
}

Expected<void> writeAll(int descriptor, std::string_view text, const QString &path)
{
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return cannotWrite(path);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

/// So that a new file's name is on the disk as well.
Expected<void> syncDirectoryOf(const QString &path)
{
    const int directory = ::open(QFile::encodeName(QFileInfo(path).absolutePath()).constData(),
                                 O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // A file system whose directories cannot be synced (EINVAL) keeps names by itself.
    const bool synced = directory >= 0 && (::fsync(directory) == 0 || errno == EINVAL);
    if (directory >= 0)
        ::close(directory);
    if (!synced)
        return cannotWrite(path);
    return {};
}

} // namespace

RejectFiles::~RejectFiles()
{
    for (const File *file : {&m_rejected, &m_reasons}) {
        if (file->descriptor >= 0)
            ::close(file->descriptor);
    }
}

Expected<void> RejectFiles::clear(const RejectPaths &leftovers)
{
    // Lines are never there without the reasons that tell whose they are.
    return unlink(leftovers.rejected).and_then([&] { return unlink(leftovers.reasons); });
}

Expected<void> RejectFiles::resume(Lengths committed)
{
    if (m_paths.rejected.isEmpty() || committed == Lengths{})
        return {};
    return reopenFile(m_reasons, m_paths.reasons, committed.reasons).and_then([&] {
        return reopenFile(m_rejected, m_paths.rejected, committed.rejected);
    });
}

Expected<RejectFiles::Lengths> RejectFiles::write(Lengths committed, std::string_view lines,
                                                  std::string_view reasons)
{
    if (m_paths.rejected.isEmpty() || reasons.empty()) {
        return rewind(committed).map([&] { return committed; });
    }
    if (m_rejected.descriptor < 0) {
        if (auto created = create(); !created)
            return tl::unexpected(created.error());
    }
    const Lengths after{std::max(committed.rejected, static_cast<qint64>(m_header.size())),
                        std::max(committed.reasons, static_cast<qint64>(reasonsHeader().size()))};
    return append(m_reasons, m_paths.reasons, after.reasons, reasons)
        .and_then([&] { return append(m_rejected, m_paths.rejected, after.rejected, lines); })
        .map([&] {
            return Lengths{m_rejected.length, m_reasons.length};
        });
}

Expected<void> RejectFiles::rewind(Lengths committed)
{
    if (committed == Lengths{})
        return removeOwn();
    if (m_rejected.descriptor < 0)
        return {};
    return cut(m_reasons, m_paths.reasons, committed.reasons).and_then([&] {
        return cut(m_rejected, m_paths.rejected, committed.rejected);
    });
}

Expected<void> RejectFiles::create()
{
    // The reasons' header tells that the pair is Weir's, so lines are never there without it, wherever the
    // program ends in between.
    return (std::exchange(m_paths.replaceable, false) ? clear(m_paths) : removeOwn())
        .and_then([&] { return createFile(m_reasons, m_paths.reasons, reasonsHeader()); })
        .and_then([&] { return createFile(m_rejected, m_paths.rejected, m_header); })
        .and_then([&] { return syncDirectoryOf(m_paths.rejected); });
}

Expected<void> RejectFiles::createFile(File &file, const QString &path, std::string_view header)
{
    file.descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                             S_IRUSR | S_IWUSR);
    if (file.descriptor < 0)
        return cannotWrite(path);
    return append(file, path, 0, header);
}

/// What this load has made.
Expected<void> RejectFiles::removeOwn()
{
    return removeFile(m_rejected, m_paths.rejected).and_then([&] {
        return removeFile(m_reasons, m_paths.reasons);
    });
}

Expected<void> RejectFiles::removeFile(File &file, const QString &path)
{
    if (file.descriptor < 0)
        return {};
    ::close(file.descriptor);
    file = {};
    return unlink(path);
}

Expected<void> RejectFiles::unlink(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return cannotWrite(path);
    return {};
}

Expected<void> RejectFiles::reopenFile(File &file, const QString &path, qint64 length)
{
    struct stat status = {};
    file.descriptor = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file.descriptor < 0 || ::fstat(file.descriptor, &status) != 0) {
        return failure(
            QCoreApplication::translate("Weir::RejectFiles",
                                        "The file %1 with the lines rejected so far cannot be opened: "
                                        "%2. Put it back, or load the file again from its beginning.")
                .arg(path, qt_error_string(errno)));
    }
    if (status.st_size < length) {
        return failure(
            QCoreApplication::translate("Weir::RejectFiles",
                                        "The file %1 has lost lines that were rejected before (%2 bytes "
                                        "of %3): put it back, or load the file again from its beginning.")
                .arg(path)
                .arg(qint64{status.st_size})
                .arg(length));
    }
    file.length = UnknownLength;
    return cut(file, path, length);
}

Expected<void> RejectFiles::append(File &file, const QString &path, qint64 after, std::string_view text)
{
    return cut(file, path, after).and_then([&]() -> Expected<void> {
        file.length = UnknownLength; // until all of it is there
        if (auto written = writeAll(file.descriptor, text, path); !written)
            return written;
        if (::fdatasync(file.descriptor) != 0)
            return cannotWrite(path);
        file.length = after + static_cast<qint64>(text.size());
        return {};
    });
}

Expected<void> RejectFiles::cut(File &file, const QString &path, qint64 length)
{
    if (file.length == length)
        return {};
    file.length = UnknownLength;
    if (::ftruncate(file.descriptor, length) != 0 || ::lseek(file.descriptor, length, SEEK_SET) < 0)
        return cannotWrite(path);
    file.length = length;
    return {};
}

} // namespace Weir
