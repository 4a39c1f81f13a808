// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runner.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>

namespace Weir {

/// Runs without blocking: what the window holds. GUI thread.
class RunController : public QObject
{
    Q_OBJECT
public:
    explicit RunController(QString dataDirectory, QObject *parent = nullptr);
    ~RunController() override; // cancels and waits for the tasks under way

    bool isRunning() const { return m_running; }
    const QString &dataDirectory() const;
    int openConnections() const;

    /// False: something is under way already. The run's id is in recorder().
    bool start(const RunPlan &plan);
    void cancel();
    /// The recorder of the run under way or, afterwards, of the last one; nullptr before the first.
    std::shared_ptr<RunRecorder> recorder() const { return m_recorder; }

    /// Other work on the databases, one piece at a time and never during a run: migrate, empty, count …
    /// `work` runs on the controller's own thread, `done` on the GUI thread with what it returned.
    using Work = std::function<QString(Databases &)>; // empty, or the error's sentence
    bool startWork(const Project &project, Work work, std::function<void(const QString &error)> done);

Q_SIGNALS:
    void runningChanged(bool running);
    /// Error is empty, or says why nothing could run.
    void finished(const Weir::FinishedRun &run, const QString &error);

private:
    void setRunning(bool running);

    std::unique_ptr<Databases> m_databases;
    std::unique_ptr<Runner> m_runner;
    QThreadPool m_coordinator; // one thread: Databases and Runner::execute belong to it
    std::shared_ptr<RunRecorder> m_recorder;
    std::shared_ptr<CancelToken> m_cancel;
    quint64 m_lastRunId = 0;
    bool m_running = false;
};

} // namespace Weir

Q_DECLARE_METATYPE(Weir::FinishedRun)
