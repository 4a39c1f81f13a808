// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "db/sqlite/sqlitebatchtable.h"
#include "db/sqlite/sqlitesavepoint.h"
#include "db/sqlite/sqlitestatement.h"

namespace Weir {

/// INSERT OR FAIL … SELECT from a batch: rows by the ten thousand in one statement. After a row that fails
/// the rows before it stay (sqlite.org/lang_conflict.html), and the row itself is left to be tried alone, so
/// that its verdict is the one of a plain INSERT. Whatever does not come out exactly as expected is taken
/// back. In the connection's thread, inside a transaction.
class SqliteBulkInsert
{
public:
    SqliteBulkInsert(sqlite3 *db, const Entity &entity);

    /// Would the table treat rows of one statement as it treats rows one by one? Not with triggers, foreign
    /// keys and conflict clauses of its own. Looks again only when the schema has changed.
    bool isUsable();

    struct Outcome
    {
        int code = 0;             // SQLITE_OK, or of an error that may have cost the transaction
        std::size_t inserted = 0; // from the first one; their keys are appended to `keys`
        std::size_t alone = 0;    // rows after those that must be tried one by one
    };
    Outcome insert(const RowBatch &batch, std::span<const int> rows, std::vector<qint64> *keys);

private:
    bool examineTable();
    bool isClear(const QString &sql) const;
    std::optional<qint64> nextKey();
    Outcome takeBack(std::size_t tried, int code);

    static bool isRowError(int code);

    sqlite3 *const m_db;
    const QString m_tableName;
    const QString m_keyName;
    SqliteBatchTable m_rows; // before the statement
    SqliteStatement m_insert;
    SqliteStatement m_maximum;
    SqliteStatement m_schemaVersion;
    SqliteSavepoint m_savepoint;
    qint64 m_knownVersion = -1;
    bool m_usable = false;
    bool m_autoIncrement = false;
};

} // namespace Weir
