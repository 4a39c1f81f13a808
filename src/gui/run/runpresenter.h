// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/run/runcontroller.h"
#include "models/run/logmodel.h"
#include "models/run/runfeed.h"
#include "models/run/summarymodel.h"

#include <QObject>

#include <optional>

namespace Weir {

/// Brings runs to the window: starts them, feeds log and summary with their reports and tells the panels,
/// live or as a slow replay of what was recorded. GUI thread.
class RunPresenter : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Waiting, Running, Stopping, Replaying };

    RunPresenter(RunController &controller, LogModel &log, SummaryModel &summary, QObject *parent = nullptr);

    State state() const { return m_state; }
    const Project &project() const { return m_plan.project; } // of the last run
    void setReplay(bool slowly);

    /// Nothing happens while another run is under way; a replay is brought to its end first.
    void run(const RunPlan &plan);
    void stop();
    void skipReplay();

Q_SIGNALS:
    void stateChanged(Weir::RunPresenter::State state);
    void started();
    void reports(const std::vector<Weir::TaskReport> &reports);
    void progress(int finishedTasks, int tasks);
    void completed(const Weir::FinishedRun &run); // everything has been shown
    void failed(const QString &sentence);         // nothing could run

private:
    void begin();
    void showReports(const std::vector<TaskReport> &reports);
    void handleFinished(const FinishedRun &run, const QString &error);
    void handleDelivered();
    void setState(State state);

    RunController &m_controller;
    LogModel &m_log;
    SummaryModel &m_summary;
    RunFeed m_feed;
    State m_state = State::Idle;
    RunPlan m_plan;
    int m_shownTasks = 0;
    std::optional<FinishedRun> m_finished;
    QString m_error;
};

} // namespace Weir
