// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadpresenter.h"

#include <chrono>
#include <utility>

namespace Weir {

namespace {
constexpr std::chrono::milliseconds TickInterval{40};
constexpr int TicksPerReasons = 8;
constexpr int TicksPerTables = 25;
} // namespace

LoadPresenter::LoadPresenter(RunController &runs, QObject *parent)
    : QObject(parent)
    , m_controller(runs)
{
    m_timer.setInterval(TickInterval);
    connect(&m_timer, &QTimer::timeout, this, &LoadPresenter::tick);
    connect(&m_controller, &LoadController::finished, this, &LoadPresenter::handleFinished);
    connect(&m_controller, &LoadController::pausedChanged, this, [this](bool paused) {
        if (m_state == State::Loading || m_state == State::Paused)
            setState(paused ? State::Paused : State::Loading);
    });
    connect(&m_controller, &LoadController::undone, this, &LoadPresenter::handleUndone);
    connect(&m_controller, &LoadController::forgotten, this,
            [this](const QByteArray &id, const QString &error) {
                if (error.isEmpty())
                    m_progress.setNotResumable(id);
                Q_EMIT forgotten(m_forgetting.take(id), error);
            });
}

bool LoadPresenter::load(const LoadPlan &plan)
{
    if (isActive())
        return false;
    m_next = plan;
    wait();
    return m_controller.start(plan, [this] { beginLoading(); });
}

bool LoadPresenter::undo(const Project &project, const RecordedLoad &load)
{
    if (isActive())
        return false;
    m_undo = UndoProgress{load, 0};
    wait();
    return m_controller.undo(project, load.load.id, [this] { beginUndoing(); });
}

void LoadPresenter::wait()
{
    setState(State::Waiting);
    Q_EMIT begun();
}

void LoadPresenter::beginLoading()
{
    m_plan = *std::exchange(m_next, std::nullopt);
    m_progress.begin(m_plan);
    m_groups.clear();
    QStringList paths;
    for (const SourceFile &file : std::as_const(m_plan.files))
        paths.append(file.path);
    m_reasons.begin(paths);
    m_announced.clear();
    watch(State::Loading);
}

void LoadPresenter::beginUndoing()
{
    // Even if it is stopped at once: what was undone in part would be loaded from its beginning.
    m_progress.setNotResumable(m_undo->load.load.id);
    watch(State::Undoing);
}

void LoadPresenter::watch(State state)
{
    m_monitor = m_controller.monitor();
    m_ticks = 0;
    m_clock.start();
    m_timer.start();
    setState(state);
    Q_EMIT started();
}

bool LoadPresenter::resumeStopped()
{
    LoadPlan plan = m_plan;
    plan.settings.known = LoadSettings::Known::Resume;
    plan.files.clear();
    for (int i = 0; result() && i < m_plan.files.size(); ++i) {
        if (result()->files.value(i).resumable)
            plan.files.append(m_plan.files.at(i));
    }
    return !plan.files.isEmpty() && load(plan);
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
    if (m_state == State::Waiting)
        m_controller.cancel();
    if (m_state == State::Waiting && m_undo) {
        UndoResult nothing;
        nothing.stopped = true;
        handleUndone(nothing, {});
    } else if (m_state == State::Waiting) {
        m_next.reset();
        setState(State::Idle);
    } else if (isActive()) {
        m_controller.cancel();
        setState(State::Stopping);
    }
}

void LoadPresenter::clear()
{
    if (isActive())
        return;
    m_plan = {};
    m_progress.begin({});
    m_groups.clear();
    m_reasons.begin({});
    Q_EMIT cleared();
}

void LoadPresenter::forget(const Project &project, const RecordedLoad &load)
{
    m_forgetting.insert(load.load.id, load);
    m_controller.forget(project, load.load.id);
}

Job LoadPresenter::askKnown(const LoadPlan &plan, QObject *asker, const KnownAnswer &answer)
{
    return m_controller.askKnown(plan, asker, answer);
}

void LoadPresenter::askHistory(const Project &project, QObject *asker, const HistoryAnswer &answer)
{
    m_controller.askHistory(project, asker, answer);
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
    const std::vector<FileProgress> progress = m_monitor->progress();
    if (m_undo)
        m_undo->rows = progress.front().bytes;
    else
        m_progress.update(progress, m_clock.elapsed());
    if (!m_undo && m_ticks % TicksPerReasons == 0)
        m_reasons.append(m_monitor->takeReasons());
    Q_EMIT progressed();
}

void LoadPresenter::announceRows()
{
    if (m_undo) {
        Q_EMIT rowsCommitted(m_undo->load.database);
        return;
    }
    for (const DatabaseProfile &profile : std::as_const(m_plan.project.databases)) {
        const qint64 rows = m_progress.written(profile.name);
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

void LoadPresenter::handleUndone(const UndoResult &result, const QString &error)
{
    m_timer.stop();
    const RecordedLoad load = m_undo->load;
    m_undo.reset();
    setState(State::Idle);
    Q_EMIT progressed();
    Q_EMIT undone(load, result, error);
}

void LoadPresenter::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace Weir
