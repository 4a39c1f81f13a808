// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/writegate.h"

namespace Weir {

/// One task at a time, in the order they came; one transaction a task.
class QueueGate : public WriteGate
{
public:
    QueueGate(Backend &backend, RunContext &context)
        : m_backend(backend)
        , m_context(context)
    {}

    void write(InsertTask &task, Session &session) override;

private:
    Backend &m_backend;
    RunContext &m_context;
};

} // namespace Weir
