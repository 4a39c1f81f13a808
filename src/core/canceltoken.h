// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace Weir {

/// Cancels one run. Any thread may call any function.
class CancelToken
{
public:
    void cancel();
    bool isCancelled() const { return m_cancelled.load(std::memory_order_acquire); }
    /// Sleeps at most this long and wakes at once when cancelled; true: cancelled.
    bool sleepFor(std::chrono::nanoseconds duration) const;

private:
    std::atomic<bool> m_cancelled{false};
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_condition;
};

} // namespace Weir
