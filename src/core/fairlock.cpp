// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fairlock.h"

#include <algorithm>

namespace Weir {

namespace {
// A cancel token wakes nobody but its own sleepers, so a waiter looks at it now and then.
constexpr std::chrono::milliseconds CancelCheckInterval{10};
} // namespace

bool FairLock::enter(Mode mode, const CancelToken *cancel)
{
    if (cancel && cancel->isCancelled())
        return false;
    std::unique_lock lock(m_mutex);
    Waiter waiter{mode, false, {}};
    m_waiters.push_back(&waiter);
    admitNext();
    while (!waiter.admitted) {
        if (!cancel) {
            waiter.condition.wait(lock);
            continue;
        }
        waiter.condition.wait_for(lock, CancelCheckInterval);
        if (!waiter.admitted && cancel->isCancelled()) {
            std::erase(m_waiters, &waiter);
            admitNext(); // shared ones may have queued behind this one only
            return false;
        }
    }
    return true;
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
