// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/session.h"
#include "engine/transaction/inserttask.h"
#include "engine/transaction/runcontext.h"

#include <span>
#include <vector>

namespace Weir {

/// Writes the valid rows of some tasks in one transaction, retried as the policy says, and gives each row
/// its verdict only after the commit. A row that costs the others their transaction is found by halving the
/// unit, and fails alone. Rows left without a verdict were cancelled. Thread of the session.
class UnitOfWork
{
public:
    UnitOfWork(Session &session, Turn::Sharing sharing, RunContext &context)
        : m_session(session)
        , m_sharing(sharing)
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

    class Observer;

    void writeUnit(Unit unit);
    Expected<void, SqlError> insert(Unit &unit);
    void settle(const Unit &unit);
    static void settle(const Part &part);
    static void failAll(const Unit &unit, const SqlError &error);
    static void enter(const Unit &unit, Phase phase);
    static std::pair<Unit, Unit> halve(const Unit &unit);

    Session &m_session;
    const Turn::Sharing m_sharing;
    RunContext &m_context;
};

} // namespace Weir
