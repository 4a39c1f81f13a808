// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/setup/loadledgers.h"
#include "engine/load/setup/loadtarget.h"
#include "engine/load/setup/preparedfile.h"
#include "engine/load/setup/rejectnames.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace Weir {

/// What the ledgers of a load's databases know of its files. Thread of its Databases.
class KnownLoads
{
public:
    /// Cancelled: find() gives an error instead of reading a file to its end.
    KnownLoads(Databases &databases, const std::stop_token &stop)
        : m_ledgers(databases)
        , m_stop(stop)
    {}

    /// Once. A database whose ledger cannot be read gets the error.
    void read(std::vector<LoadTarget> *targets);

    /// The newest load that decides what becomes of the file: one in part of the same path, or a finished one
    /// of the same content. To go on, a load that only began decides as well: std::nullopt, begin it anew.
    Expected<std::optional<LedgerEntry>> find(const PreparedFile &job, LoadSettings::Known known) const;
    /// The same for a stream, to go on: it has no size and can be read once only, so that its beginning tells
    /// which load it is of. What is taken from it becomes its head; `taken`: loads that are others'. When it
    /// is none of those that it may be, the job gets a note.
    Expected<std::optional<LedgerEntry>> findStream(PreparedFile *job, const QList<QByteArray> &taken) const;
    Expected<QList<LedgerBatch>, SqlError> batches(const PreparedFile &job, const QByteArray &loadId) const;
    /// Of all loads, each database's newest first.
    QList<RecordedRejects> recordedRejects() const;
    /// After the load's last batch; std::nullopt: the ledger does not say it in a way to be believed.
    std::optional<RejectLengths> rejectLengths(const RecordedRejects &recorded) const;

private:
    QList<LedgerEntry> streams(const PreparedFile &job) const;
    const QList<LedgerEntry> &loadsFor(const PreparedFile &job) const
    {
        return m_loads[static_cast<std::size_t>(job.database)];
    }

    LoadLedgers m_ledgers;
    const std::stop_token m_stop;
    std::vector<std::shared_ptr<Backend>> m_backends; // by target
    std::vector<QList<LedgerEntry>> m_loads;          // by target
};

} // namespace Weir
