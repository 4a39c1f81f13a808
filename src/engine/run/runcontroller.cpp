// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/runcontroller.h"

#include <QCoreApplication>

namespace Weir {

namespace {
/// Of all work that writes: no two pieces of it happen at once.
QString writersLane()
{
    return QStringLiteral("writers");
}
} // namespace

RunController::RunController(QString dataDirectory, QObject *parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
    , m_databases(m_dataDirectory)
    , m_runner(m_databases)
{}

RunController::~RunController() = default;

bool RunController::isRunning() const
{
    return m_executor.isBusy(writersLane());
}

int RunController::openConnections() const
{
    return m_runner.openConnections();
}

QString RunController::laneOf(const DatabaseProfile &database) const
{
    return Databases::named(m_dataDirectory, database);
}

QStringList RunController::lanesToWrite(const Project &project, const QStringList &databases) const
{
    QStringList lanes{writersLane()};
    for (const DatabaseProfile &database : project.databases) {
        if (databases.isEmpty() || databases.contains(database.name))
            lanes += laneOf(database);
    }
    return lanes;
}

Executor::Order RunController::orderFor(const Asker &asker, QStringList lanes) const
{
    return {std::move(lanes), asker.object, asker.duty, asker.begun, false};
}

bool RunController::start(const RunPlan &plan, Begun begun)
{
    if (m_stop)
        return false;
    m_stop.emplace();
    const auto recorder = std::make_shared<RunRecorder>(m_lastRunId + 1);
    const auto begins = [this, recorder, begun = std::move(begun)] {
        m_lastRunId = recorder->runId();
        m_recorder = recorder;
        if (begun)
            begun();
    };
    const auto work = [this, plan, recorder, cancel = *m_stop](Databases &, const std::stop_token &stop) {
        const std::stop_callback onStop(stop, [source = cancel]() mutable { source.request_stop(); });
        return m_runner.execute(plan, *recorder, cancel.get_token());
    };
    QStringList databases;
    for (const RunPlan::Task &task : plan.tasks)
        databases += plan.project.entities.value(task.entity).database;
    databases.removeDuplicates();
    m_run = write(plan.project, databases, {this, Executor::Duty::Question, begins}, work,
                  [this](const Expected<FinishedRun> &run) { finish(run); });
    return true;
}

void RunController::finish(const Expected<FinishedRun> &run)
{
    m_stop.reset();
    Q_EMIT finished(run.value_or(FinishedRun()), run ? QString() : run.error().sentence);
}

void RunController::cancel()
{
    if (m_run.isWaiting()) {
        m_run.cancel();
        m_stop.reset();
    } else if (m_stop) {
        m_stop->request_stop();
    }
}

void RunController::useProject(const Project &project, const Asker &asker,
                               std::function<void(const Expected<void> &)> answer)
{
    const auto nothingMore = [](Databases &, const std::stop_token &) -> Expected<void> {
        return {};
    };
    write(project, {}, asker, nothingMore, [answer = std::move(answer)](const Expected<void> &used) {
        if (answer)
            answer(used);
    });
}

Expected<void> RunController::useDatabases(const Project &project)
{
    Expected<void> used = m_runner.useDatabases(project.databases);
    Backends backends;
    for (const DatabaseProfile &profile : project.databases) {
        if (const std::shared_ptr<Backend> backend = m_databases.backend(profile.name))
            backends.insert(profile.name, backend);
    }
    m_mailbox.post([this, backends] { setBackends(backends); });
    return used;
}

/// Another project may have one of the same name meanwhile.
Expected<std::shared_ptr<Backend>> RunController::findBackend(const DatabaseProfile &database) const
{
    const std::shared_ptr<Backend> backend = m_databases.backend(database.name);
    if (backend && backend->profile() == database)
        return backend;
    if (backend)
        return failure(QCoreApplication::translate(
                           "Weir::Runner", "The project has another database named \"%1\" by now: ask again.")
                           .arg(database.name));
    return failure(QCoreApplication::translate("Weir::Runner", "The project has no database named \"%1\".")
                       .arg(database.name));
}

void RunController::setBackends(const Backends &backends)
{
    if (backends == m_backends)
        return;
    m_backends = backends;
    Q_EMIT backendsChanged();
}

} // namespace Weir
