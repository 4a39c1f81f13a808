// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "core/entity.h"
#include "core/rowbatch.h"
#include "db/insertresult.h"

#include <span>

namespace Weir {

class Ledger;

/// How a session waits for a lock that another connection holds.
enum class BusyWait {
    SqliteTable, // SQLite's own table of delays: 1, 2, 5, 10 … 100 ms
    Jittered,    // a random 0.1 to 3 ms
};

/// When what was committed is safe on the disk, as far as the profile wants that.
enum class Durability {
    AtCommit, // when commit() returns
    AtFlush,  // when the next Backend::flush() does
};

/// One connection. Belongs to the thread that opened it, with all its functions.
class Session
{
public:
    virtual ~Session() = default;

    /// Waiting ends early when `cancel` does; nullptr: never. Holds until the next call.
    virtual void setWaiting(BusyWait wait, const CancelToken *cancel) = 0;
    /// Tells whether the caller holds Backend::gate() exclusively from now on, until the next call. Only then
    /// may commit() checkpoint a log that has grown long. Not at first.
    virtual void setGateHeldAlone(bool /*alone*/) {}
    /// Not in a transaction. AtCommit at first. After an error nothing has changed.
    [[nodiscard]] virtual SqlError setDurability(Durability /*durability*/) { return {}; }
    /// Waits for locks since the last call (a count of sleeps), and forgets them.
    virtual qint64 takeBusyWaits() = 0;

    /// A writing transaction from the start (SQLite: BEGIN IMMEDIATE).
    [[nodiscard]] virtual SqlError begin() = 0;
    /// Error: nothing of the transaction is in the database, also when the disk failed in the middle; only
    /// after CommitUnknown that could not be found out. Without a transaction it is an error.
    [[nodiscard]] virtual SqlError commit() = 0;
    /// To be called after each begin() that no commit() has followed, also when the database gave the
    /// transaction up by itself: until then nothing can be written.
    [[nodiscard]] virtual SqlError rollback() = 0;
    /// False also after the database gave the transaction up by itself (disk full, I/O error …).
    virtual bool inTransaction() const = 0;

    /// Inserts the listed rows of the batch (columns as the entity's fields; empty cells are NULL; a blank
    /// key is given by the database), in this order. A failing row leaves the others in place. Returns an
    /// error only when the transaction cannot go on. If that error concernsRowOnly(), one row took the
    /// transaction with it (a trigger's RAISE(ROLLBACK)) and is the last of the failures: begin again without
    /// it. Otherwise the result is void.
    [[nodiscard]] virtual SqlError insert(const Entity &entity, const RowBatch &batch,
                                          std::span<const int> rows, InsertResult *result) = 0;

    /// Of this connection's database; lives as long as the session.
    virtual Ledger &ledger() = 0;
};

} // namespace Weir
