// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitedeferredkeys.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitestatement.h"
#include "db/sqlite/tables/sqliteforeignkeys.h"

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

/// Takes the rows with these keys (sorted) out of the inserted ones. Their indices, ascending.
std::vector<int> takeOut(const std::vector<qint64> &orphans, InsertResult *result)
{
    std::vector<int> indices;
    std::vector<qint64> kept;
    auto failure = result->failures.cbegin();
    int index = 0;
    for (const qint64 key : result->keys) {
        for (; failure != result->failures.cend() && failure->index == index; ++failure)
            ++index;
        if (std::binary_search(orphans.begin(), orphans.end(), key))
            indices.push_back(index);
        else
            kept.push_back(key);
        ++index;
    }
    result->keys = std::move(kept);
    return indices;
}

} // namespace

bool hasOpenForeignKeys(sqlite3 *db)
{
    int open = 0;
    int highest = 0;
    // Doubt costs time only.
    return sqlite3_db_status(db, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0) != SQLITE_OK || open != 0;
}

SqliteDeferredKeys::SqliteDeferredKeys(sqlite3 *db, QString location, const Entity &entity)
    : m_db(db)
    , m_location(std::move(location))
    , m_table(entity.table)
    , m_key(entity.keyField().name)
{}

Expected<void, SqlError> SqliteDeferredKeys::settle(InsertResult *result) const
{
    const SqlError failed = sqliteError(SQLITE_CONSTRAINT_FOREIGNKEY,
                                        QStringLiteral("FOREIGN KEY constraint failed"), m_location);
    while (hasOpenForeignKeys(m_db)) { // a row taken out may be another one's parent
        const auto found = orphans();
        if (!found)
            return tl::unexpected(found.error());
        const std::vector<qint64> before = result->keys;
        const std::vector<int> indices = takeOut(*found, result);
        if (indices.empty())
            return {};
        for (const qint64 key : before) {
            if (!std::binary_search(found->begin(), found->end(), key))
                continue;
            if (const auto done = remove(key); !done)
                return done;
        }
        for (const int index : indices)
            result->failures.push_back({index, failed});
        std::sort(result->failures.begin(), result->failures.end(),
                  [](const auto &one, const auto &other) { return one.index < other.index; });
    }
    return {};
}

Expected<std::vector<qint64>, SqlError> SqliteDeferredKeys::orphans() const
{
    std::vector<qint64> keys;
    const int code = visitSqliteOrphans(m_db, m_table, [&keys](const SqliteOrphan &orphan) {
        if (orphan.rowId)
            keys.push_back(*orphan.rowId);
        return true;
    });
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(m_db, code, m_location));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

Expected<void, SqlError> SqliteDeferredKeys::remove(qint64 key) const
{
    if (sqlite3_get_autocommit(m_db) != 0) // the row is gone already
        return tl::unexpected(sqliteTransactionEnded(m_location));
    SqliteStatement statement(m_db,
                              QStringLiteral("DELETE FROM main.") + sqliteIdentifier(m_table)
                                  + QStringLiteral(" WHERE ") + sqliteIdentifier(m_key)
                                  + QStringLiteral("=?1"));
    if (!statement.isValid() || statement.bind(1, key) != SQLITE_OK || statement.step() != SQLITE_DONE)
        return tl::unexpected(error());
    return {};
}

SqlError SqliteDeferredKeys::error() const
{
    return sqliteError(m_db, m_location);
}

} // namespace Weir
