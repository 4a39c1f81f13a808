// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/rejectnames.h"

#include "engine/load/rejectedlines.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

namespace {

/// "orders.csv" for "orders.csv.gz": the reject files are plain text.
QString stemOf(const QString &path, Compression compression)
{
    if (path == u"-")
        return QDir::current().absoluteFilePath(QStringLiteral("stdin"));
    if (compression == Compression::None)
        return path;
    for (const QString &suffix :
         {QStringLiteral(".gz"), QStringLiteral(".gzip"), QStringLiteral(".zst"), QStringLiteral(".zstd")}) {
        if (path.endsWith(suffix, Qt::CaseInsensitive))
            return path.chopped(suffix.size());
    }
    return path;
}

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

/// Absent, or a plain file of this length.
bool hasLength(const QString &path, qint64 length)
{
    const QFileInfo info(path);
    return !isThere(path) || (info.isFile() && !info.isSymLink() && info.size() == length);
}

/// A load that was killed may have written a part of the header only, and no lines yet.
bool areWeirs(const RejectPaths &paths)
{
    if (QFileInfo(paths.rejected).isSymLink() || QFileInfo(paths.reasons).isSymLink())
        return false;
    const std::string header = reasonsHeader();
    QFile file(paths.reasons);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const std::string begin = file.read(static_cast<qint64>(header.size())).toStdString();
    return begin == header || (header.starts_with(begin) && !isThere(paths.rejected));
}

} // namespace

RejectNames::RejectNames(QString directory, const QStringList &sources,
                         const QList<RecordedRejects> &recorded)
    : m_directory(std::move(directory))
    , m_taken(sources.begin(), sources.end())
    , m_recorded(recorded)
{}

RejectPaths RejectNames::choose(const QString &path, Compression compression)
{
    QString stem = stemOf(path, compression);
    if (!m_directory.isEmpty())
        stem = QDir(m_directory).absoluteFilePath(QFileInfo(stem).fileName());
    for (int number = 1;; ++number) {
        const QString suffix = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        const RejectPaths paths{QStringLiteral("%1.rejected%2.csv").arg(stem, suffix),
                                QStringLiteral("%1.reasons%2.csv").arg(stem, suffix)};
        if (!mayTake(paths))
            continue;
        m_taken += {paths.rejected, paths.reasons};
        return paths;
    }
}

bool RejectNames::mayTake(const RejectPaths &paths) const
{
    if (m_taken.contains(paths.rejected) || m_taken.contains(paths.reasons))
        return false;
    const bool isNeeded =
        std::any_of(m_recorded.begin(), m_recorded.end(), [&](const RecordedRejects &recorded) {
            return recorded.resumable && recorded.paths.rejected == paths.rejected;
        });
    return !isNeeded && ((!isThere(paths.rejected) && !isThere(paths.reasons)) || mayReplace(paths));
}

bool RejectNames::mayReplace(const RejectPaths &paths) const
{
    bool isRecorded = false;
    for (const RecordedRejects &recorded : m_recorded) {
        if (recorded.paths.rejected != paths.rejected)
            continue;
        isRecorded = true;
        if (hasLength(paths.rejected, recorded.lengths.rejected)
            && hasLength(paths.reasons, recorded.lengths.reasons))
            return true;
    }
    return !isRecorded && areWeirs(paths);
}

} // namespace Weir
