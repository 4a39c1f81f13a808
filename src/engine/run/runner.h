// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runresult.h"
#include "db/connections.h"
#include "db/databases/databases.h"
#include "engine/run/runplan.h"
#include "engine/run/runrecorder.h"
#include "engine/threads/workerpool.h"
#include "engine/transaction/tasktrace.h"

#include <stop_token>
#include <vector>

namespace Weir {

/// A run's result with what it was made of.
struct FinishedRun
{
    RunResult result;
    std::vector<TaskTrace> traces;     // by task; 0 is the opening of the start gate
    std::vector<SettledTrace> settled; // of each database that was written to
};

/// Executes runs, one at a time. Threads and their connections stay warm from run to run.
class Runner
{
public:
    explicit Runner(Databases &databases);
    ~Runner();
    Runner(const Runner &) = delete;
    Runner &operator=(const Runner &) = delete;

    /// Blocks until every row has its verdict; never on the GUI thread (see RunController). A database that
    /// cannot be used fails its rows, the others go on. Error: nothing could run at all.
    Expected<FinishedRun> execute(const RunPlan &plan, RunRecorder &recorder, const std::stop_token &stop);

    /// Databases::update(), and closes what is open to the old ones when that changed any: some settings of a
    /// file can change only when nobody else has it open. In the thread of execute(), which does it as well.
    [[nodiscard]] Expected<void> useDatabases(const QList<DatabaseProfile> &profiles);

    int openConnections() const { return m_connections.openCount(); }

private:
    Databases &m_databases;
    Connections m_connections; // outlives the pool's threads
    WorkerPool m_pool;
    int m_revision = 0; // of the databases that the pool's connections belong to
};

} // namespace Weir
