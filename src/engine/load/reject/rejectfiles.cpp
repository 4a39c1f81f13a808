// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/reject/rejectfiles.h"

#include "engine/load/reject/rejectedlines.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace Weir {

namespace {

Unexpected cannotWrite(const QString &path, int error)
{
    if (error == EFBIG) {
        return failure(
            QCoreApplication::translate("Weir::RejectFiles",
                                        "The file %1 for rejected lines cannot be written: %2. Raise the "
                                        "limit or name another directory for them, then resume.")
                .arg(path, fileErrorText(error)));
    }
    return failure(
        QCoreApplication::translate("Weir::RejectFiles",
                                    "The file %1 for rejected lines cannot be written: %2. Make room "
                                    "or name another directory for them, then resume.")
            .arg(path, fileErrorText(error)));
}

Unexpected cannotTakeBack(const QString &path, int error)
{
    return failure(
        QCoreApplication::translate("Weir::RejectFiles",
                                    "The file %1 may hold lines that this load did not reject in the end, "
                                    "because it cannot be shortened or removed: %2.")
            .arg(path, fileErrorText(error)));
}

Unexpected cannotOpen(const QString &path, int error)
{
    return failure(QCoreApplication::translate("Weir::RejectFiles",
                                               "The file %1 with the lines rejected so far cannot be opened: "
                                               "%2. Put it back, or load the file again from its beginning.")
                       .arg(path, fileErrorText(error)));
}

Unexpected cannotRead(const QString &path, int error)
{
    return failure(
        QCoreApplication::translate("Weir::RejectFiles",
                                    "The file %1 with the lines rejected so far cannot be read: %2. Resume "
                                    "when it can, or load the file again from its beginning.")
            .arg(path, fileErrorText(error)));
}

Unexpected hasLostLines(const QString &path, qint64 size, qint64 length)
{
    return failure(
        QCoreApplication::translate("Weir::RejectFiles",
                                    "The file %1 has lost lines that were rejected before (%2 bytes "
                                    "of %3): put it back, or load the file again from its beginning.")
            .arg(path, QString::number(size), QString::number(length)));
}

Unexpected isNotWeirs(const QString &path)
{
    return failure(
        QCoreApplication::translate("Weir::RejectFiles",
                                    "The file %1 is not what Weir wrote there: put that one back, or load "
                                    "the file again from its beginning.")
            .arg(path));
}

Unexpected wasRemoved(const QString &path)
{
    return failure(QCoreApplication::translate("Weir::RejectFiles",
                                               "The file %1 with the lines rejected so far was removed while "
                                               "the load was writing to it: load the file again from its "
                                               "beginning.")
                       .arg(path));
}

Expected<OwnFile> reopen(const RejectsExpected &expected)
{
    auto file = OwnFile::open(expected.path, OwnFile::Access::ReadWrite);
    if (!file)
        return cannotOpen(expected.path, file.error());
    const auto status = file->status();
    if (!status)
        return cannotOpen(expected.path, status.error());
    const auto found = findRejects(*file, expected);
    if (!found)
        return cannotRead(expected.path, found.error());
    switch (*found) {
    case RejectsFound::Whole:
        return std::move(*file);
    case RejectsFound::Short:
        return hasLostLines(expected.path, status->size, expected.length);
    case RejectsFound::NotWeirs:
        break;
    }
    return isNotWeirs(expected.path);
}

/// What was written before must be there still: a file is never made longer without text.
Expected<void> cut(OwnFile &file, const QString &path, qint64 length)
{
    const auto status = file.status();
    if (!status)
        return cannotTakeBack(path, status.error());
    if (status->names == 0)
        return wasRemoved(path);
    if (status->size < length)
        return hasLostLines(path, status->size, length);
    if (const int error = file.cut(length))
        return cannotTakeBack(path, error);
    return {};
}

Expected<void> append(OwnFile &file, const QString &path, qint64 after, std::string_view text)
{
    return cut(file, path, after).and_then([&]() -> Expected<void> {
        int error = file.write(after, text);
        if (error == 0)
            error = file.sync();
        if (error != 0)
            return cannotWrite(path, error);
        return {};
    });
}

Expected<void> make(std::optional<OwnFile> &file, const QString &path, std::string_view header)
{
    if (file)
        return {};
    auto made = OwnFile::create(path, header);
    if (!made)
        return cannotWrite(path, made.error());
    file = std::move(*made);
    return {};
}

Expected<void> remove(std::optional<OwnFile> &file, const QString &path)
{
    if (!file)
        return {};
    if (const int error = file->remove(path))
        return cannotTakeBack(path, error);
    file.reset();
    return {};
}

} // namespace

