// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/unitofwork.h"

#include "core/system/monotonicclock.h"
#include "engine/transaction/checkedinsert.h"
#include "engine/transaction/transactor.h"

#include <algorithm>
#include <numeric>

namespace Weir {

/// Tells the tasks of a unit what happens to them.
class UnitOfWork::Observer : public TransactionObserver
{
public:
    Observer(const Unit &unit, RunContext &context)
        : m_unit(unit)
        , m_context(context)
    {}

    void attemptBegins() override
    {
        for (const Part &part : m_unit)
            part.task->trace().beginAttempt();
        if (m_attempts++ > 0)
            m_context.retries.fetch_add(1, std::memory_order_relaxed);
    }
    void entered(Phase phase) override { enter(m_unit, phase); }
    void attemptEnded(const SqlError &error, const std::vector<Wait> &waits) override
    {
        enter(m_unit, error.isNone() ? Phase::Reporting : Phase::Pausing);
        for (const Part &part : m_unit)
            part.task->trace().endAttempt(error, waits);
        if (const qint64 sleeps = sleepsOf(waits); sleeps > 0)
            m_context.retries.fetch_add(sleeps, std::memory_order_relaxed);
    }

private:
    const Unit &m_unit;
    RunContext &m_context;
    int m_attempts = 0;
};

void UnitOfWork::write(std::span<InsertTask *const> tasks)
{
    Unit unit;
    for (InsertTask *task : tasks)
        unit.push_back(Part{task, task->validRows(), {}});
    writeUnit(std::move(unit));
}

void UnitOfWork::writeUnit(Unit unit)
{
    Observer observer(unit, m_context);
    const auto committed = Transactor(m_session, m_context.retry, m_context.stop)
                               .run(
                                   {.sharing = m_sharing}, [&](int) { return insert(unit); }, &observer);
    if (committed)
        return settle(unit);
    const SqlError &error = committed.error();
    if (error.errorClass == ErrorClass::Interrupted)
        return enter(unit, Phase::Reporting);
    // A part could succeed only where one row is to blame: any other trouble is the database's, and writing
    // to it again in pieces would not be careful.
    auto [first, second] = error.concernsRowOnly() ? halve(unit) : std::pair<Unit, Unit>{};
    if (second.empty())
        return failAll(unit, error);
    writeUnit(std::move(first));
    writeUnit(std::move(second));
}

Expected<void, SqlError> UnitOfWork::insert(Unit &unit)
{
    for (Part &part : unit) {
        auto done = insertChecked(m_session, part.task->entity().entity, part.task->batch(), part.rows,
                                  part.task->entity().entity.database, &part.result);
        if (!done)
            return done;
    }
    return {};
}

void UnitOfWork::settle(const Unit &unit)
{
    m_context.transactions.fetch_add(1, std::memory_order_relaxed);
    for (const Part &part : unit)
        settle(part);
}

void UnitOfWork::settle(const Part &part)
{
    auto failure = part.result.failures.begin();
    auto key = part.result.keys.begin();
    const std::vector<int> &updated = part.result.updated;
    for (int i = 0; i < static_cast<int>(part.rows.size()); ++i) {
        const int row = part.rows[static_cast<std::size_t>(i)];
        if (failure != part.result.failures.end() && failure->index == i)
            part.task->setFailed(row, (failure++)->error.sentence);
        else
            part.task->setWritten(row, RowKey(*key++), std::binary_search(updated.begin(), updated.end(), i));
    }
}

void UnitOfWork::failAll(const Unit &unit, const SqlError &error)
{
    enter(unit, Phase::Reporting);
    for (const Part &part : unit) {
        for (const int row : part.rows)
            part.task->setFailed(row, error.sentence);
    }
}

void UnitOfWork::enter(const Unit &unit, Phase phase)
{
    const qint64 now = monotonicNow();
    for (const Part &part : unit)
        part.task->trace().enter(phase, now);
}

std::pair<UnitOfWork::Unit, UnitOfWork::Unit> UnitOfWork::halve(const Unit &unit)
{
    const std::size_t total =
        std::accumulate(unit.begin(), unit.end(), std::size_t{0},
                        [](std::size_t sum, const Part &part) { return sum + part.rows.size(); });
    std::pair<Unit, Unit> halves;
    std::size_t left = total / 2;
    for (const Part &part : unit) {
        const std::size_t taken = std::min(left, part.rows.size());
        const auto middle = part.rows.begin() + static_cast<std::ptrdiff_t>(taken);
        if (taken > 0)
            halves.first.push_back(Part{part.task, {part.rows.begin(), middle}, {}});
        if (taken < part.rows.size())
            halves.second.push_back(Part{part.task, {middle, part.rows.end()}, {}});
        left -= taken;
    }
    if (total < 2)
        halves.second.clear();
    return halves;
}

} // namespace Weir
