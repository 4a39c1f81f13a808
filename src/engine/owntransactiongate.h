// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/writegate.h"

namespace Weir {

/// A transaction a task, on the task's own session. Behind the commit gate held alone: queue, one task at a
/// time in the order they came. Held shared: contend, where the database's own lock decides and the loser
/// sleeps by SQLite's table of delays; no checkpoint until the last task is through.
class OwnTransactionGate : public WriteGate
{
public:
    OwnTransactionGate(Backend &backend, RunContext &context, CommitGate::Mode mode)
        : m_backend(backend)
        , m_context(context)
        , m_mode(mode)
    {}

    void write(InsertTask &task, Session &session) override;

private:
    Backend &m_backend;
    RunContext &m_context;
    const CommitGate::Mode m_mode;
};

} // namespace Weir
