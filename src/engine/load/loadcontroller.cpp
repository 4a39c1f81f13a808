// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadcontroller.h"

namespace Weir {

namespace {

template<typename T>
QString errorOf(const Expected<T> &value)
{
    return value ? QString() : value.error().sentence;
}

QStringList databasesOf(const LoadPlan &plan)
{
    QStringList databases;
    for (const SourceFile &file : plan.files)
        databases += plan.project.entities.value(file.entity).database;
    databases.removeDuplicates();
    return databases;
}

/// Work of a Loader for RunController::write(), which wakes the load where it is held up when told to stop.
template<typename Work>
auto watched(const std::shared_ptr<LoadMonitor> &monitor, Work work)
{
    return [monitor, work = std::move(work)](Databases &databases, const std::stop_token &stop) {
        const std::stop_callback onStop(stop, [&monitor] { monitor->cancel(); });
        return work(Loader(databases), *monitor);
    };
}

} // namespace

LoadController::LoadController(RunController &runs, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
{}

LoadController::~LoadController() = default;

bool LoadController::begin(int files)
{
    if (m_monitor)
        return false;
    m_monitor = std::make_shared<LoadMonitor>(files);
    return true;
}

void LoadController::end()
{
    const bool wasPaused = m_monitor->isPaused();
    m_monitor.reset();
    if (wasPaused)
        Q_EMIT pausedChanged(false);
}

bool LoadController::start(const LoadPlan &plan, RunController::Begun begun)
{
    if (!begin(static_cast<int>(plan.files.size())))
        return false;
    const auto work = [plan](Loader loader, LoadMonitor &monitor) {
        return loader.load(plan, monitor);
    };
    m_job = m_runs.write(plan.project, databasesOf(plan), {this, Executor::Duty::Question, std::move(begun)},
                         watched(m_monitor, work), [this](const Expected<LoadResult> &result) {
                             end();
                             Q_EMIT finished(result.value_or(LoadResult()), errorOf(result));
                         });
    return true;
}

bool LoadController::undo(const Project &project, const QByteArray &loadId, RunController::Begun begun)
{
    if (!begin(1))
        return false;
    const auto work = [project, loadId](Loader loader, LoadMonitor &monitor) {
        return loader.undo(project, loadId, monitor);
    };
    m_job = m_runs.write(project, {}, {this, Executor::Duty::Question, std::move(begun)},
                         watched(m_monitor, work), [this](const Expected<UndoResult> &result) {
                             end();
                             Q_EMIT undone(result.value_or(UndoResult()), errorOf(result));
                         });
    return true;
}

void LoadController::forget(const Project &project, const QByteArray &loadId)
{
    const auto work = [project, loadId](Databases &databases, const std::stop_token &) {
        return Loader(databases).forget(project, loadId);
    };
    m_runs.write(project, {}, {this}, work,
                 [this, loadId](const Expected<void> &result) { Q_EMIT forgotten(loadId, errorOf(result)); });
}

Job LoadController::askHistory(const Project &project, QObject *asker,
                               std::function<void(const Expected<LoadHistory> &)> answer)
{
    const auto work = [project](Databases &databases, const std::stop_token &) -> Expected<LoadHistory> {
        return Loader(databases).history(project);
    };
    return m_runs.write(project, {}, {asker}, work, std::move(answer));
}

Job LoadController::askKnown(const LoadPlan &plan, QObject *asker, std::function<void(const Known &)> answer)
{
    const auto work = [plan](Databases &databases, const std::stop_token &stop) {
        return Loader(databases).known(plan, stop);
    };
    return m_runs.write(plan.project, databasesOf(plan), {asker}, work, std::move(answer));
}

void LoadController::pause()
{
    if (!m_monitor || m_monitor->isPaused())
        return;
    m_monitor->pause();
    Q_EMIT pausedChanged(true);
}

void LoadController::resume()
{
    if (!m_monitor || !m_monitor->isPaused())
        return;
    m_monitor->resume();
    Q_EMIT pausedChanged(false);
}

void LoadController::cancel()
{
    if (m_job.isWaiting()) {
        m_job.cancel();
        end();
    } else if (m_monitor) {
        m_monitor->cancel();
    }
}

} // namespace Weir
