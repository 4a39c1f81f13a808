// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loadcontroller.h"
#include "models/load/loadgroupsmodel.h"
#include "models/load/loadprogressmodel.h"
#include "models/load/reasonsmodel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace Weir {

/// How far the undoing of a load is.
struct UndoProgress
{
    RecordedLoad load;
    qint64 rows = 0; // looked at so far
};

/// Brings loads and their undoing to the window, one at a time: starts them when the databases are free and
/// keeps the models in step, a few dozen times a second. GUI thread.
class LoadPresenter : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Idle,
        Waiting, // for other work on the databases to end
        Loading,
        Paused,
        Stopping,
        Undoing
    };
    using KnownAnswer = std::function<void(const LoadController::Known &)>;
    using HistoryAnswer = std::function<void(const Expected<LoadHistory> &)>;

    explicit LoadPresenter(RunController &runs, QObject *parent = nullptr);

    State state() const { return m_state; }
    bool isActive() const { return m_state != State::Idle; }
    /// What is waiting or under way is no load but the undoing of one; std::nullopt: it is not.
    const std::optional<UndoProgress> &undoProgress() const { return m_undo; }
    const LoadPlan &plan() const { return m_plan; } // of the load under way or the last one
    /// Of the load that waits; where none does, plan().
    const LoadPlan &nextPlan() const { return m_next ? *m_next : m_plan; }
    const std::optional<LoadResult> &result() const { return m_progress.result(); }
    LoadProgressModel &progressModel() { return m_progress; }
    const LoadProgressModel &progressModel() const { return m_progress; }
    ReasonsModel &reasonsModel() { return m_reasons; }
    LoadGroupsModel &groupsModel() { return m_groups; }
    qint64 elapsedMs() const { return m_clock.isValid() ? m_clock.elapsed() : 0; }

    /// False: something is under way already.
    bool load(const LoadPlan &plan);
    bool undo(const Project &project, const RecordedLoad &load);
    /// The last load goes on where it stopped. False: it cannot, or something is under way already.
    bool resumeStopped();
    void setPaused(bool paused);
    void stop();
    /// The last load and its figures, as if nothing had been loaded yet; not while something is under way.
    void clear();
    /// Settings of the databases that the last load goes on with.
    void useDatabases(const QList<DatabaseProfile> &databases) { m_plan.project.databases = databases; }
    void forget(const Project &project, const RecordedLoad &load);
    /// Whoever loses interest in the answer cancels the job: whole files may have to be read for it.
    Job askKnown(const LoadPlan &plan, QObject *asker, const KnownAnswer &answer);
    void askHistory(const Project &project, QObject *asker, const HistoryAnswer &answer);

Q_SIGNALS:
    void stateChanged(Weir::LoadPresenter::State state);
    void begun();                                // accepted; it may have to wait
    void started();                              // on the databases
    void cleared();                              // see clear()
    void progressed();                           // figures of the models
    void rowsCommitted(const QString &database); // about once a second for each
    void completed(const Weir::LoadResult &result);
    void failed(const QString &sentence); // nothing was loaded
    void undone(const Weir::RecordedLoad &load, const Weir::UndoResult &result, const QString &error);
    void forgotten(const Weir::RecordedLoad &load, const QString &error);

private:
    void wait();
    void beginLoading();
    void beginUndoing();
    void watch(State state);
    void tick();
    void update();
    void announceRows();
    void handleFinished(const LoadResult &result, const QString &error);
    void handleUndone(const UndoResult &result, const QString &error);
    void setState(State state);

    LoadController m_controller;
    std::shared_ptr<LoadMonitor> m_monitor; // of the load under way or the last one
    LoadProgressModel m_progress;
    ReasonsModel m_reasons;
    LoadGroupsModel m_groups;
    LoadPlan m_plan;
    std::optional<LoadPlan> m_next; // while it waits
    std::optional<UndoProgress> m_undo;
    QHash<QByteArray, RecordedLoad> m_forgetting; // by id
    QTimer m_timer;
    QElapsedTimer m_clock;
    QHash<QString, qint64> m_announced; // rows, by database
    int m_ticks = 0;
    State m_state = State::Idle;
};

} // namespace Weir
