// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/session.h"
#include "engine/inserttask.h"
#include "engine/runcontext.h"

#include <span>
#include <vector>

namespace Weir {

/// Writes the valid rows of some tasks in one transaction, retried as the policy says, and gives each row
/// its verdict only after the commit. A row that costs the others their transaction is found by halving the
/// unit, and fails alone. Rows left without a verdict were cancelled. Thread of the session.
class UnitOfWork
{
public:
    UnitOfWork(Session &session, RunContext &context)
        : m_session(session)
        , m_context(context)
    {}

    void write(std::span<InsertTask *const> tasks);

private:
    /// Some rows of one task.
    struct Part
    {
        InsertTask *task;
        std::vector<int> rows;
        InsertResult result;
    };
    using Unit = std::vector<Part>;

    void writeUnit(Unit unit);
    SqlError attempt(Unit &unit);
    void settle(const Unit &unit);
    static void settle(const Part &part);
    void failAll(const Unit &unit, const SqlError &error);
    void countAttempt(const Unit &unit, int attempt);
    void countWaits(const Unit &unit);
    static void mark(const Unit &unit, Moment moment);
    static std::pair<Unit, Unit> halve(const Unit &unit);

    Session &m_session;
    RunContext &m_context;
};

} // namespace Weir
