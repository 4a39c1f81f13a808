// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/knownloads.h"

#include "core/csv/contenthash.h"

#include <algorithm>

namespace Weir {

void KnownLoads::read(std::vector<LoadTarget> *targets)
{
    for (LoadTarget &target : *targets) {
        auto loads = m_ledgers.loadsOf(*target.backend);
        if (!loads)
            target.error = loads.error();
        m_backends.push_back(target.backend);
        m_loads.push_back(loads.value_or(QList<LedgerLoad>()));
    }
}

Expected<std::optional<LedgerLoad>> KnownLoads::find(const FileJob &job, LoadSettings::Known known) const
{
    QByteArray hash;
    for (const LedgerLoad &load : loadsFor(job)) {
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
            auto computed = ContentHash::ofFile(job.file.path, m_cancel);
            if (!computed)
                return tl::unexpected(computed.error());
            hash = *computed;
        }
        if (load.contentHash == hash)
            return load;
    }
    return std::nullopt;
}

Expected<QList<LedgerBatch>, SqlError> KnownLoads::batches(const FileJob &job, const QByteArray &loadId) const
{
    return m_ledgers.batchesOf(*m_backends[static_cast<std::size_t>(job.database)], loadId);
}

QList<RecordedRejects> KnownLoads::recordedRejects(const std::vector<FileJob> &jobs) const
{
    QList<RecordedRejects> recorded;
    for (std::size_t target = 0; target < m_loads.size(); ++target) {
        for (const LedgerLoad &load : m_loads[target]) {
            RecordedRejects entry{load, static_cast<int>(target), {}};
            const bool isOfAJob =
                std::any_of(jobs.begin(), jobs.end(), [&](const FileJob &job) { return entry.isOf(job); });
            if (isOfAJob && load.batches > 0 && !load.rejectedFile.isEmpty()) {
                const auto batches = m_ledgers.batchesOf(*m_backends[target], load.id);
                if (batches && !batches->isEmpty())
                    entry.lengths = {batches->constLast().rejectedBytes, batches->constLast().reasonsBytes};
            }
            recorded += entry;
        }
    }
    return recorded;
}

} // namespace Weir
