// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/memorysession.h"

#include "core/system/monotonicclock.h"
#include "core/system/stoppablesleep.h"
#include "db/cursor.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Weir::Test {

using Kind = MemoryTrouble::Kind;

MemorySession::MemorySession(std::shared_ptr<MemoryStore> store)
    : m_store(std::move(store))
    , m_generation(m_store->generation())
    , m_ledger(*this)
{}

MemorySession::~MemorySession()
{
    m_store->leaveWriter(this);
}

Expected<void, SqlError> MemorySession::begin(const Turn &turn)
{
    ++m_store->begins;
    if (const auto done = refusal(MemoryCall::Begin); !done)
        return done;
    if (m_state != State::Idle)
        return tl::unexpected(
            m_store->error(ErrorClass::Other, QStringLiteral("a transaction is under way")));
    m_turn = turn;
    auto done = takeTurn();
    if (done)
        done = awaitWriter();
    if (!done) {
        m_holdsTurn.reset();
        return done;
    }
    m_draft = *m_store->content();
    m_state = State::Open;
    return {};
}

Expected<Receipt, SqlError> MemorySession::commit()
{
    if (const auto done = commitNow(); !done)
        return tl::make_unexpected(done.error());
    m_holdsTurn.reset();
    return m_turn.durability == Durability::Deferred ? m_store->newReceipt() : Receipt{};
}

Expected<void, SqlError> MemorySession::commitNow()
{
    loseIfReplaced();
    if (m_state == State::Lost)
        return tl::unexpected(lost());
    if (m_state != State::Open)
        return tl::unexpected(
            m_store->error(ErrorClass::Other, QStringLiteral("there is no transaction to commit")));
    const MemoryTrouble trouble = m_store->troubleAt(MemoryCall::Commit);
    if (trouble.kind == Kind::UnknownWritten || trouble.kind == Kind::UnknownUnwritten)
        return tl::unexpected(commitUnknown(trouble.kind == Kind::UnknownWritten));
    if (const auto done = suffer(trouble); !done)
        return done;
    endIfDue();
    if (m_state != State::Open)
        return tl::unexpected(
            m_store->error(ErrorClass::Io, QStringLiteral("the transaction ended by itself")));
    ++m_store->commits;
    m_store->publish(std::move(m_draft));
    endTransaction(State::Idle);
    return {};
}

Expected<void, SqlError> MemorySession::rollback()
{
    ++m_store->rollbacks;
    m_holdsTurn.reset();
    if (m_state == State::Lost)
        return tl::unexpected(lost());
    endTransaction(State::Idle);
    return {};
}

Expected<void, SqlError> MemorySession::insert(const Entity &entity, const RowBatch &batch,
                                               std::span<const int> rows, InsertResult *result)
{
    result->clear();
    if (m_state == State::Idle || m_state == State::Ended)
        return tl::unexpected(
            m_store->error(ErrorClass::Other, QStringLiteral("there is no transaction to insert in")));
    const auto table = m_draft.tables.find(entity.table);
    if (m_state == State::Open
        && (table == m_draft.tables.end() || !table->second.missingField(entity).isEmpty()))
        return tl::unexpected(
            m_store->error(ErrorClass::Schema, QStringLiteral("the table \"%1\" changed").arg(entity.table)));
    if (const auto done = refusal(MemoryCall::Insert); !done)
        return done;
    Expected<void, SqlError> done;
    for (std::size_t i = 0; i < rows.size() && done; ++i)
        done = insertRow(entity, batch.row(rows[i]), static_cast<int>(i), result);
    if (m_store->onResult && (done || done.error().concernsRowOnly()))
        m_store->onResult(result, rows.size());
    endIfDue();
    return done;
}

