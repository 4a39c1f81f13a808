// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "db/sqlite/insert/sqlitebatchtable.h"
#include "db/sqlite/statements/sqlitesavepoint.h"
#include "db/sqlite/statements/sqlitestatement.h"
#include "db/sqlite/tables/sqlitetablerules.h"

namespace Weir {

/// INSERT OR FAIL … SELECT from a batch: rows by the ten thousand in one statement. After a row that fails
/// the rows before it stay (sqlite.org/lang_conflict.html), and the row itself is left to be tried alone, so
/// that its verdict is the one of a plain INSERT. Whatever does not come out exactly as expected is taken
/// back. In the connection's thread, inside a transaction.
class SqliteBulkInsert
{
public:
    /// `rules` live as long; they know whether this may be used.
    SqliteBulkInsert(sqlite3 *db, const Entity &entity, const SqliteTableRules &rules);

    bool isValid() const { return code() == 0; }
    /// SQLite's code for the making: why it is not valid.
    int code() const;

    struct Outcome
    {
        int code = 0;             // SQLITE_OK, or of an error that may have cost the transaction
        std::size_t inserted = 0; // from the first one; their keys are appended to `keys`
        std::size_t alone = 0;    // rows after those that must be tried one by one
        std::size_t given = 0;    // after an error: rows that it had come to, 0: not even to the first
    };
    Outcome insert(const RowBatch &batch, std::span<const int> rows, std::vector<qint64> *keys);

private:
    int readNextKey(std::optional<qint64> *next);
    Outcome takeBack(std::size_t tried, int code);

    static bool isRowError(int code);

    sqlite3 *const m_db;
    const SqliteTableRules &m_rules;
    SqliteBatchTable m_rows; // before the statement
    SqliteStatement m_insert;
    SqliteStatement m_insertKeyless; // less work where the target chooses the keys
    SqliteStatement m_maximum;
    SqliteSavepoint m_savepoint;
};

} // namespace Weir
