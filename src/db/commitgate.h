// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace Weir {

/// The one gate of a database file: commits and checkpoints pass through it, in the order they came.
/// Exclusive holders are alone; shared holders (contend: SQLite's own lock decides among them) keep
/// checkpoints out only. SQLite before 3.51.3 loses acknowledged rows when a checkpoint overlaps commits of
/// other connections ("The WAL-Reset Bug", sqlite.org/wal.html). Any thread; not recursive.
class CommitGate
{
public:
    enum class Mode { Exclusive, Shared };

    /// Waits for its turn; false: cancelled first, and the gate is not held.
    [[nodiscard]] bool enter(Mode mode, const CancelToken *cancel = nullptr);
    void leave(Mode mode);

private:
    struct Waiter
    {
        Mode mode;
        bool admitted = false;
        std::condition_variable condition;
    };

    bool admits(Mode mode) const;
    void admitNext();

    std::mutex m_mutex;
    std::deque<Waiter *> m_waiters;
    int m_shared = 0;
    bool m_exclusive = false;
};

/// Holds the gate while it lives, if entered().
class CommitGateGuard
{
public:
    CommitGateGuard(CommitGate &gate, CommitGate::Mode mode, const CancelToken *cancel = nullptr)
        : m_gate(gate)
        , m_mode(mode)
        , m_entered(gate.enter(mode, cancel))
    {}
    ~CommitGateGuard()
    {
        if (m_entered)
            m_gate.leave(m_mode);
    }
    CommitGateGuard(const CommitGateGuard &) = delete;
    CommitGateGuard &operator=(const CommitGateGuard &) = delete;

    [[nodiscard]] bool entered() const { return m_entered; }

private:
    CommitGate &m_gate;
    CommitGate::Mode m_mode;
    bool m_entered;
};

} // namespace Weir
