// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/outcome.h"
#include "engine/transaction/tasktrace.h"

#include <atomic>
#include <mutex>
#include <vector>

namespace Weir {

/// A finished task: one verdict a row.
struct TaskReport
{
    quint64 runId = 0;
    TaskTrace trace;
    QList<Outcome> outcomes;

    /// At least a row of it was not cancelled.
    bool wasAcknowledged() const;
};

/// Where workers leave what happened and readers fetch it, a few dozen times a second. Any thread.
class RunRecorder
{
public:
    explicit RunRecorder(quint64 runId)
        : m_runId(runId)
    {}

    quint64 runId() const { return m_runId; }
    void add(TaskReport report);
    /// All reports since the last call, in the order they were added.
    std::vector<TaskReport> drain();
    int finishedTasks() const { return m_finished.load(std::memory_order_relaxed); }

private:
    const quint64 m_runId;
    std::mutex m_mutex;
    std::vector<TaskReport> m_pending;
    std::atomic<int> m_finished{0};
};

} // namespace Weir
