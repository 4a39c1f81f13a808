// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/setup/knownloads.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace Weir {

/// Finds out what a load is to do before anything is written: files, mappings, what the ledgers know of them,
/// names for reject files. Thread of its Databases.
class LoadSetup
{
public:
    LoadSetup(Databases &databases, const LoadPlan &plan, const std::stop_token &stop)
        : m_databases(databases)
        , m_known(databases, stop)
        , m_plan(plan)
    {}

    /// What the ledgers know, by file.
    Expected<std::vector<std::optional<RecordedLoad>>> known();
    /// Error: nothing may be loaded. A database that cannot be used is in targets().
    Expected<void> prepare();
    /// Instead, for telling it beforehand: the notes on the order of the files of databases that are there.
    Expected<QStringList> orderNotes();

    const std::vector<PreparedFile> &jobs() const { return m_jobs; }
    const std::vector<LoadTarget> &targets() const { return m_targets; }

private:
    Expected<void> addJobs();
    Expected<PreparedFile> makeJob(int index);
    int targetOf(const QString &database);
    Expected<void> checkTwice() const;
    Expected<void> readHeaders();
    Expected<void> settleMapping(PreparedFile &job) const;
    Expected<void> decide();
    Expected<void> decideStream(PreparedFile &job) const;
    Expected<void> decideFor(PreparedFile &job, const LedgerEntry &load);
    Expected<void> checkResumable(const PreparedFile &job, const LedgerEntry &load) const;
    Expected<void> resume(PreparedFile &job, const LedgerEntry &load) const;
    void nameRejects();
    QStringList filesInUse() const;
    void beginNew(PreparedFile &job) const;
    void prepareDatabases();
    QList<Entity> entitiesIn(const LoadTarget &target) const;

    Databases &m_databases;
    KnownLoads m_known;
    const LoadPlan &m_plan;
    std::vector<PreparedFile> m_jobs;
    std::vector<LoadTarget> m_targets;
};

} // namespace Weir
