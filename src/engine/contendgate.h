// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/writegate.h"

namespace Weir {

/// Every task begins its own transaction and the database's own lock decides; the loser sleeps by SQLite's
/// table of delays. The commit gate is held shared: no checkpoint until the last task is through.
class ContendGate : public WriteGate
{
public:
    ContendGate(Backend &backend, RunContext &context)
        : m_backend(backend)
        , m_context(context)
    {}

    void write(InsertTask &task, Session &session) override;

private:
    Backend &m_backend;
    RunContext &m_context;
};

} // namespace Weir
