// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/rejectnames.h"

#include "core/text/printabletext.h"
#include "engine/load/reject/rejectedlines.h"
#include "engine/load/setup/rejectmarks.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <sys/stat.h>

namespace Weir {

namespace {

bool isThere(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() || info.isSymLink();
}

bool isThere(const RejectPaths &paths)
{
    return isThere(paths.rejected) || isThere(paths.reasons);
}

/// Of this length, and nobody changed it since.
bool isAsLeft(const OwnFile &file, qint64 length, const QDateTime &when)
{
    const auto status = file.status();
    return status && status->size == length
        && status->changed.toMSecsSinceEpoch() <= when.toMSecsSinceEpoch();
}

/// The text is the file's bytes.
bool isPlainFile(const PreparedFile &job)
{
    return !job.isStream() && job.plan.format.compression == Compression::None
        && job.plan.format.encoding == TextEncoding::Utf8;
}

/// A rejected line has a byte and a reason; a source gives no more than it has.
bool arePlausible(RejectLengths lengths, const RejectMarks &marks, const PreparedFile &job)
{
    constexpr qint64 Most = qint64{1} << 40;
    const auto header = static_cast<qint64>(marks.header.size());
    const qint64 most = isPlainFile(job) ? std::min(Most, job.ledger.size) : Most;
    return lengths.rejected > header && lengths.rejected <= most
        && lengths.reasons > static_cast<qint64>(reasonsHeader().size()) && lengths.reasons <= Most;
}

/// None of its batches is still to come, as far as can be known.
bool mayHaveAllBatches(const PreparedFile &job)
{
    return !isPlainFile(job)
        || (!job.earlier.isEmpty() && job.earlier.constLast().endOffset >= job.ledger.size);
}

/// What a ledger says, to be read only.
QString shown(const QString &path)
{
    constexpr qsizetype Most = 200;
    const QString text = printableText(path.left(2 * Most));
    return text.size() <= Most ? text : text.left(Most) + QChar(0x2026);
}

} // namespace

std::optional<RejectLengths> recordedLengths(const QList<LedgerBatch> &batches, qint64 from)
{
    if (from < 0 || from > batches.size())
        return std::nullopt;
    RejectLengths last;
    for (auto batch = batches.begin() + from; batch != batches.end(); ++batch) {
        const RejectLengths lengths{batch->rejectedBytes, batch->reasonsBytes};
        const bool wrote = batch->counts.rejected > 0 || batch->counts.failed > 0;
        const bool isNext =
            wrote ? lengths.rejected > last.rejected && lengths.reasons > last.reasons : lengths == last;
        if (!isNext)
            return std::nullopt;
        last = lengths;
    }
    return last;
}

/// What a job's reject files look like, found out when it is first needed.
class RejectNames::Marks
{
public:
    explicit Marks(const PreparedFile &job)
        : m_job(job)
    {}

