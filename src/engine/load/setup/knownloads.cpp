// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/setup/knownloads.h"

#include "core/csv/contenthash.h"
#include "engine/load/setup/streamprobe.h"

#include <QCoreApplication>

namespace Weir {

namespace {

/// Of another call with the same data the name may be another one.
bool isNameless(const QString &path)
{
    return path == u"-" || path.startsWith(QLatin1String("/dev/fd/"))
        || path.startsWith(QLatin1String("/dev/stdin")) || path.startsWith(QLatin1String("/proc/"));
}

} // namespace

void KnownLoads::read(std::vector<LoadTarget> *targets)
{
    for (LoadTarget &target : *targets) {
        auto loads = m_ledgers.loadsOf(*target.backend);
        if (!loads)
            target.error = loads.error();
        m_backends.push_back(target.backend);
        m_loads.push_back(loads.value_or(QList<LedgerEntry>()));
    }
}

Expected<std::optional<LedgerEntry>> KnownLoads::find(const PreparedFile &job,
                                                      LoadSettings::Known known) const
{
    QByteArray hash;
    for (const LedgerEntry &load : loadsFor(job)) {
        if (load.entity != job.entity.name || load.table != job.entity.table)
            continue;
        const bool isInPart = load.state == LoadState::Running && load.file == job.file.path;
        if (isInPart && !load.isOnlyBegun())
            return load;
        if (isInPart && known == LoadSettings::Known::Resume && load.size == job.ledger.size)
            return std::nullopt;
        if (load.state != LoadState::Finished || load.size <= 0 || load.size != job.ledger.size)
            continue;
        if (hash.isEmpty()) {
            auto computed = ContentHash::ofFile(job.file.path, m_stop);
            if (!computed)
                return tl::unexpected(computed.error());
            hash = *computed;
        }
        if (load.contentHash == hash)
            return load;
    }
    return std::nullopt;
}

Expected<std::optional<LedgerEntry>> KnownLoads::findStream(PreparedFile *job,
                                                            const QList<QByteArray> &taken) const
{
    StreamProbe probe(job->file, m_stop);
    bool isAnother = false;
    const QList<LedgerEntry> candidates = streams(*job);
    for (const LedgerEntry &load : candidates) {
        if (taken.contains(load.id))
            continue;
        const auto plan = StoredPlan::parse(load.plan);
        if (!plan)
            return tl::unexpected(plan.error());
        const auto earlier = batches(*job, load.id);
        if (!earlier)
            return failure(earlier.error().sentence);
        const auto same = earlier->isEmpty() ? Expected<bool>(false) : probe.beginsWith(*plan, *earlier);
        if (!same)
            return tl::unexpected(same.error());
        if (*same)
            return load;
        isAnother = true;
    }
    if (isAnother) {
        job->notes += QCoreApplication::translate("Weir::LoadSetup",
                                                  "%1 does not begin like what was loaded into table \"%2\" "
                                                  "from a stream before: it counts as a new one.")
                          .arg(job->file.path == u"-"
                                   ? QCoreApplication::translate("Weir::FileReader", "Standard input")
                                   : job->file.path,
                               job->entity.table);
    }
    return std::nullopt;
}

/// Those that it may be the stream of, likeliest first: the newest of its name, then, when the system chooses
/// such names, newer ones with another.
QList<LedgerEntry> KnownLoads::streams(const PreparedFile &job) const
{
    constexpr qsizetype Most = 8;
    QList<LedgerEntry> candidates;
    bool hasNamesake = false;
    for (const LedgerEntry &load : loadsFor(job)) {
        if (load.entity != job.entity.name || load.table != job.entity.table || load.size >= 0
            || load.state == LoadState::Undone || load.batches == 0)
            continue;
        if (load.file == job.file.path && !hasNamesake) {
            hasNamesake = true;
            candidates.prepend(load);
        } else if (load.file != job.file.path && isNameless(load.file) && isNameless(job.file.path)
                   && candidates.size() < Most) {
            candidates += load;
        }
    }
    return candidates;
}

Expected<QList<LedgerBatch>, SqlError> KnownLoads::batches(const PreparedFile &job,
                                                           const QByteArray &loadId) const
{
    return m_ledgers.batchesOf(*m_backends[static_cast<std::size_t>(job.database)], loadId);
}

QList<RecordedRejects> KnownLoads::recordedRejects() const
{
    QList<RecordedRejects> recorded;
    for (std::size_t target = 0; target < m_loads.size(); ++target) {
        for (const LedgerEntry &load : m_loads[target])
            recorded += RecordedRejects{load, static_cast<int>(target)};
    }
    return recorded;
}

std::optional<RejectLengths> KnownLoads::rejectLengths(const RecordedRejects &recorded) const
{
    const auto plan = StoredPlan::parse(recorded.load.plan);
    const auto batches =
        m_ledgers.batchesOf(*m_backends[static_cast<std::size_t>(recorded.database)], recorded.load.id);
    return plan && batches ? recordedLengths(*batches, plan->rejectsFrom) : std::nullopt;
}

} // namespace Weir
