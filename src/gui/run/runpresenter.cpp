// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runpresenter.h"

namespace Weir {

RunPresenter::RunPresenter(RunController &controller, LogModel &log, SummaryModel &summary, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_log(log)
    , m_summary(summary)
{
    connect(&controller, &RunController::finished, this, &RunPresenter::handleFinished);
    connect(&m_feed, &RunFeed::reports, this, &RunPresenter::showReports);
    connect(&m_feed, &RunFeed::done, this, &RunPresenter::handleDelivered);
}

void RunPresenter::setReplay(bool slowly)
{
    m_feed.setReplay(slowly);
    if (!slowly)
        skipReplay();
}

void RunPresenter::run(const RunPlan &plan)
{
    skipReplay();
    if (m_state != State::Idle)
        return;
    m_plan = plan;
    setState(State::Waiting);
    if (!m_controller.start(m_plan, [this] { begin(); }))
        setState(State::Idle);
}

void RunPresenter::stop()
{
    if (m_state == State::Waiting) {
        m_controller.cancel();
        setState(State::Idle);
    } else if (m_state == State::Running) {
        setState(State::Stopping);
        m_controller.cancel();
    } else {
        skipReplay();
    }
}

void RunPresenter::skipReplay()
{
    if (m_state == State::Replaying)
        m_feed.skip();
}

void RunPresenter::begin()
{
    m_shownTasks = 0;
    m_finished.reset();
    const auto recorder = m_controller.recorder();
    m_log.beginRun(recorder->runId(), m_plan.project);
    m_summary.beginRun(recorder->runId(), m_plan.project);
    m_feed.begin(recorder);
    setState(State::Running);
    Q_EMIT started();
    Q_EMIT progress(0, static_cast<int>(m_plan.tasks.size()));
}

void RunPresenter::showReports(const std::vector<TaskReport> &reports)
{
    m_log.append(reports);
    m_summary.append(reports);
    m_shownTasks += static_cast<int>(reports.size());
    Q_EMIT this->reports(reports);
    Q_EMIT progress(m_shownTasks, static_cast<int>(m_plan.tasks.size()));
}

void RunPresenter::handleFinished(const FinishedRun &run, const QString &error)
{
    m_error = error;
    if (error.isEmpty())
        m_finished = run;
    setState(State::Replaying);
    m_feed.finish(run.result.elapsedNs);
}

void RunPresenter::handleDelivered()
{
    if (m_state != State::Replaying)
        return;
    setState(State::Idle);
    if (m_finished) {
        m_summary.finish(m_finished->result);
        Q_EMIT completed(*m_finished);
    } else {
        m_log.note(m_error);
        Q_EMIT failed(m_error);
    }
}

void RunPresenter::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace Weir
