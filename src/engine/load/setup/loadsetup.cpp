// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/loadsetup.h"

#include "core/csv/csvdetector.h"
#include "core/csv/csvparser.h"
#include "core/csv/csvsource.h"
#include "core/typechecks.h"
#include "db/rowhash.h"
#include "engine/load/setup/loadorder.h"
#include "engine/threads/inanotherthread.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace Weir {

namespace {

constexpr int MostBatchRows = 1 << 20;

/// Cells of the first record; none in an empty file.
Expected<QStringList> readHeader(const SourceFile &file)
{
    if (!file.head.isEmpty()) { // of a stream, which is left alone
        return CsvDetector::preview(file.path, file.format, file.head).map([](const CsvDetection &detection) {
            return detection.header;
        });
    }
    auto source = openCsvSource(file.path, file.format, nullptr);
    if (!source)
        return tl::unexpected(source.error());
    CsvSplitter splitter(**source, file.format, {});
    const auto record = splitter.nextRecord();
    if (!record)
        return tl::unexpected(record.error());
    std::vector<std::string> cells;
    if (!*record)
        return QStringList();
    if (!CsvParser::cells((*record)->raw((*record)->records.front()), file.format, &cells)) {
        return failure(
            QCoreApplication::translate("Weir::LoadSetup",
                                        "The first line of %1 cannot be read as a header: a quote in it "
                                        "is misplaced. Mend it or choose another delimiter or quote.")
                .arg(file.path));
    }
    QStringList names;
    for (const std::string &cell : cells)
        names += QString::fromStdString(cell);
    return names;
}

} // namespace

Expected<std::vector<std::optional<RecordedLoad>>> LoadSetup::known()
{
    using Answer = Expected<std::vector<std::optional<RecordedLoad>>>;
    return addJobs().and_then([&]() -> Answer {
        m_known.read(&m_targets);
        std::vector<std::optional<RecordedLoad>> result;
        for (const PreparedFile &job : m_jobs) {
            const auto load = m_known.find(job, m_plan.settings.known);
            if (!load)
                return tl::unexpected(load.error());
            result.emplace_back();
            if (*load)
                result.back() = RecordedLoad{job.entity.database, **load};
        }
        return result;
    });
}

Expected<void> LoadSetup::prepare()
{
    return addJobs().and_then([this] { return readHeaders(); }).and_then([this]() -> Expected<void> {
        m_known.read(&m_targets);
        return decide().map([this] {
            nameRejects();
            prepareDatabases();
            orderJobs(&m_jobs, &m_targets); // the tables that this very load made refer to none
        });
    });
}

Expected<QStringList> LoadSetup::orderNotes()
{
    return addJobs().map([this] {
        for (LoadTarget &target : m_targets) {
            if (target.backend->presence() == Presence::Absent)
                target.error = {ErrorClass::NoTable, 0, {}};
        }
        orderJobs(&m_jobs, &m_targets);
        QStringList notes;
        for (const LoadTarget &target : m_targets)
            notes += target.error.isNone() ? target.orderNote : target.error.sentence;
        notes.removeAll(QString());
        return notes;
    });
}

Expected<void> LoadSetup::addJobs()
{
    for (int index = 0; index < static_cast<int>(m_plan.files.size()); ++index) {
        auto job = makeJob(index);
        if (!job)
            return tl::unexpected(job.error());
        m_jobs.push_back(std::move(*job));
    }
    return checkTwice();
}

Expected<PreparedFile> LoadSetup::makeJob(int index)
{
    PreparedFile job;
    job.index = index;
    job.file = m_plan.files.at(index);
    if (job.file.entity < 0 || job.file.entity >= m_plan.project.entities.size()) {
        return failure(QCoreApplication::translate("Weir::LoadSetup",
                                                   "It is not said which kind of records %1 holds: name one.")
                           .arg(job.file.path));
    }
    job.entity = m_plan.project.entities.at(job.file.entity);
    if (!m_databases.backend(job.entity.database)) {
        return failure(
            QCoreApplication::translate("Weir::LoadSetup", "The project has no database named \"%1\".")
                .arg(job.entity.database));
    }
    if (job.file.path != u"-") {
        const QFileInfo info(job.file.path);
        if (!info.exists()) {
            return failure(
                QCoreApplication::translate("Weir::LoadSetup", "There is no file %1: check its name.")
                    .arg(job.file.path));
        }
        job.file.path = info.absoluteFilePath();
        job.ledger.size = info.isFile() ? info.size() : -1;
    }
    job.database = targetOf(job.entity.database);
    job.databaseFile = m_targets[static_cast<std::size_t>(job.database)].backend->label();
    job.plan = {job.file.format,
                job.file.mapping,
                m_plan.settings.ragged,
                {std::clamp(m_plan.settings.batchRows, 1, MostBatchRows), CsvSplitter::Limits().bytes},
                StoredPlan::fieldNames(job.entity),
                {}};
    return job;
}

