// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/groupcommitgate.h"

#include "engine/transaction/unitofwork.h"

#include <new>

namespace Weir {

void GroupCommitGate::write(InsertTask &task, Session &session)
{
    Member self{&task, State::Waiting, {}};
    if (!awaitTurn(self))
        return;
    std::vector<Member *> group;
    try {
        writeGroup(self, session, group);
    } catch (const std::bad_alloc &) { // the others wait for this thread
        takeWaiting(group);
        for (const Member *member : group)
            member->task->failRest(m_context.noMemory);
    }
    handOver(group);
}

/// All who wait now, unless they were taken before.
void GroupCommitGate::takeWaiting(std::vector<Member *> &group)
{
    const std::lock_guard lock(m_mutex);
    if (group.empty())
        group.swap(m_waiting);
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

void GroupCommitGate::writeGroup(Member &leader, Session &session, std::vector<Member *> &group)
{
    takeWaiting(group);
    std::vector<InsertTask *> tasks;
    for (const Member *member : group) {
        member->task->trace().leader = leader.task->trace().task;
        tasks.push_back(member->task);
    }
    UnitOfWork(session, Turn::Sharing::Alone, m_context).write(tasks);
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
