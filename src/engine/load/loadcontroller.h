// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loader.h"
#include "engine/runcontroller.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Weir {

/// Loads without blocking, on the RunController's coordinator: never during a run. GUI thread. The
/// RunController must outlive it.
class LoadController : public QObject
{
    Q_OBJECT
public:
    explicit LoadController(RunController &runs, QObject *parent = nullptr);
    ~LoadController() override; // cancels

    /// Of the load or undoing under way; nullptr: none.
    std::shared_ptr<LoadMonitor> monitor() const { return m_monitor; }

    /// False: something is under way already.
    bool start(const LoadPlan &plan);
    bool undo(const Project &project, const QByteArray &loadId);
    bool forget(const Project &project, const QByteArray &loadId);
    /// Answers with history() or known() of Loader; false: busy.
    bool askHistory(const Project &project, std::function<void(const Expected<LoadHistory> &)> answer);
    /// The question ends when `cancel` is cancelled, or this object is destroyed.
    bool askKnown(const LoadPlan &plan, const std::shared_ptr<CancelToken> &cancel,
                  std::function<void(const Expected<std::vector<std::optional<KnownLoad>>> &)> answer);
    void pause();
    void resume();
    void cancel();

Q_SIGNALS:
    void pausedChanged(bool paused);
    /// Error is empty, or says why nothing was loaded. monitor() is nullptr by then.
    void finished(const Weir::LoadResult &result, const QString &error);
    void undone(const Weir::UndoResult &result, const QString &error);
    void forgotten(const QByteArray &loadId, const QString &error);

private:
    template<typename T>
    bool ask(const Project &project, std::function<Expected<T>(Loader &)> work,
             std::function<void(const Expected<T> &)> answer);
    bool begin(int files);
    void end();

    RunController &m_runs;
    std::shared_ptr<LoadMonitor> m_monitor;
    std::weak_ptr<CancelToken> m_question;
};

} // namespace Weir

Q_DECLARE_METATYPE(Weir::LoadResult)
Q_DECLARE_METATYPE(Weir::UndoResult)
