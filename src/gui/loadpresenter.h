// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loadcontroller.h"
#include "models/loadgroupsmodel.h"
#include "models/loadprogressmodel.h"
#include "models/reasonsmodel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Weir {

class WorkQueue;

/// Brings loads to the window: starts them when the databases are free and keeps the models in step, a few
/// dozen times a second. GUI thread.
class LoadPresenter : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Waiting, Loading, Paused, Stopping, Undoing };
    using KnownAnswer = std::function<void(const Expected<std::vector<std::optional<KnownLoad>>> &)>;
    using HistoryAnswer = std::function<void(const Expected<LoadHistory> &)>;

    LoadPresenter(RunController &runs, WorkQueue &queue, QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isActive() const { return m_state != State::Idle; }
    const LoadPlan &plan() const { return m_plan; } // of the load under way or the last one
    const std::optional<LoadResult> &result() const { return m_progress.result(); }
    LoadProgressModel &progressModel() { return m_progress; }
    ReasonsModel &reasonsModel() { return m_reasons; }
    LoadGroupsModel &groupsModel() { return m_groups; }
    qint64 elapsedMs() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }

    /// Nothing happens while something is under way.
    void load(const LoadPlan &plan);
    /// The last load goes on where it stopped.
    void resumeStopped();
    void setPaused(bool paused);
    void stop();
    void undo(const Project &project, const QByteArray &loadId);
    void forget(const Project &project, const QByteArray &loadId);
    void askKnown(const LoadPlan &plan, const KnownAnswer &answer);
    void askHistory(const Project &project, const HistoryAnswer &answer);

Q_SIGNALS:
    void stateChanged(Weir::LoadPresenter::State state);
    void started();
    void progressed();                           // figures of the models
    void rowsCommitted(const QString &database); // about once a second for each
    void completed(const Weir::LoadResult &result);
    void failed(const QString &sentence); // nothing was loaded
    void undone(const Weir::UndoResult &result, const QString &error);
    void forgotten(const QString &error);

private:
    void tick();
    void update();
    void announceRows();
    void handleFinished(const LoadResult &result, const QString &error);
    void setState(State state);

    LoadController m_controller;
    std::shared_ptr<LoadMonitor> m_monitor; // of the load under way or the last one
    WorkQueue &m_queue;
    LoadProgressModel m_progress;
    ReasonsModel m_reasons;
    LoadGroupsModel m_groups;
    LoadPlan m_plan;
    QTimer m_timer;
    QElapsedTimer m_clock;
    QHash<QString, qint64> m_announced; // rows, by database
    int m_ticks = 0;
    State m_state = State::Idle;
};

} // namespace Weir