int LoadSetup::targetOf(const QString &database)
{
    const std::shared_ptr<Backend> backend = m_databases.backend(database);
    const auto found = std::find_if(m_targets.begin(), m_targets.end(),
                                    [&](const LoadTarget &target) { return target.backend == backend; });
    const auto number = static_cast<int>(found - m_targets.begin());
    if (found == m_targets.end())
        m_targets.push_back({backend, {}, {}});
    return number;
}

Expected<void> LoadSetup::checkTwice() const
{
    for (auto job = m_jobs.begin(); job != m_jobs.end(); ++job) {
        const bool twice = std::any_of(m_jobs.begin(), job, [&](const PreparedFile &other) {
            return other.file.path == job->file.path
                && (job->isStream() || other.entity.name == job->entity.name);
        });
        if (twice) {
            return failure(QCoreApplication::translate("Weir::LoadSetup", "%1 is named twice: name it once.")
                               .arg(job->file.path));
        }
    }
    return {};
}

Expected<void> LoadSetup::readHeaders()
{
    for (PreparedFile &job : m_jobs) {
        if (auto settled = settleMapping(job); !settled)
            return settled;
    }
    return {};
}

Expected<void> LoadSetup::settleMapping(PreparedFile &job) const
{
    if (auto readable = checkReadable(job.entity); !readable)
        return readable;
    if (job.isStream() && job.file.pipe && job.file.head.isEmpty())
        return {}; // it ended before its first byte
    ColumnMapping &mapping = job.file.mapping;
    // A pipe can be read once only, and what is known of it was known to whoever made the mapping.
    const bool isReadable = !job.isStream() || !job.file.head.isEmpty();
    QStringList header = CsvDetector::numberedColumns(mapping.columns);
    if (job.file.format.header && isReadable) {
        const auto names = readHeader(job.file);
        if (!names)
            return tl::unexpected(names.error());
        if (names->isEmpty())
            return {}; // an empty file
        header = *names;
    }
    if (mapping.columnOfField.isEmpty())
        mapping = ColumnMapping::byName(job.entity, header);
    job.plan.mapping = mapping;
    return mapping.check(job.entity, header, m_plan.settings.extra, m_plan.settings.missing);
}

Expected<void> LoadSetup::decide()
{
    for (PreparedFile &job : m_jobs) {
        if (m_plan.settings.known == LoadSettings::Known::Again)
            continue;
        if (m_plan.settings.known == LoadSettings::Known::Resume && job.isStream()) {
            if (auto decided = decideStream(job); !decided)
                return decided;
            continue;
        }
        const auto load = m_known.find(job, m_plan.settings.known);
        if (!load)
            return tl::unexpected(load.error());
        if (!*load)
            continue;
        if (auto decided = decideFor(job, **load); !decided)
            return decided;
    }
    return {};
}

Expected<void> LoadSetup::decideStream(PreparedFile &job) const
{
    QList<QByteArray> taken;
    for (const PreparedFile &other : m_jobs) {
        if (other.isResumed)
            taken += other.ledger.id;
    }
    return m_known.findStream(&job, taken).and_then([&](const std::optional<LedgerEntry> &load) {
        return load ? resume(job, *load) : Expected<void>();
    });
}

Expected<void> LoadSetup::decideFor(PreparedFile &job, const LedgerEntry &load)
{
    const QString when = QLocale().toString(load.started.toLocalTime(), QLocale::ShortFormat);
    if (m_plan.settings.known == LoadSettings::Known::Resume)
        return resume(job, load);
    if (load.state == LoadState::Finished) {
        return failure(
            QCoreApplication::translate("Weir::LoadSetup",
                                        "%1 was loaded into %2 before (%3, %4 rows). To load it once "
                                        "more, choose \"again\" (--again).")
                .arg(job.file.path, job.databaseFile, when, QString::number(load.counts.written())));
    }
    return failure(
        QCoreApplication::translate("Weir::LoadSetup",
                                    "%1 was loaded into %2 in part (%3, %4 rows so far). Choose "
                                    "\"resume\" (--resume) to go on, or \"again\" (--again) to load it "
                                    "from its beginning.")
            .arg(job.file.path, job.databaseFile, when, QString::number(load.counts.written())));
}

