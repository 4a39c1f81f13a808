// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/fairlock.h"

#include <algorithm>

namespace Weir {

bool FairLock::enter(Mode mode, const std::stop_token &stop)
{
    if (stop.stop_requested())
        return false;
    Waiter waiter{mode, false, {}};
    const std::stop_callback wake(stop, [this, &waiter] {
        const std::lock_guard lock(m_mutex); // the waiter is not between looking and waiting
        waiter.condition.notify_one();
    });
    std::unique_lock lock(m_mutex);
    m_waiters.push_back(&waiter);
    admitNext();
    waiter.condition.wait(lock, [&] { return waiter.admitted || stop.stop_requested(); });
    if (waiter.admitted)
        return true;
    std::erase(m_waiters, &waiter);
    admitNext(); // shared ones may have queued behind this one only
    return false;
}

bool FairLock::tryEnter(Mode mode)
{
    const std::lock_guard lock(m_mutex);
    if (!m_waiters.empty() || !admits(mode))
        return false;
    take(mode);
    return true;
}

void FairLock::leave(Mode mode)
{
    const std::lock_guard lock(m_mutex);
    if (mode == Mode::Exclusive)
        m_exclusive = false;
    else
        --m_shared;
    admitNext();
}

bool FairLock::admits(Mode mode) const
{
    return !m_exclusive && (mode == Mode::Shared || m_shared == 0);
}

void FairLock::take(Mode mode)
{
    if (mode == Mode::Exclusive)
        m_exclusive = true;
    else
        ++m_shared;
}

void FairLock::admitNext()
{
    while (!m_waiters.empty() && admits(m_waiters.front()->mode)) {
        Waiter *next = m_waiters.front();
        m_waiters.pop_front();
        take(next->mode);
        next->admitted = true;
        next->condition.notify_one();
    }
}

} // namespace Weir
