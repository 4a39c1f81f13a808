// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/rejectnames.h"

#include "engine/load/rejectedlines.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace Weir {

namespace {

/// "orders.csv" for "orders.csv.gz": the reject files are plain text. No file can be made beside /dev/fd/63.
QString stemOf(const QString &path, Compression compression)
{
    if (path == u"-")
        return QDir::current().absoluteFilePath(QStringLiteral("stdin"));
    if (path.startsWith(QLatin1String("/dev/")) || path.startsWith(QLatin1String("/proc/")))
        return QDir::current().absoluteFilePath(QStringLiteral("stream"));
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

bool isThere(const RejectPaths &paths)
{
    return isThere(paths.rejected) || isThere(paths.reasons);
}

/// Absent, or a plain file of this length that nobody changed since.
bool isAsLeft(const QString &path, qint64 length, const QDateTime &when)
{
    if (!isThere(path))
        return true;
    const QFileInfo info(path);
    const QDateTime changed = info.metadataChangeTime(); // nobody can set it back
    return info.isFile() && !info.isSymLink() && info.size() == length && changed.isValid()
        && changed.toMSecsSinceEpoch() <= when.toMSecsSinceEpoch();
}

/// Written by a load that ended before its first batch: the lines begin with the reasons' header, of which
/// there may be a part only, and then no lines.
bool lookLikeWeirs(const RejectPaths &paths)
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

/// The load is over, and what it wrote can make room for its successor's.
bool isReplaceable(const RecordedRejects &recorded)
{
    return recorded.load.state != LoadState::Running && recorded.load.finished.isValid()
        && recorded.lengths != RejectFiles::Lengths{}
    && isAsLeft(recorded.load.rejectedFile, recorded.lengths.rejected, recorded.load.finished)
        && isAsLeft(recorded.load.reasonsFile, recorded.lengths.reasons, recorded.load.finished);
}

} // namespace

RejectNames::RejectNames(QString directory, const QStringList &sources, QList<RecordedRejects> recorded)
    : m_directory(std::move(directory))
    , m_taken(sources.begin(), sources.end())
    , m_recorded(std::move(recorded))
{}

void RejectNames::keep(FileJob &job)
{
    job.rejects = {job.ledger.rejectedFile, job.ledger.reasonsFile, false};
    if (job.rejects.rejected.isEmpty())
        return;
    const bool hasWritten =
        job.isDone || (!job.earlier.isEmpty() && job.earlier.constLast().reasonsBytes > 0);
    if (!hasWritten && isThere(job.rejects)) {
        const RecordedRejects *owner = ownerOf(job.rejects);
        if (owner && owner->load.id == job.ledger.id && lookLikeWeirs(job.rejects)) {
            job.leftovers += job.rejects;
        } else {
            job.rejects = firstFree(job);
            job.ledger.rejectedFile = job.rejects.rejected;
            job.ledger.reasonsFile = job.rejects.reasons;
            job.isRevised = true;
        }
    }
    m_taken += {job.rejects.rejected, job.rejects.reasons};
}

void RejectNames::choose(FileJob &job)
{
    job.rejects = firstFree(job);
    m_taken += {job.rejects.rejected, job.rejects.reasons};
}

void RejectNames::takeOver(FileJob &job) const
{
    for (const RecordedRejects &recorded : m_recorded) {
        if (!recorded.load.isOnlyBegun() || !recorded.isOf(job))
            continue;
        job.supersedes += recorded.load.id;
        if (isThere(recorded.paths()) && ownerOf(recorded.paths()) == &recorded
            && lookLikeWeirs(recorded.paths()))
            job.leftovers += recorded.paths();
    }
}

RejectPaths RejectNames::firstFree(const FileJob &job) const
{
    QString stem = stemOf(job.file.path, job.plan.format.compression);
    if (!m_directory.isEmpty())
        stem = QDir(m_directory).absoluteFilePath(QFileInfo(stem).fileName());
    for (int number = 1;; ++number) {
        const QString suffix = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        RejectPaths paths{QStringLiteral("%1.rejected%2.csv").arg(stem, suffix),
                          QStringLiteral("%1.reasons%2.csv").arg(stem, suffix), false};
        if (!mayTake(paths, job))
            continue;
        paths.replaceable = isThere(paths);
        return paths;
    }
}

bool RejectNames::mayTake(const RejectPaths &paths, const FileJob &job) const
{
    if (m_taken.contains(paths.rejected) || m_taken.contains(paths.reasons))
        return false;
    const RecordedRejects *owner = ownerOf(paths);
    const bool isSuperseded = owner && owner->load.isOnlyBegun() && owner->isOf(job);
    if (!isThere(paths))
        return !owner || owner->load.state != LoadState::Running || isSuperseded;
    return owner && owner->isOf(job) && (isSuperseded ? lookLikeWeirs(paths) : isReplaceable(*owner));
}

/// The newest load that was given these.
const RecordedRejects *RejectNames::ownerOf(const RejectPaths &paths) const
{
    const RecordedRejects *owner = nullptr;
    for (const RecordedRejects &recorded : m_recorded) {
        const bool isNewer = !owner || recorded.load.started > owner->load.started;
        if (isNewer && !paths.rejected.isEmpty() && recorded.load.rejectedFile == paths.rejected)
            owner = &recorded;
    }
    return owner;
}

} // namespace Weir