/// Error: the transaction cannot go on.
Expected<void, SqlError> MemorySession::insertRow(const Entity &entity, RowView row, int index,
                                                  InsertResult *result)
{
    SqlError error = m_store->onRow ? errorOf(suffer(m_store->onRow(std::string(row[0])))) : SqlError{};
    if (!error.isNone() && !error.concernsRowOnly())
        return tl::unexpected(error);
    if (error.isNone()) {
        const auto key = m_draft.insert(entity, row);
        if (key) {
            result->keys.push_back(*key);
            return {};
        }
        error = m_store->error(ErrorClass::Constraint, key.error());
    }
    result->failures.push_back({index, error});
    if (m_store->costsTransaction != error.errorClass)
        return {};
    endTransaction(State::Ended);
    return tl::unexpected(error);
}

/// The connection can be lost and the transaction end: what is left to do is the caller's to see.
Expected<void, SqlError> MemorySession::suffer(const MemoryTrouble &trouble)
{
    switch (trouble.kind) {
    case Kind::Refused:
        return tl::unexpected(trouble.error);
    case Kind::ConnectionLost:
        endTransaction(State::Lost);
        return tl::unexpected(lost());
    case Kind::TransactionEnded:
        m_isEndDue = true;
        return {};
    case Kind::None:
    case Kind::UnknownWritten:
    case Kind::UnknownUnwritten:
        break;
    }
    return {};
}

Expected<void, SqlError> MemorySession::refusal(MemoryCall call)
{
    loseIfReplaced();
    if (m_state == State::Lost)
        return tl::unexpected(lost());
    auto suffered = suffer(m_store->troubleAt(call));
    if (call != MemoryCall::Insert) // which tells what it has done all the same
        endIfDue();
    return suffered;
}

void MemorySession::endIfDue()
{
    if (std::exchange(m_isEndDue, false) && m_state == State::Open)
        endTransaction(State::Ended);
}

void MemorySession::loseIfReplaced()
{
    if (m_generation != m_store->generation())
        endTransaction(State::Lost);
}

Expected<void, SqlError> MemorySession::takeTurn()
{
    const bool isAlone = m_turn.sharing == Turn::Sharing::Alone;
    m_holdsTurn.emplace(m_store->turns, isAlone ? FairLock::Mode::Exclusive : FairLock::Mode::Shared,
                        m_turn.stop);
    if (m_holdsTurn->entered())
        return {};
    return tl::unexpected(m_store->error(ErrorClass::Interrupted, QStringLiteral("the waiting was stopped")));
}

Expected<void, SqlError> MemorySession::awaitWriter()
{
    const auto end = std::chrono::steady_clock::now() + m_store->profile().patience;
    while (!m_store->takeWriter(this)) {
        if (m_turn.stop.stop_requested())
            return tl::unexpected(
                m_store->error(ErrorClass::Interrupted, QStringLiteral("the waiting was stopped")));
        if (std::chrono::steady_clock::now() >= end)
            return tl::unexpected(
                m_store->error(ErrorClass::Busy, QStringLiteral("somebody else writes to it")));
        const qint64 begin = monotonicNow();
        static_cast<void>(stoppableSleep(1ms, m_turn.stop));
        m_waits.push_back({begin, monotonicNow(), 1, {}});
    }
    return {};
}

void MemorySession::endTransaction(State state)
{
    m_draft = {};
    m_state = state;
    m_store->leaveWriter(this);
}

SqlError MemorySession::commitUnknown(bool written)
{
    if (written) {
        ++m_store->commits;
        m_store->publish(std::move(m_draft));
    }
    endTransaction(State::Ended);
    return m_store->error(ErrorClass::CommitUnknown,
                          QStringLiteral("nobody knows whether the transaction is in it"));
}

Expected<std::unique_ptr<Cursor>, SqlError> MemorySession::query(const Statement &)
{
    return tl::unexpected(noSql());
}

Expected<qint64, SqlError> MemorySession::execute(const Statement &)
{
    return tl::unexpected(noSql());
}

SqlError MemorySession::noSql() const
{
    return m_store->error(ErrorClass::Other, QStringLiteral("a database in memory takes no SQL"));
}

SqlError MemorySession::lost() const
{
    return m_store->error(ErrorClass::Io, QStringLiteral("the connection is lost"));
}

} // namespace Weir::Test
