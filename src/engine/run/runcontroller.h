// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/mailbox.h"
#include "engine/run/runner.h"
#include "engine/threads/executor.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace Weir {

/// Who asks for work, how much it matters (see Executor), and what to do here just before it begins.
struct Asker
{
    QObject *object = nullptr;
    Executor::Duty duty = Executor::Duty::Question;
    std::function<void()> begun = {};
};

/// Runs without blocking, and all other work on the project's databases: what the window holds. Work that
/// writes takes turns; reading waits only for what is done with the same database. GUI thread.
class RunController : public QObject
{
    Q_OBJECT
public:
    using Begun = std::function<void()>;

    explicit RunController(QString dataDirectory, QObject *parent = nullptr);
    ~RunController() override; // cancels and waits for the tasks under way

    /// A run, load or other work that writes is under way or waits.
    bool isRunning() const;
    const QString &dataDirectory() const { return m_dataDirectory; }
    int openConnections() const;
    Executor &executor() { return m_executor; }

    /// Begins when its databases are free. False: a run is under way or waits already. Its id is in
    /// recorder().
    bool start(const RunPlan &plan, Begun begun = {});
    /// A run that waits is forgotten; one under way will be finished().
    void cancel();
    /// The recorder of the run under way or, afterwards, of the last one; nullptr before the first.
    std::shared_ptr<RunRecorder> recorder() const { return m_recorder; }

    /// Makes the project's backends available (opens no file); all work that writes does it as well.
    void useProject(const Project &project, const Asker &asker = {},
                    std::function<void(const Expected<void> &)> answer = {});
    /// The backend of a database of the project used last; nullptr before backendsChanged() or when unknown.
    std::shared_ptr<Backend> backend(const QString &database) const { return m_backends.value(database); }

    /// Other work that writes: migrate, empty … `work` gets the Databases and a std::stop_token and returns
    /// what an Executor's does; `databases` are those it works on, none: all.
    template<typename Work, typename Answer>
    Job write(const Project &project, const QStringList &databases, const Asker &asker, Work work,
              Answer answer);
    /// Reading in one database; `work` gets its Backend and a std::stop_token and returns an Expected.
    template<typename Work, typename Answer>
    Job read(const DatabaseProfile &database, const Asker &asker, Work work, Answer answer);

Q_SIGNALS:
    void backendsChanged();
    /// Error is empty, or says why nothing could run.
    void finished(const Weir::FinishedRun &run, const QString &error);

private:
    using Backends = QHash<QString, std::shared_ptr<Backend>>;

    QString laneOf(const DatabaseProfile &database) const;
    Executor::Order orderFor(const Asker &asker, QStringList lanes) const;
    QStringList lanesToWrite(const Project &project, const QStringList &databases) const;
    /// The backends of the project, made if need be and told to this object's thread at once: whoever reads
    /// through the old ones lets go of their files while the work goes on. In the thread of work that writes.
    Expected<void> useDatabases(const Project &project);
    Expected<std::shared_ptr<Backend>> findBackend(const DatabaseProfile &database) const; // any thread
    void setBackends(const Backends &backends);
    void finish(const Expected<FinishedRun> &run);

    const QString m_dataDirectory;
    Databases m_databases;
    Runner m_runner;
    Mailbox m_mailbox; // what work tells before it is over
    Backends m_backends;
    std::shared_ptr<RunRecorder> m_recorder;
    std::optional<std::stop_source> m_stop; // of the run that waits or is under way
    Job m_run;
    quint64 m_lastRunId = 0;
    Executor m_executor; // last: work uses the others
};

template<typename Work, typename Answer>
Job RunController::write(const Project &project, const QStringList &databases, const Asker &asker, Work work,
                         Answer answer)
{
    using Result = std::invoke_result_t<Work, Databases &, const std::stop_token &>;
    auto job = [this, project, work = std::move(work)](const std::stop_token &stop) {
        if (const Expected<void> used = useDatabases(project); !used)
            return failedResult<Result>(used.error().sentence);
        return work(m_databases, stop);
    };
    return m_executor.run(orderFor(asker, lanesToWrite(project, databases)), std::move(job),
                          std::move(answer));
}

template<typename Work, typename Answer>
Job RunController::read(const DatabaseProfile &database, const Asker &asker, Work work, Answer answer)
{
    auto job = [this, database, work = std::move(work)](const std::stop_token &stop) {
        return findBackend(database).and_then(
            [&](const std::shared_ptr<Backend> &backend) { return work(*backend, stop); });
    };
    return m_executor.run(orderFor(asker, {laneOf(database)}), std::move(job), std::move(answer));
}

} // namespace Weir

Q_DECLARE_METATYPE(Weir::FinishedRun)
