// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canceltoken.h"

namespace Weir {

void CancelToken::cancel()
{
    {
        const std::lock_guard lock(m_mutex);
        m_cancelled.store(true, std::memory_order_release);
    }
    m_condition.notify_all();
}

bool CancelToken::sleepFor(std::chrono::nanoseconds duration) const
{
    std::unique_lock lock(m_mutex);
    return m_condition.wait_for(lock, duration, [this] { return isCancelled(); });
}

} // namespace Weir
