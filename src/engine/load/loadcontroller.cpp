// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadcontroller.h"

#include <QPointer>

#include <mutex>
#include <optional>

namespace Weir {

namespace {

/// What one thread leaves for another; under a mutex of its own, which ThreadSanitizer sees, unlike Qt's.
template<typename T>
class Handover
{
public:
    void put(Expected<T> value)
    {
        const std::lock_guard lock(m_mutex);
        m_value.emplace(std::move(value));
    }
    /// `missing`: why nothing was put.
    Expected<T> take(const QString &missing)
    {
        const std::lock_guard lock(m_mutex);
        return m_value ? std::move(*m_value) : Expected<T>(failure(missing));
    }

private:
    std::mutex m_mutex;
    std::optional<Expected<T>> m_value;
};

template<typename T>
QString errorOf(const Expected<T> &value)
{
    return value ? QString() : value.error().sentence;
}

} // namespace

LoadController::LoadController(RunController &runs, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
{}

LoadController::~LoadController()
{
    cancel();
    if (const auto question = m_question.lock())
        question->cancel();
}

/// False: busy. `answer` is not called any more once this object is gone.
template<typename T>
bool LoadController::ask(const Project &project, std::function<Expected<T>(Loader &)> work,
                         std::function<void(const Expected<T> &)> answer)
{
    const auto handover = std::make_shared<Handover<T>>();
    const auto job = [handover, work = std::move(work)](Databases &databases) {
        Loader loader(databases);
        Expected<T> result = work(loader);
        const QString error = errorOf(result);
        handover->put(std::move(result));
        return error;
    };
    const auto done = [handover, self = QPointer(this), answer = std::move(answer)](const QString &error) {
        if (self)
            answer(handover->take(error));
    };
    return m_runs.startWork(project, job, done);
}

bool LoadController::begin(int files)
{
    if (m_monitor || m_runs.isRunning())
        return false;
    m_monitor = std::make_shared<LoadMonitor>(files);
    return true;
}

void LoadController::end()
{
    const bool wasPaused = m_monitor->isPaused();
    m_monitor.reset();
    if (wasPaused)
        Q_EMIT pausedChanged(false);
}

bool LoadController::start(const LoadPlan &plan)
{
    if (!begin(static_cast<int>(plan.files.size())))
        return false;
    return ask<LoadResult>(
        plan.project, [plan, monitor = m_monitor](Loader &loader) { return loader.load(plan, *monitor); },
        [this](const Expected<LoadResult> &result) {
            end();
            Q_EMIT finished(result.value_or(LoadResult()), errorOf(result));
        });
}

bool LoadController::undo(const Project &project, const QByteArray &loadId)
{
    if (!begin(1))
        return false;
    return ask<UndoResult>(
        project,
        [project, loadId, monitor = m_monitor](Loader &loader) {
            return loader.undo(project, loadId, *monitor);
        },
        [this](const Expected<UndoResult> &result) {
            end();
            Q_EMIT undone(result.value_or(UndoResult()), errorOf(result));
        });
}

bool LoadController::forget(const Project &project, const QByteArray &loadId)
{
    return ask<bool>(
        project,
        [project, loadId](Loader &loader) { return loader.forget(project, loadId).map([] { return true; }); },
        [this, loadId](const Expected<bool> &result) { Q_EMIT forgotten(loadId, errorOf(result)); });
}

bool LoadController::askHistory(const Project &project,
                                std::function<void(const Expected<LoadHistory> &)> answer)
{
    return ask<LoadHistory>(
        project, [project](Loader &loader) { return loader.history(project); }, std::move(answer));
}

bool LoadController::askKnown(
    const LoadPlan &plan, const std::shared_ptr<CancelToken> &cancel,
    std::function<void(const Expected<std::vector<std::optional<KnownLoad>>> &)> answer)
{
    const bool started = ask<std::vector<std::optional<KnownLoad>>>(
        plan.project, [plan, cancel](Loader &loader) { return loader.known(plan, *cancel); },
        std::move(answer));
    if (started)
        m_question = cancel;
    return started;
}

void LoadController::pause()
{
    if (!m_monitor || m_monitor->isPaused())
        return;
    m_monitor->pause();
    Q_EMIT pausedChanged(true);
}

void LoadController::resume()
{
    if (!m_monitor || !m_monitor->isPaused())
        return;
    m_monitor->resume();
    Q_EMIT pausedChanged(false);
}

void LoadController::cancel()
{
    if (m_monitor)
        m_monitor->cancel();
}

} // namespace Weir
