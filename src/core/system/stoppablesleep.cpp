// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"

#include <condition_variable>
#include <mutex>

namespace Weir {

// Not with std::condition_variable_any, which asks for memory.
bool stoppableSleep(std::chrono::nanoseconds duration, const std::stop_token &stop) noexcept
{
    std::mutex mutex;
    std::condition_variable condition;
    const std::stop_callback wake(stop, [&mutex, &condition] {
        const std::lock_guard lock(mutex); // the sleeper is not between looking and waiting
        condition.notify_one();
    });
    std::unique_lock lock(mutex);
    return condition.wait_for(lock, duration, [&stop] { return stop.stop_requested(); });
}

} // namespace Weir
