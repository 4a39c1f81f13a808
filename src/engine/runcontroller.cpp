// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runcontroller.h"

#include "engine/runinpool.h"

namespace Weir {

RunController::RunController(QString dataDirectory, QObject *parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
    , m_databases(std::make_unique<Databases>(m_dataDirectory))
    , m_runner(std::make_unique<Runner>(*m_databases))
{}

RunController::~RunController()
{
    cancel();
}

int RunController::openConnections() const
{
    return m_runner->openConnections();
}

void RunController::launch(std::function<WorkDone()> job, const std::function<void(const WorkDone &)> &done)
{
    setRunning(true);
    const bool started = m_coordinator.post([this, job = std::move(job), done] {
        m_mailbox.post([this, result = withinMemory(job), done] { finish(result, done); });
    });
    if (started)
        return;
    WorkDone refused;
    refused.error = noThreadsText();
    m_mailbox.post([this, refused, done] { finish(refused, done); });
}

void RunController::finish(const WorkDone &result, const std::function<void(const WorkDone &)> &done)
{
    setRunning(false);
    if (result.error.isEmpty() || !result.backends.isEmpty()) // what came to nothing changed nothing
        setBackends(result.backends);
    done(result);
}

bool RunController::start(const RunPlan &plan)
{
    if (m_running)
        return false;
    m_recorder = std::make_shared<RunRecorder>(++m_lastRunId);
    m_cancel = std::make_shared<CancelToken>();
    const auto job = [this, plan, recorder = m_recorder, token = m_cancel] {
        WorkDone done;
        Expected<FinishedRun> run =
            useDatabases(plan.project).and_then([&] { return m_runner->execute(plan, *recorder, *token); });
        if (run)
            done.run = std::move(*run);
        else
            done.error = run.error().sentence;
        done.backends = collectBackends(plan.project);
        return done;
    };
    launch(job,
           [this](const WorkDone &done) { Q_EMIT finished(done.run.value_or(FinishedRun{}), done.error); });
    return true;
}

bool RunController::useProject(const Project &project)
{
    return startWork(
        project, [](Databases &) { return QString(); }, [](const QString &) {});
}

bool RunController::startWork(const Project &project, Work work, std::function<void(const QString &)> done)
{
    if (m_running)
        return false;
    const auto job = [this, project, work = std::move(work)] {
        WorkDone result;
        const Expected<void> updated = useDatabases(project);
        result.error = updated ? work(*m_databases) : updated.error().sentence;
        result.backends = collectBackends(project);
        return result;
    };
    launch(job, [done = std::move(done)](const WorkDone &result) { done(result.error); });
    return true;
}

Expected<void> RunController::useDatabases(const Project &project)
{
    Expected<void> used = m_runner->useDatabases(project.databases);
    m_mailbox.post([this, backends = collectBackends(project)] { setBackends(backends); });
    return used;
}

void RunController::setBackends(const Backends &backends)
{
    if (backends == m_backends)
        return;
    m_backends = backends;
    Q_EMIT backendsChanged();
}

RunController::Backends RunController::collectBackends(const Project &project) const
{
    Backends backends;
    for (const DatabaseProfile &profile : project.databases) {
        if (const std::shared_ptr<Backend> backend = m_databases->backend(profile.name))
            backends.insert(profile.name, backend);
    }
    return backends;
}

void RunController::cancel()
{
    if (m_cancel)
        m_cancel->cancel();
}

void RunController::setRunning(bool running)
{
    m_running = running;
    Q_EMIT runningChanged(running);
}

} // namespace Weir
