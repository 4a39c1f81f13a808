// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/runrecorder.h"

#include <algorithm>

namespace Weir {

bool TaskReport::wasAcknowledged() const
{
    return std::any_of(outcomes.begin(), outcomes.end(),
                       [](const Outcome &outcome) { return outcome.verdict != Verdict::Cancelled; });
}

void RunRecorder::add(TaskReport report)
{
    {
        const std::lock_guard lock(m_mutex);
        m_pending.push_back(std::move(report));
    }
    m_finished.fetch_add(1, std::memory_order_relaxed);
}

std::vector<TaskReport> RunRecorder::drain()
{
    std::vector<TaskReport> reports;
    const std::lock_guard lock(m_mutex);
    reports.swap(m_pending);
    return reports;
}

} // namespace Weir
