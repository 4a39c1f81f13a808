// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mailbox.h"
#include "engine/runner.h"
#include "engine/workthread.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Weir {

/// Runs without blocking: what the window holds. GUI thread.
class RunController : public QObject
{
    Q_OBJECT
public:
    explicit RunController(QString dataDirectory, QObject *parent = nullptr);
    ~RunController() override; // cancels and waits for the tasks under way

    bool isRunning() const { return m_running; }
    const QString &dataDirectory() const { return m_dataDirectory; }
    int openConnections() const;

    /// False: something is under way already. The run's id is in recorder().
    bool start(const RunPlan &plan);
    void cancel();
    /// The recorder of the run under way or, afterwards, of the last one; nullptr before the first.
    std::shared_ptr<RunRecorder> recorder() const { return m_recorder; }

    /// Makes the project's backends available (opens no file); a run does it as well. False: busy.
    bool useProject(const Project &project);
    /// The backend of a database of the project used last; nullptr before backendsChanged() or when unknown.
    std::shared_ptr<Backend> backend(const QString &database) const { return m_backends.value(database); }

    /// Other work on the databases, one piece at a time and never during a run: migrate, empty, count …
    /// `work` runs on the controller's own thread, `done` on the GUI thread with what it returned.
    using Work = std::function<QString(Databases &)>; // empty, or the error's sentence
    bool startWork(const Project &project, Work work, std::function<void(const QString &error)> done);

Q_SIGNALS:
    void runningChanged(bool running);
    void backendsChanged();
    /// Error is empty, or says why nothing could run.
    void finished(const Weir::FinishedRun &run, const QString &error);

private:
    using Backends = QHash<QString, std::shared_ptr<Backend>>;
    struct WorkDone
    {
        QString error;
        Backends backends;
        std::optional<FinishedRun> run;
    };

    /// Runs `job` on the coordinator and `done` here, when it is over.
    void launch(std::function<WorkDone()> job, const std::function<void(const WorkDone &)> &done);
    void finish(const WorkDone &result, const std::function<void(const WorkDone &)> &done);
    /// The backends of the project, made if need be and told to this object's thread at once: whoever reads
    /// through the old ones lets go of their files while the work goes on. On the coordinator.
    Expected<void> useDatabases(const Project &project);
    Backends collectBackends(const Project &project) const;
    void setBackends(const Backends &backends);
    void setRunning(bool running);

    const QString m_dataDirectory;
    std::unique_ptr<Databases> m_databases;
    std::unique_ptr<Runner> m_runner;
    Mailbox m_mailbox; // what the coordinator tells
    Backends m_backends;
    std::shared_ptr<RunRecorder> m_recorder;
    std::shared_ptr<CancelToken> m_cancel;
    quint64 m_lastRunId = 0;
    bool m_running = false;
    WorkThread m_coordinator; // Databases and Runner::execute belong to it; last: it uses the others
};

} // namespace Weir

Q_DECLARE_METATYPE(Weir::FinishedRun)
