// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/taskqueue.h"

namespace Weir {

void TaskQueue::add(int database, int task)
{
    m_pending[static_cast<std::size_t>(database)].push_back(task);
}

std::optional<int> TaskQueue::take(const std::function<bool(int)> &isWarm)
{
    const std::lock_guard lock(m_mutex);
    std::deque<int> *best = nullptr;
    bool bestIsWarm = false;
    for (std::size_t database = 0; database < m_pending.size(); ++database) {
        std::deque<int> &pending = m_pending[database];
        if (pending.empty())
            continue;
        const bool warm = isWarm(static_cast<int>(database));
        if (!best || (warm && !bestIsWarm) || (warm == bestIsWarm && pending.size() > best->size())) {
            best = &pending;
            bestIsWarm = warm;
        }
    }
    if (!best)
        return std::nullopt;
    const int task = best->front();
    best->pop_front();
    return task;
}

} // namespace Weir
