// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runsettings.h"
#include "db/session.h"
#include "engine/transaction/inserttask.h"
#include "engine/transaction/runcontext.h"

#include <memory>

namespace Weir {

/// Who may write to one database now: the strategy. One for each database and run. Any thread.
class WriteGate
{
public:
    virtual ~WriteGate() = default;

    /// Writes the task's valid rows; returns when they have their verdicts, which is never before the commit.
    /// `session` is the calling thread's own. Rows left without a verdict were cancelled.
    virtual void write(InsertTask &task, Session &session) = 0;

    static std::unique_ptr<WriteGate> make(Strategy strategy, RunContext &context);
};

} // namespace Weir
