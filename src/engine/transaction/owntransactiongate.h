// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/fairlock.h"
#include "engine/transaction/writegate.h"

namespace Weir {

/// A transaction a task, on the task's own session; the database's own locks decide among them.
class ContendingGate : public WriteGate
{
public:
    explicit ContendingGate(RunContext &context)
        : m_context(context)
    {}

    void write(InsertTask &task, Session &session) override;

private:
    RunContext &m_context;
};

/// A transaction a task, on the task's own session, one task at a time in the order they came.
class QueueGate : public WriteGate
{
public:
    explicit QueueGate(RunContext &context)
        : m_context(context)
    {}

    void write(InsertTask &task, Session &session) override;

private:
    RunContext &m_context;
    FairLock m_queue;
};

} // namespace Weir
