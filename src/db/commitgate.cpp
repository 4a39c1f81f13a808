// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/commitgate.h"

#include <algorithm>

namespace Weir {

namespace {
// A cancel token wakes nobody but its own sleepers, so a waiter looks at it now and then.
constexpr std::chrono::milliseconds CancelCheckInterval{10};
} // namespace

bool CommitGate::enter(Mode mode, const CancelToken *cancel)
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

void CommitGate::leave(Mode mode)
{
    const std::lock_guard lock(m_mutex);
    if (mode == Mode::Exclusive)
        m_exclusive = false;
    else
        --m_shared;
    admitNext();
}

bool CommitGate::admits(Mode mode) const
{
    return !m_exclusive && (mode == Mode::Shared || m_shared == 0);
}

void CommitGate::admitNext()
{
    while (!m_waiters.empty() && admits(m_waiters.front()->mode)) {
        Waiter *next = m_waiters.front();
        m_waiters.pop_front();
        if (next->mode == Mode::Exclusive)
            m_exclusive = true;
        else
            ++m_shared;
        next->admitted = true;
        next->condition.notify_one();
    }
}

} // namespace Weir
