// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/runresult.h"
#include "db/connections.h"
#include "db/databases/databases.h"
#include "engine/run/runner.h"
#include "engine/run/runplan.h"
#include "engine/run/runrecorder.h"
#include "engine/threads/startgate.h"
#include "engine/threads/taskqueue.h"
#include "engine/threads/workerpool.h"
#include "engine/transaction/inserttask.h"
#include "engine/transaction/runcontext.h"
#include "engine/transaction/writegate.h"

#include <QFuture>
#include <QPromise>

#include <deque>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace Weir {

/// One execution of a plan, from the preparation of its databases to its result. Lives in Runner::execute().
class Run
{
public:
    Run(const RunPlan &plan, RunRecorder &recorder, const std::stop_token &stop);

    /// Prepares the databases and compiles the entities; a database that cannot be used is remembered.
    Expected<void> prepare(const Databases &databases);
    /// Error: it could not begin, nothing was written.
    Expected<void> execute(WorkerPool &pool, Connections &connections);
    /// Ends with settling each database, outside the measured time.
    FinishedRun finish();

private:
    /// A database of the run.
    struct Target
    {
        QString name;
        std::shared_ptr<Backend> backend;
        SqlError error; // why it takes no part
        std::unique_ptr<WriteGate> gate;
    };
    struct Worker
    {
        int number;
        Connections &connections;
    };
    /// A task a worker has taken, with the connection for it.
    struct Taken
    {
        InsertTask *task;
        Target *target;
        Expected<Session *, SqlError> session;
    };

    Expected<void> addTargets(const Databases &databases);
    Expected<void> compileEntities();
    void makeTasks();
    int targetOf(int entity) const;

    bool start(WorkerPool &pool, Connections &connections, StartGate &gate);
    void work(const Worker &worker, StartGate &gate);
    std::optional<Taken> takeTask(const Worker &worker);
    void connect(Taken &taken, Connections &connections) const;
    void perform(Taken &taken);
    void write(Taken &taken);
    void report(InsertTask &task);
    void collectReports();
    SettledTrace settle(const Target &target, QStringList *notes) const;

    RunResult makeResult();
    void addOutcomes(RunResult &result);
    void addTimes(RunResult &result) const;

    const RunPlan &m_plan;
    RunRecorder &m_recorder;
    RunContext m_context;
    std::vector<Target> m_targets;
    std::vector<std::optional<CompiledEntity>> m_entities; // by index in the project; those with rows only
    std::deque<InsertTask> m_tasks;
    std::unique_ptr<TaskQueue> m_queue;
    int m_threads = 0;
    qint64 m_begun = 0;
    qint64 m_opened = 0; // when the start gate was opened

    std::vector<QPromise<TaskReport>> m_promises; // by task, each kept by its thread
    std::vector<QFuture<TaskReport>> m_futures;   // by task
    std::vector<TaskReport> m_reports;            // by task, once the threads are back
};

} // namespace Weir
