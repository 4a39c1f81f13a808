// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/sqliteloadedtable.h"

namespace Weir {

/// A table whose rows are to be taken back, and how a row of it is known to be as the load left it. A value.
struct SqliteUndoTarget
{
    /// What the ledger says of the load.
    struct Recorded
    {
        QString table;
        QStringList columns;                   // the key, then those that it filled
        std::optional<SqliteLoadedTable> then; // an older Weir kept none
        bool readBack = false; // hashes of what stood in the table, columns that were not filled included
    };

    QString table;
    QStringList hashed;                         // the key, then the columns whose hash is compared
    std::vector<SqliteUnfilledColumn> constant; // columns that must hold this
    QString unjudged;                           // a column that nothing is known about; empty: none

    /// Error: the table or a column of it is not there, or is something else now.
    static Expected<SqliteUndoTarget, SqlError> find(sqlite3 *db, const Recorded &recorded,
                                                     const QString &location);
    /// The key ?1; its values of `hashed` but the key, then for each of `constant` whether it is so.
    QString readSql() const;
    QString deleteSql() const;

private:
    static SqlError check(sqlite3 *db, const SqliteTable &now, const Recorded &recorded,
                          const QString &location);
    static SqlError checkColumns(const SqliteTable &now, const QString &name, const QStringList &columns,
                                 const QString &location);
    void judge(sqlite3 *db, const SqliteTable &now, const Recorded &recorded);
};

} // namespace Weir
