// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger/loadedtables.h"
#include "db/sqlite/undo/sqliteloadedtable.h"

namespace Weir {

/// A table whose rows are to be taken back, and how a row of it is known to be as the load left it. A value.
struct SqliteUndoTarget
{
    QString table;
    QStringList hashed;                         // the key, then the columns whose hash is compared
    std::vector<SqliteUnfilledColumn> constant; // columns that must hold this
    QString unjudged;                           // a column that nothing is known about; empty: none

    /// Error: the table or a column of it is not there, or is something else now.
    static Expected<SqliteUndoTarget, SqlError> find(sqlite3 *db, const RecordedTable &recorded,
                                                     const QString &location);
    /// As UndoTarget has it.
    Statement read() const;

private:
    using Then = std::optional<SqliteLoadedTable>; // an older Weir kept none

    static Expected<void, SqlError> check(sqlite3 *db, const SqliteTable &now, const QString &name,
                                          const Then &then, const QString &location);
    static Expected<void, SqlError> checkColumns(const SqliteTable &now, const QString &name,
                                                 const QStringList &columns, const QString &location);
    void judge(sqlite3 *db, const SqliteTable &now, const Then &then);
};

} // namespace Weir
