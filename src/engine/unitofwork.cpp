// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/unitofwork.h"

#include "db/transaction.h"
#include "engine/checkedinsert.h"

#include <algorithm>
#include <numeric>

namespace Weir {

void UnitOfWork::write(std::span<InsertTask *const> tasks)
{
    Unit unit;
    for (InsertTask *task : tasks)
        unit.push_back(Part{task, task->validRows(), {}});
    writeUnit(std::move(unit));
}

void UnitOfWork::writeUnit(Unit unit)
{
    for (int attemptNumber = 1;; ++attemptNumber) {
        if (m_context.cancel.isCancelled())
            return;
        countAttempt(unit, attemptNumber);
        const SqlError error = attempt(unit);
        countWaits(unit);
        if (!error)
            return settle(unit);
        if (error.errorClass == ErrorClass::CommitUnknown) // whatever else: it may be there
            return failAll(unit, error);
        if (error.errorClass == ErrorClass::Interrupted || m_context.cancel.isCancelled())
            return;
        if (m_context.retry.retries(error.errorClass, attemptNumber)) {
            m_context.cancel.sleepFor(m_context.retry.pause(error.errorClass, attemptNumber));
            continue;
        }
        // A part could succeed only where one row is to blame: any other trouble is the database's, and
        // writing to it again in pieces would not be careful.
        auto [first, second] = error.concernsRowOnly() ? halve(unit) : std::pair<Unit, Unit>{};
        if (second.empty())
            return failAll(unit, error);
        writeUnit(std::move(first));
        return writeUnit(std::move(second));
    }
}

SqlError UnitOfWork::attempt(Unit &unit)
{
    Transaction transaction(m_session);
    if (const SqlError error = transaction.begin())
        return error;
    mark(unit, Moment::Begun);
    for (Part &part : unit) {
        const SqlError error = insertChecked(m_session, part.task->entity().entity, part.task->batch(),
                                             part.rows, part.task->entity().entity.database, &part.result);
        if (error)
            return error;
    }
    mark(unit, Moment::Executed);
    const SqlError error = transaction.commit();
    if (!error)
        mark(unit, Moment::Committed);
    return error;
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
            part.task->setWritten(row, *key++, std::binary_search(updated.begin(), updated.end(), i));
    }
}

void UnitOfWork::failAll(const Unit &unit, const SqlError &error)
{
    for (const Part &part : unit) {
        for (const int row : part.rows)
            part.task->setFailed(row, error.sentence);
    }
}

void UnitOfWork::countAttempt(const Unit &unit, int attempt)
{
    for (const Part &part : unit)
        ++part.task->trace().attempts;
    if (attempt > 1)
        m_context.retries.fetch_add(1, std::memory_order_relaxed);
}

void UnitOfWork::countWaits(const Unit &unit)
{
    const qint64 waits = m_session.takeBusyWaits();
    if (waits == 0)
        return;
    for (const Part &part : unit)
        part.task->trace().busyWaits += waits;
    m_context.retries.fetch_add(waits, std::memory_order_relaxed);
}

void UnitOfWork::mark(const Unit &unit, Moment moment)
{
    const qint64 now = monotonicNow();
    for (const Part &part : unit)
        part.task->trace().mark(moment, now);
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
