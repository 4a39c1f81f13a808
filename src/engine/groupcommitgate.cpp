// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/groupcommitgate.h"

#include "engine/unitofwork.h"

namespace Weir {

void GroupCommitGate::write(InsertTask &task, Session &session)
{
    Member self{&task, State::Waiting, {}};
    if (awaitTurn(self))
        handOver(writeGroup(self, session));
}

bool GroupCommitGate::awaitTurn(Member &member)
{
    std::unique_lock lock(m_mutex);
    m_waiting.push_back(&member);
    if (!m_hasLeader) {
        m_hasLeader = true;
        member.state = State::Leads;
        return true;
    }
    member.changed.wait(lock, [&member] { return member.state != State::Waiting; });
    return member.state == State::Leads;
}

std::vector<GroupCommitGate::Member *> GroupCommitGate::writeGroup(Member &leader, Session &session)
{
    const CommitGateGuard guard(m_backend.gate(), CommitGate::Mode::Exclusive, &m_context.cancel);
    std::vector<Member *> group;
    {
        const std::lock_guard lock(m_mutex);
        group.swap(m_waiting);
    }
    if (!guard.entered())
        return group;
    std::vector<InsertTask *> tasks;
    const qint64 now = monotonicNow();
    for (const Member *member : group) {
        member->task->trace().mark(Moment::GateEntered, now);
        member->task->trace().leader = leader.task->trace().task;
        tasks.push_back(member->task);
    }
    session.setGateHeldAlone(true);
    session.setWaiting(BusyWait::Jittered, &m_context.cancel);
    UnitOfWork(session, m_context).write(tasks);
    return group;
}

void GroupCommitGate::handOver(const std::vector<Member *> &group)
{
    // A member may be gone as soon as it is Done and the lock is free: notified under the lock. The next
    // leader is woken first, its work is what everybody else waits for.
    const std::lock_guard lock(m_mutex);
    m_hasLeader = !m_waiting.empty();
    if (m_hasLeader) {
        m_waiting.front()->state = State::Leads;
        m_waiting.front()->changed.notify_one();
    }
    for (Member *member : group) {
        if (member->state == State::Waiting) {
            member->state = State::Done;
            member->changed.notify_one();
        }
    }
}

} // namespace Weir