Expected<void> LoadSetup::checkResumable(const PreparedFile &job, const LedgerEntry &load) const
{
    if (load.size != job.ledger.size) {
        return failure(
            QCoreApplication::translate("Weir::LoadSetup",
                                        "%1 has changed since it was loaded in part (%2 bytes then, %3 "
                                        "now): resuming it would mix two files. Load it as a new one "
                                        "with \"again\" (--again), or undo the earlier load first.")
                .arg(job.file.path, QString::number(load.size), QString::number(job.ledger.size)));
    }
    if (m_plan.settings.policy == LoadSettings::Policy::AllOrNothing) {
        return failure(
            QCoreApplication::translate("Weir::LoadSetup",
                                        "%1 was loaded in part already, so it can no longer be all or "
                                        "nothing: resume it with another policy, or undo the earlier "
                                        "load first.")
                .arg(job.file.path));
    }
    return {};
}

Expected<void> LoadSetup::resume(PreparedFile &job, const LedgerEntry &load) const
{
    const bool isFinished = load.state == LoadState::Finished;
    job.isDone = isFinished && !job.isStream();
    job.wasFinished = isFinished && job.isStream();
    job.mayNotGrow = job.wasFinished && m_plan.settings.policy == LoadSettings::Policy::AllOrNothing;
    if (auto resumable = isFinished ? Expected<void>() : checkResumable(job, load); !resumable)
        return resumable;
    job.ledger = load;
    if (job.isDone)
        return {};
    auto plan = StoredPlan::parse(load.plan);
    if (!plan)
        return tl::unexpected(plan.error());
    if (plan->fields != job.plan.fields) {
        return failure(
            QCoreApplication::translate("Weir::LoadSetup",
                                        "The fields of \"%1\" have changed since %2 was loaded in part: "
                                        "load it as a new file with \"again\" (--again).")
                .arg(job.entity.title, job.file.path));
    }
    const auto batches = m_known.batches(job, load.id);
    if (!batches)
        return failure(batches.error().sentence);
    job.plan = *plan;
    job.earlier = *batches;
    job.isResumed = true;
    return {};
}

void LoadSetup::nameRejects()
{
    RejectNames names(m_plan.settings.rejectDirectory, filesInUse(), m_known.recordedRejects(),
                      [this](const RecordedRejects &recorded) { return m_known.rejectLengths(recorded); });
    for (PreparedFile &job : m_jobs) {
        if (job.isDone || job.isResumed)
            names.keep(job, m_plan.settings.writeRejects);
    }
    for (PreparedFile &job : m_jobs) {
        if (job.isDone || job.isResumed)
            continue;
        names.takeOver(job);
        if (m_plan.settings.writeRejects)
            names.choose(job);
        beginNew(job);
    }
}

/// Neither of them is ever a reject file, whether it is there yet or not.
QStringList LoadSetup::filesInUse() const
{
    QStringList files;
    for (const PreparedFile &job : m_jobs) {
        if (job.file.path != u"-")
            files += job.file.path;
    }
    for (const LoadTarget &target : m_targets)
        files += target.backend->files();
    return files;
}

void LoadSetup::beginNew(PreparedFile &job) const
{
    job.ledger.id = QUuid::createUuid().toRfc4122();
    job.ledger.file = job.file.path;
    job.ledger.entity = job.entity.name;
    job.ledger.table = job.entity.table;
    job.ledger.columns = RowHasher::columns(job.entity);
    job.ledger.plan = job.plan.serialize();
    // A load that is all or nothing is never gone on with: what it turned away is the user's.
    if (m_plan.settings.policy != LoadSettings::Policy::AllOrNothing) {
        job.ledger.rejectedFile = job.rejects.rejected;
        job.ledger.reasonsFile = job.rejects.reasons;
    }
    job.ledger.started = QDateTime::currentDateTimeUtc();
}

/// All at once, if the system has the threads: making a database is mostly waiting for the disk.
void LoadSetup::prepareDatabases()
{
    std::vector<std::future<void>> preparations;
    for (LoadTarget &target : m_targets) {
        if (!target.error.isNone())
            continue;
        preparations.push_back(inAnotherThread(
            [this, &target] { target.error = errorOf(target.backend->prepare(entitiesIn(target))); }));
    }
    for (std::future<void> &preparation : preparations)
        preparation.get();
}

QList<Entity> LoadSetup::entitiesIn(const LoadTarget &target) const
{
    QList<Entity> entities;
    for (const PreparedFile &job : m_jobs) {
        if (&m_targets[static_cast<std::size_t>(job.database)] == &target && !entities.contains(job.entity))
            entities += job.entity;
    }
    return entities;
}

} // namespace Weir
