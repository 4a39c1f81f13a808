// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/rowbatch.h"
#include "db/insertresult.h"
#include "db/statement.h"
#include "db/turn.h"

#include <memory>
#include <span>
#include <vector>

namespace Weir {

class Catalog;
class Cursor;
class Dialect;
class Ledger;

/// One connection. Belongs to the thread that opened it, with all its functions.
class Session
{
public:
    virtual ~Session() = default;

    /// A writing transaction, once its turn has come; the turn ends with commit() or rollback(). Error: there
    /// is none, and no turn is held.
    [[nodiscard]] virtual Expected<void, SqlError> begin(const Turn &turn) = 0;
    /// Error: nothing of the transaction is in the database, also when the disk failed in the middle; only
    /// after CommitUnknown that could not be found out. Without a transaction it is an error.
    virtual Expected<Receipt, SqlError> commit() = 0;
    /// To be called after each begin() that no commit() has followed, also when the database gave the
    /// transaction up by itself: until then nothing can be written.
    [[nodiscard]] virtual Expected<void, SqlError> rollback() = 0;
    /// How long it waited for others since the last call; forgets it.
    virtual std::vector<Wait> takeWaits() = 0;
    /// False also after the database gave the transaction up by itself (disk full, I/O error …).
    virtual bool inTransaction() const = 0;

    /// Inserts the listed rows of the batch (columns as the entity's fields; empty cells are NULL; a blank
    /// key is given by the database), in this order. A failing row leaves the others in place. Returns an
    /// error only when the transaction cannot go on. If that error concernsRowOnly(), one row took the
    /// transaction with it (a trigger's RAISE(ROLLBACK)) and is the last of the failures: begin again without
    /// it. Otherwise the result is void.
    [[nodiscard]] virtual Expected<void, SqlError>
    insert(const Entity &entity, const RowBatch &batch, std::span<const int> rows, InsertResult *result) = 0;

    /// Reads; in the transaction that is open, if there is one. A wrong statement is an error here or at the
    /// first row. It need not live as long as its cursor.
    virtual Expected<std::unique_ptr<Cursor>, SqlError> query(const Statement &statement) = 0;
    /// How many rows it inserted, changed or deleted by itself. Only inside a transaction.
    virtual Expected<qint64, SqlError> execute(const Statement &statement) = 0;
    virtual const Dialect &dialect() const = 0;
    virtual Catalog &catalog() = 0;

    /// Of this connection's database; lives as long as the session.
    virtual Ledger &ledger() = 0;
};

} // namespace Weir