    const std::optional<RejectMarks> &get()
    {
        if (!m_known)
            m_marks = rejectMarksOf(m_job);
        m_known = true;
        return m_marks;
    }

private:
    const PreparedFile &m_job;
    std::optional<RejectMarks> m_marks;
    bool m_known = false;
};

RejectNames::RejectNames(QString directory, const QStringList &inUse, QList<RecordedRejects> recorded,
                         LengthsOf lengthsOf)
    : m_directory(std::move(directory))
    , m_recorded(std::move(recorded))
    , m_lengthsOf(std::move(lengthsOf))
{
    for (const QString &path : inUse) {
        m_taken += RejectStem::keyOf(path);
        struct stat status = {};
        if (::stat(QFile::encodeName(path).constData(), &status) == 0)
            m_inUse.insert({status.st_dev, status.st_ino});
    }
    for (qsizetype i = 0; i < m_recorded.size(); ++i) {
        const LedgerEntry &load = m_recorded.at(i).load;
        if (load.isOnlyBegun())
            m_begun.insert(load.file, i);
        if (load.rejectedFile.isEmpty())
            continue;
        const std::pair names(load.rejectedFile, load.reasonsFile);
        const auto other = m_owners.constFind(names);
        if (other == m_owners.constEnd() || m_recorded.at(*other).load.started < load.started)
            m_owners.insert(names, i);
    }
}

void RejectNames::keep(PreparedFile &job, bool wanted)
{
    if (job.ledger.rejectedFile.isEmpty())
        return;
    const RejectStem stem = stemOf(job);
    if (job.isDone) {
        if (const int number = stem.numberOf(job.ledger.rejectedFile, job.ledger.reasonsFile))
            take(stem, stem.numbered(number));
        return;
    }
    const Doubt doubt = doubtOf(job, stem);
    if (doubt != Doubt::None)
        renew(job, doubt, wanted);
    take(stem, job.rejects);
}

/// None: the job has the names, and how long its files are.
RejectNames::Doubt RejectNames::doubtOf(PreparedFile &job, const RejectStem &stem) const
{
    const int number = stem.numberOf(job.ledger.rejectedFile, job.ledger.reasonsFile);
    if (number == 0)
        return Doubt::OtherNames;
    const RejectPaths paths = stem.numbered(number);
    const std::optional<RejectLengths> lengths = recordedLengths(job.earlier, job.plan.rejectsFrom);
    if (!lengths || isTaken(stem, paths))
        return Doubt::OtherFiles;
    if (*lengths != RejectLengths{}) {
        if (const Doubt doubt = doubtOfWritten(job, paths, *lengths); doubt != Doubt::None)
            return doubt;
    } else if (isThere(paths)) {
        Marks marks(job);
        const bool isRead = marks.get() || job.isStream(); // else the reader will refuse the file
        const RecordedRejects *owner = ownerOf(paths);
        const bool isOwn = owner && owner->load.id == job.ledger.id && areWeirs(paths, marks);
        if (isRead && !isOwn)
            return Doubt::OtherFiles;
        if (isOwn)
            job.leftovers += {paths, *marks.get()};
    }
    job.rejects = paths;
    job.rejectLengths = *lengths;
    return Doubt::None;
}

/// Files that are ours but have lost lines are none: going on with them says so.
RejectNames::Doubt RejectNames::doubtOfWritten(const PreparedFile &job, const RejectPaths &paths,
                                               RejectLengths lengths) const
{
    const std::optional<RejectMarks> marks = rejectMarksOf(job);
    if (!marks)
        return Doubt::None; // before it goes on with them the load looks again, knowing more
    if (!arePlausible(lengths, *marks, job))
        return Doubt::OtherFiles;
    std::array<RejectsExpected, 2> pair{expectedReasons(paths, lengths),
                                        expectedLines(paths, *marks, lengths)};
    for (RejectsExpected &expected : pair) {
        const auto file = OwnFile::open(expected.path, OwnFile::Access::Read);
        if (file && isInUse(*file))
            return Doubt::OtherFiles;
        // A load that had finished has no claim to what the user did with its lines since.
        if (job.wasFinished && (!file || !isAsLeft(*file, expected.length, job.ledger.finished)))
            return Doubt::OtherFiles;
        if (mayHaveAllBatches(job) && expected.path == paths.rejected)
            expected.lineEnd.clear(); // a last line may have none
        // One that cannot be read is nobody else's: before it goes on with it the load looks again.
        if (findRejects(expected).value_or(RejectsFound::Whole) == RejectsFound::NotWeirs)
            return Doubt::OtherFiles;
    }
    return Doubt::None;
}

/// What the ledger says is left alone: the load goes on with files of its own.
void RejectNames::renew(PreparedFile &job, Doubt doubt, bool wanted)
{
    const QString old = shown(job.ledger.rejectedFile);
    job.rejects = wanted ? firstFree(job, stemOf(job)) : RejectPaths();
    job.rejectLengths = {};
    job.plan.rejectsFrom = job.earlier.size();
    job.ledger.plan = job.plan.serialize();
    job.ledger.rejectedFile = job.rejects.rejected;
    job.ledger.reasonsFile = job.rejects.reasons;
    job.isRevised = true;
    if (!wanted)
        return;
    const QString why = doubt == Doubt::OtherNames
        ? QCoreApplication::translate("Weir::RejectNames",
                                      "%1 is resumed with new reject files: those that the ledger names (%2) "
                                      "are not named as this load names its own, and are left alone. Lines "
                                      "rejected from here on go to %3.")
        : QCoreApplication::translate("Weir::RejectNames",
                                      "%1 is resumed with new reject files: those that the ledger names (%2) "
                                      "are not as this load left them, and are left alone. Lines rejected "
                                      "from here on go to %3.");
    job.rejectsNote = why.arg(job.file.path, old, job.rejects.rejected);
}

void RejectNames::choose(PreparedFile &job)
{
    const RejectStem stem = stemOf(job);
    job.rejects = firstFree(job, stem);
    take(stem, job.rejects);
}

void RejectNames::takeOver(PreparedFile &job) const
{
    const RejectStem stem = stemOf(job);
    Marks marks(job);
    for (auto begun = m_begun.constFind(job.file.path);
         begun != m_begun.constEnd() && begun.key() == job.file.path; ++begun) {
        const RecordedRejects &recorded = m_recorded.at(*begun);
        if (!recorded.isOf(job))
            continue;
        const LedgerEntry &load = recorded.load;
        job.supersedes += load.id;
        const int number = stem.numberOf(load.rejectedFile, load.reasonsFile);
        if (number == 0)
            continue;
        const RejectPaths paths = stem.numbered(number);
        if (ownerOf(paths) == &recorded && !isTaken(stem, paths) && isThere(paths) && areWeirs(paths, marks))
            job.leftovers += {paths, *marks.get()};
    }
}

RejectStem RejectNames::stemOf(const PreparedFile &job) const
{
    return {job.file.path, job.plan.format.compression, m_directory};
}

RejectPaths RejectNames::firstFree(const PreparedFile &job, const RejectStem &stem) const
{
    Marks marks(job);
    for (int number = 1; number < RejectStem::MaximumNumber; ++number) {
        RejectPaths paths = stem.numbered(number);
        if (!mayTake(job, stem, paths, marks))
            continue;
        paths.replaceable = isThere(paths);
        return paths;
    }
    return stem.numbered(RejectStem::MaximumNumber); // cannot be made if it is there
}

bool RejectNames::mayTake(const PreparedFile &job, const RejectStem &stem, const RejectPaths &paths,
                          Marks &marks) const
{
    if (isTaken(stem, paths))
        return false;
    const RecordedRejects *owner = ownerOf(paths);
    const bool isSuperseded = owner && owner->load.isOnlyBegun() && owner->isOf(job);
    if (!isThere(paths))
        return !owner || owner->load.state != LoadState::Running || isSuperseded;
    if (!owner || !owner->isOf(job))
        return false;
    return isSuperseded ? areWeirs(paths, marks) : isReplaceable(*owner, paths, marks);
}

/// The load is over, and what it wrote can make room for its successor's.
bool RejectNames::isReplaceable(const RecordedRejects &recorded, const RejectPaths &paths, Marks &marks) const
{
    const QDateTime finished = recorded.load.finished;
    if (recorded.load.state == LoadState::Running || !finished.isValid()
        || finished > QDateTime::currentDateTimeUtc())
        return false;
    const auto pair = openOurs(paths, marks);
    const auto lengths = pair ? m_lengthsOf(recorded) : std::nullopt;
    return lengths && *lengths != RejectLengths{} && isAsLeft(pair->reasons, lengths->reasons, finished)
        && (!pair->rejected || isAsLeft(*pair->rejected, lengths->rejected, finished));
}

bool RejectNames::areWeirs(const RejectPaths &paths, Marks &marks) const
{
    return openOurs(paths, marks).has_value();
}

std::optional<RejectPair> RejectNames::openOurs(const RejectPaths &paths, Marks &marks) const
{
    if (!marks.get())
        return std::nullopt;
    auto pair = RejectPair::open(paths, *marks.get());
    if (pair && (isInUse(pair->reasons) || (pair->rejected && isInUse(*pair->rejected))))
        return std::nullopt;
    return pair;
}

bool RejectNames::isInUse(const OwnFile &file) const
{
    const auto status = file.status();
    return !status || m_inUse.contains(status->identity);
}

bool RejectNames::isTaken(const RejectStem &stem, const RejectPaths &paths) const
{
    return m_taken.contains(stem.key(paths.rejected)) || m_taken.contains(stem.key(paths.reasons));
}

void RejectNames::take(const RejectStem &stem, const RejectPaths &paths)
{
    if (!paths.rejected.isEmpty())
        m_taken += {stem.key(paths.rejected), stem.key(paths.reasons)};
}

/// The newest load that was given these.
const RecordedRejects *RejectNames::ownerOf(const RejectPaths &paths) const
{
    const auto owner = m_owners.constFind({paths.rejected, paths.reasons});
    return owner == m_owners.constEnd() ? nullptr : &m_recorded.at(*owner);
}

} // namespace Weir
