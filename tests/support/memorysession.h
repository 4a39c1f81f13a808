// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/session.h"
#include "support/memoryledger.h"
#include "support/memorystore.h"

#include <memory>
#include <optional>
#include <vector>

namespace Weir::Test {

/// A session with a MemoryStore: its transaction is a copy of the content, which a commit puts in its place.
class MemorySession : public Session
{
public:
    explicit MemorySession(std::shared_ptr<MemoryStore> store);
    ~MemorySession() override;

    std::vector<Wait> takeWaits() override { return std::exchange(m_waits, {}); }

    Expected<void, SqlError> begin(const Turn &turn) override;
    Expected<Receipt, SqlError> commit() override;
    Expected<void, SqlError> rollback() override;
    bool inTransaction() const override { return m_state == State::Open; }
    Expected<void, SqlError> insert(const Entity &entity, const RowBatch &batch, std::span<const int> rows,
                                    InsertResult *result) override;
    // It knows no SQL.
    Expected<std::unique_ptr<Cursor>, SqlError> query(const Statement &) override;
    Expected<qint64, SqlError> execute(const Statement &) override;
    const Dialect &dialect() const override { qFatal("a database in memory has no dialect"); }
    Catalog &catalog() override { qFatal("a database in memory has no catalog"); }
    Ledger &ledger() override { return m_ledger; }

    // For the ledger.
    MemoryStore &store() { return *m_store; }
    /// Of the transaction; nullptr: there is none.
    MemoryContent *draft() { return inTransaction() ? &m_draft : nullptr; }
    /// What a call is refused with, before it does anything; the trouble may change the session.
    Expected<void, SqlError> refusal(MemoryCall call);

private:
    enum class State {
        Idle,
        Open,
        Ended, // by the database: to be rolled back
        Lost,
    };

    void loseIfReplaced();
    void endIfDue();
    Expected<void, SqlError> takeTurn();
    Expected<void, SqlError> awaitWriter();
    Expected<void, SqlError> commitNow();
    Expected<void, SqlError> suffer(const MemoryTrouble &trouble);
    void endTransaction(State state);
    SqlError commitUnknown(bool written);
    Expected<void, SqlError> insertRow(const Entity &entity, RowView row, int index, InsertResult *result);
    SqlError noSql() const;
    SqlError lost() const;

    const std::shared_ptr<MemoryStore> m_store;
    const int m_generation;
    Turn m_turn;                              // of the transaction
    std::optional<FairLockGuard> m_holdsTurn; // until the transaction is over
    std::vector<Wait> m_waits;
    State m_state = State::Idle;
    bool m_isEndDue = false; // the transaction will have ended by itself when the call returns
    MemoryContent m_draft;
    MemoryLedger m_ledger;
};

} // namespace Weir::Test
