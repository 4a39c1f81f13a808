// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/insertresult.h"
#include "db/sqlite/file/sqliteconnection.h"
#include "db/sqlite/insert/sqlitebulkinsert.h"
#include "db/sqlite/insert/sqliteinsert.h"
#include "db/sqlite/insert/sqlitereplacements.h"
#include "db/sqlite/statements/sqlitesavepoint.h"
#include "db/sqlite/tables/sqlitedeferredkeys.h"
#include "db/sqlite/tables/sqlitetablerules.h"

#include <span>

namespace Weir {

/// Puts rows of one entity into its table, with a verdict for each: many at once where that is the same as
/// one by one, otherwise one by one. In the connection's thread.
class SqliteInserter
{
public:
    /// From how many rows on one statement for all pays.
    static constexpr std::size_t BulkRows = 16;

    SqliteInserter(SqliteConnection &connection, const Entity &entity);

    bool isValid() const { return code() == 0; }
    /// SQLite's code for the making: why it is not valid.
    int code() const;
    bool suits(const Entity &entity) const { return m_one.suits(entity); }

    /// As Session::insert().
    [[nodiscard]] Expected<void, SqlError> insert(const RowBatch &batch, std::span<const int> rows,
                                                  InsertResult *result);

private:
    Expected<void, SqlError> prepareMany(std::size_t rows, bool *together);
    Expected<void, SqlError> insertMany(const RowBatch &batch, std::span<const int> rows,
                                        InsertResult *result);
    Expected<void, SqlError> insertEach(const RowBatch &batch, std::span<const int> rows, std::size_t begin,
                                        std::size_t end, InsertResult *result);
    Expected<void, SqlError> insertOne(const RowBatch &batch, int row, int index, InsertResult *result);
    SqlError outcomeOf(int code);
    bool lacksKey(const RowBatch &batch, int row) const;
    Expected<void, SqlError> settleForeignKeys(InsertResult *result) const;
    SqlError ignoredRow() const;
    SqlError noKeyLeft() const;

    SqliteConnection &m_connection;
    const Entity m_entity;
    const StoredColumn m_key;
    SqliteTableRules m_rules;
    SqliteSavepoint m_savepoint;
    SqliteInsert m_one;
    SqliteReplacements m_replacements;
    const SqliteDeferredKeys m_deferred;
    std::unique_ptr<SqliteBulkInsert> m_many; // made when first needed
    bool m_keysExhausted = false;             // a row without key has found none
};

} // namespace Weir
