// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace Weir {

/// The tasks of a run that no thread has taken yet, by database. A thread gets tasks of a database it has a
/// warm connection to as long as there are any, so that connections do not multiply from run to run. Any
/// thread.
class TaskQueue
{
public:
    explicit TaskQueue(int databases)
        : m_pending(static_cast<std::size_t>(databases))
    {}

    void add(int database, int task); // before the first take()
    /// std::nullopt: none left.
    std::optional<int> take(const std::function<bool(int database)> &isWarm);

private:
    std::mutex m_mutex;
    std::vector<std::deque<int>> m_pending;
};

} // namespace Weir
