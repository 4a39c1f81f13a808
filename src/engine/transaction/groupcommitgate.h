// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transaction/writegate.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace Weir {

/// Tasks that arrive while a commit is under way are written together by the next leader, on the leader's
/// session, and return after their shared commit (DeWitt et al., "Implementation Techniques for Main Memory
/// Database Systems", 1984: group commit).
class GroupCommitGate : public WriteGate
{
public:
    explicit GroupCommitGate(RunContext &context)
        : m_context(context)
    {}

    void write(InsertTask &task, Session &session) override;

private:
    enum class State { Waiting, Leads, Done };
    struct Member
    {
        InsertTask *task;
        State state = State::Waiting;
        std::condition_variable changed;
    };

    /// True: the member leads; false: a leader wrote its rows.
    bool awaitTurn(Member &member);
    void takeWaiting(std::vector<Member *> &group);
    void writeGroup(Member &leader, Session &session, std::vector<Member *> &group);
    void handOver(const std::vector<Member *> &group);

    RunContext &m_context;
    std::mutex m_mutex;
    std::vector<Member *> m_waiting; // in order of arrival, the leader to be included
    bool m_hasLeader = false;
};

} // namespace Weir
