// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>

namespace Weir {

/// A lock that is given in the order in which it was asked for, and whose waiting can be stopped. Exclusive
/// holders are alone, shared ones together. Any thread; not recursive.
class FairLock
{
public:
    enum class Mode { Exclusive, Shared };

    /// Waits for its turn; false: told to stop first, and the lock is not held.
    [[nodiscard]] bool enter(Mode mode, const std::stop_token &stop = {});
    /// Does not wait: false if somebody is in the way, or was there first.
    [[nodiscard]] bool tryEnter(Mode mode);
    void leave(Mode mode);

private:
    struct Waiter
    {
        Mode mode;
        bool admitted = false;
        std::condition_variable condition;
    };

    bool admits(Mode mode) const;
    void take(Mode mode);
    void admitNext();

    std::mutex m_mutex;
    std::deque<Waiter *> m_waiters;
    int m_shared = 0;
    bool m_exclusive = false;
};

/// Holds the lock while it lives, if entered().
class FairLockGuard
{
public:
    FairLockGuard(FairLock &lock, FairLock::Mode mode, const std::stop_token &stop = {})
        : m_lock(lock)
        , m_mode(mode)
        , m_entered(lock.enter(mode, stop))
    {}
    ~FairLockGuard()
    {
        if (m_entered)
            m_lock.leave(m_mode);
    }
    FairLockGuard(const FairLockGuard &) = delete;
    FairLockGuard &operator=(const FairLockGuard &) = delete;

    [[nodiscard]] bool entered() const { return m_entered; }

private:
    FairLock &m_lock;
    FairLock::Mode m_mode;
    bool m_entered;
};

} // namespace Weir
