// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loadledgers.h"
#include "engine/load/loadrun.h"
#include "engine/load/rejectnames.h"

#include <optional>
#include <vector>

namespace Weir {

/// Finds out what a load is to do before anything is written: files, mappings, what the ledgers know of them,
/// names for reject files. Thread of its Databases.
class LoadSetup
{
public:
    LoadSetup(Databases &databases, const LoadPlan &plan)
        : m_databases(databases)
        , m_ledgers(databases)
        , m_plan(plan)
    {}

    /// What the ledgers know, by file.
    Expected<std::vector<std::optional<KnownLoad>>> known();
    /// Error: nothing may be loaded. A database that cannot be used is in targets().
    Expected<void> prepare();

    const std::vector<FileJob> &jobs() const { return m_jobs; }
    const std::vector<LoadTarget> &targets() const { return m_targets; }

private:
    /// A database of the load and what its ledger knows.
    struct Known
    {
        QString database;
        QList<LedgerLoad> loads;
    };

    Expected<void> addJobs();
    Expected<FileJob> makeJob(int index);
    int targetOf(const QString &database);
    Expected<void> checkTwice() const;
    Expected<void> readHeaders();
    Expected<void> settleMapping(FileJob &job) const;
    void readLedgers();
    Expected<std::optional<LedgerLoad>> knownLoad(const FileJob &job) const;
    Expected<void> decide();
    Expected<void> decideFor(FileJob &job, const LedgerLoad &load);
    Expected<void> resume(FileJob &job, const LedgerLoad &load);
    void nameRejects();
    QList<RecordedRejects> recordedRejects() const;
    void beginNew(FileJob &job, const RejectPaths &paths) const;
    void prepareDatabases();

    Databases &m_databases;
    LoadLedgers m_ledgers;
    const LoadPlan &m_plan;
    std::vector<FileJob> m_jobs;
    std::vector<LoadTarget> m_targets;
    std::vector<Known> m_known; // by target
};

} // namespace Weir
