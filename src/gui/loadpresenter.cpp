// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/loadpresenter.h"

#include "gui/workqueue.h"

#include <chrono>

namespace Weir {

namespace {
constexpr std::chrono::milliseconds TickInterval{40};
constexpr int TicksPerReasons = 8;
constexpr int TicksPerTables = 25;
} // namespace

LoadPresenter::LoadPresenter(RunController &runs, WorkQueue &queue, QObject *parent)
    : QObject(parent)
    , m_controller(runs)
    , m_queue(queue)
{
    m_timer.setInterval(TickInterval);
    connect(&m_timer, &QTimer::timeout, this, &LoadPresenter::tick);
    connect(&m_controller, &LoadController::finished, this, &LoadPresenter::handleFinished);
    connect(&m_controller, &LoadController::pausedChanged, this, [this](bool paused) {
        if (m_state == State::Loading || m_state == State::Paused)
            setState(paused ? State::Paused : State::Loading);
    });
    connect(&m_controller, &LoadController::forgotten, this,
            [this](const QByteArray &, const QString &error) { Q_EMIT forgotten(error); });
    connect(&m_controller, &LoadController::undone, this,
            [this](const UndoResult &result, const QString &error) {
                setState(State::Idle);
                Q_EMIT undone(result, error);
            });
}

void LoadPresenter::load(const LoadPlan &plan)
{
    if (isActive())
        return;
    m_plan = plan;
    setState(State::Waiting);
    m_queue.post([this] {
        if (m_state != State::Waiting)
            return true;
        if (!m_controller.start(m_plan))
            return false;
        m_monitor = m_controller.monitor();
        m_progress.begin(m_plan);
        m_groups.clear();
        QStringList paths;
        for (const LoadFile &file : std::as_const(m_plan.files))
            paths.append(file.path);
        m_reasons.begin(paths);
        m_announced.clear();
        m_ticks = 0;
        m_clock.start();
        m_timer.start();
        setState(State::Loading);
        Q_EMIT started();
        return true;
    });
}

void LoadPresenter::resumeStopped()
{
    LoadPlan plan = m_plan;
    plan.settings.known = LoadSettings::Known::Resume;
    plan.files.clear();
    for (int i = 0; result() && i < m_plan.files.size(); ++i) {
        if (result()->files.value(i).resumable)
            plan.files.append(m_plan.files.at(i));
    }
    if (plan.files.isEmpty())
        return;
    load(plan);
}

void LoadPresenter::setPaused(bool paused)
{
    if (paused)
        m_controller.pause();
    else
        m_controller.resume();
}

void LoadPresenter::stop()
{
    if (m_state == State::Waiting) {
        setState(State::Idle);
    } else if (isActive()) {
        m_controller.cancel();
        setState(State::Stopping);
    }
}

void LoadPresenter::undo(const Project &project, const QByteArray &loadId)
{
    if (isActive())
        return;
    setState(State::Undoing);
    m_queue.post(
        [this, project, loadId] { return m_state != State::Undoing || m_controller.undo(project, loadId); });
}

void LoadPresenter::forget(const Project &project, const QByteArray &loadId)
{
    m_queue.post([this, project, loadId] { return m_controller.forget(project, loadId); });
}

void LoadPresenter::askKnown(const LoadPlan &plan, const KnownAnswer &answer)
{
    m_queue.post([this, plan, answer] { return m_controller.askKnown(plan, answer); });
}

void LoadPresenter::askHistory(const Project &project, const HistoryAnswer &answer)
{
    m_queue.post([this, project, answer] { return m_controller.askHistory(project, answer); });
}

void LoadPresenter::tick()
{
    ++m_ticks;
    update();
    if (m_ticks % TicksPerTables == 0)
        announceRows();
}

void LoadPresenter::update()
{
    m_progress.update(m_monitor->progress(), m_clock.elapsed());
    if (m_ticks % TicksPerReasons == 0)
        m_reasons.append(m_monitor->takeReasons());
    Q_EMIT progressed();
}

void LoadPresenter::announceRows()
{
    for (const DatabaseProfile &profile : std::as_const(m_plan.project.databases)) {
        const qint64 rows = m_progress.inserted(profile.name);
        if (m_announced.value(profile.name) == rows)
            continue;
        m_announced.insert(profile.name, rows);
        Q_EMIT rowsCommitted(profile.name);
    }
}

void LoadPresenter::handleFinished(const LoadResult &result, const QString &error)
{
    m_timer.stop();
    m_reasons.append(m_monitor->takeReasons());
    if (error.isEmpty()) {
        m_progress.finish(result);
        m_groups.show(result);
    }
    setState(State::Idle);
    Q_EMIT progressed();
    if (error.isEmpty())
        Q_EMIT completed(result);
    else
        Q_EMIT failed(error);
}

void LoadPresenter::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace Weir
