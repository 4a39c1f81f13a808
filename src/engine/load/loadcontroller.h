// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loader.h"
#include "engine/run/runcontroller.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Weir {

/// Loads without blocking, in turn with the RunController's runs and other work. GUI thread. The
/// RunController must outlive it.
class LoadController : public QObject
{
    Q_OBJECT
public:
    using Known = Expected<std::vector<std::optional<RecordedLoad>>>;

    explicit LoadController(RunController &runs, QObject *parent = nullptr);
    ~LoadController() override; // cancels

    /// Of the load or undoing that waits or is under way; nullptr: none.
    std::shared_ptr<LoadMonitor> monitor() const { return m_monitor; }

    /// Each begins when its databases are free. False: a load or undoing is under way or waits already.
    bool start(const LoadPlan &plan, RunController::Begun begun = {});
    bool undo(const Project &project, const QByteArray &loadId, RunController::Begun begun = {});
    void forget(const Project &project, const QByteArray &loadId);
    /// Answers with history() or known() of Loader, while who asks is there.
    Job askHistory(const Project &project, QObject *asker,
                   std::function<void(const Expected<LoadHistory> &)> answer);
    Job askKnown(const LoadPlan &plan, QObject *asker, std::function<void(const Known &)> answer);
    void pause();
    void resume();
    /// What waits is forgotten; what is under way will be finished() or undone().
    void cancel();

Q_SIGNALS:
    void pausedChanged(bool paused);
    /// Error is empty, or says why nothing was loaded. monitor() is nullptr by then.
    void finished(const Weir::LoadResult &result, const QString &error);
    void undone(const Weir::UndoResult &result, const QString &error);
    void forgotten(const QByteArray &loadId, const QString &error);

private:
    bool begin(int files);
    void end();

    RunController &m_runs;
    std::shared_ptr<LoadMonitor> m_monitor;
    Job m_job; // the load or undoing
};

} // namespace Weir

Q_DECLARE_METATYPE(Weir::LoadResult)
Q_DECLARE_METATYPE(Weir::UndoResult)