Expected<void> RejectFiles::clear(const RejectPaths &leftovers, const RejectMarks &marks)
{
    auto pair = RejectPair::open(leftovers, marks);
    if (!pair)
        return {};
    // Lines are never there without the reasons that tell whose they are.
    int error = pair->rejected ? pair->rejected->remove(leftovers.rejected) : 0;
    const QString &path = error != 0 ? leftovers.rejected : leftovers.reasons;
    if (error == 0)
        error = pair->reasons.remove(leftovers.reasons);
    if (error == 0)
        return {};
    return failure(
        QCoreApplication::translate("Weir::RejectFiles",
                                    "The file %1, which an earlier load has left, cannot be removed: %2. "
                                    "Remove it, then load again.")
            .arg(path, fileErrorText(error)));
}

Expected<void> RejectFiles::resume(Lengths committed)
{
    if (m_paths.rejected.isEmpty() || committed == Lengths{})
        return {};
    auto reasons = reopen(expectedReasons(m_paths, committed));
    if (!reasons)
        return tl::unexpected(reasons.error());
    auto rejected = reopen(expectedLines(m_paths, m_marks, committed));
    if (!rejected)
        return tl::unexpected(rejected.error());
    m_reasons = std::move(*reasons);
    m_rejected = std::move(*rejected);
    return rewind(committed);
}

Expected<RejectFiles::Lengths> RejectFiles::write(Lengths committed, std::string_view lines,
                                                  std::string_view reasons)
{
    if (m_paths.rejected.isEmpty() || reasons.empty()) {
        return rewind(committed).map([&] { return committed; });
    }
    if (auto created = create(); !created)
        return tl::unexpected(created.error());
    const Lengths after{std::max(committed.rejected, static_cast<qint64>(m_marks.header.size())),
                        std::max(committed.reasons, static_cast<qint64>(reasonsHeader().size()))};
    return append(*m_reasons, m_paths.reasons, after.reasons, reasons)
        .and_then([&] { return append(*m_rejected, m_paths.rejected, after.rejected, lines); })
        .map([&] {
            return Lengths{after.rejected + static_cast<qint64>(lines.size()),
                           after.reasons + static_cast<qint64>(reasons.size())};
        });
}

Expected<void> RejectFiles::rewind(Lengths committed)
{
    if (committed == Lengths{})
        return removeOwn();
    if (!m_rejected || !m_reasons)
        return {};
    return cut(*m_reasons, m_paths.reasons, committed.reasons).and_then([&] {
        return cut(*m_rejected, m_paths.rejected, committed.rejected);
    });
}

/// Unless they are there.
Expected<void> RejectFiles::create()
{
    if (m_rejected && m_reasons)
        return {};
    if (m_paths.replaceable) {
        if (auto cleared = clear(m_paths, m_marks); !cleared)
            return cleared;
        m_paths.replaceable = false;
    }
    Expected<void> made = makeBoth();
    if (made)
        return made;
    // As if nothing had been begun, so that the next try makes both anew.
    if (const auto removed = removeOwn(); !removed)
        return failure(made.error().sentence + u' ' + removed.error().sentence);
    return made;
}

Expected<void> RejectFiles::makeBoth()
{
    // The reasons' header tells that the pair is Weir's, so lines are never there without it, wherever the
    // program ends in between.
    return make(m_reasons, m_paths.reasons, reasonsHeader())
        .and_then([&] { return make(m_rejected, m_paths.rejected, m_marks.header); })
        .and_then([&]() -> Expected<void> {
            if (const int error = syncDirectoryOf(m_paths.rejected))
                return cannotWrite(m_paths.rejected, error);
            return {};
        });
}

/// What this load has made.
Expected<void> RejectFiles::removeOwn()
{
    return remove(m_rejected, m_paths.rejected).and_then([&] { return remove(m_reasons, m_paths.reasons); });
}

} // namespace Weir
