// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteinserter.h"

#include "db/sqlite/sqliteerror.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace Weir {

SqliteInserter::SqliteInserter(SqliteConnection &connection, const Entity &entity)
    : m_connection(connection)
    , m_entity(entity)
    , m_rules(connection.handle(), entity)
    , m_savepoint(connection.handle(), QStringLiteral("weir_row"))
    , m_one(connection.handle(), entity)
    , m_deferred(connection.handle(), connection.file(), entity)
{}

SqlError SqliteInserter::insert(const RowBatch &batch, std::span<const int> rows, InsertResult *result)
{
    m_rules.update();
    SqlError error = mayBulk(rows.size()) ? insertMany(batch, rows, result)
                                          : insertEach(batch, rows, 0, rows.size(), result);
    m_one.clear();
    if (!error && hasOpenForeignKeys(m_connection.handle()))
        error = m_deferred.settle(result);
    return error;
}

bool SqliteInserter::mayBulk(std::size_t rows)
{
    if (rows < BulkRows || !m_rules.takesRowsTogether())
        return false;
    if (!m_many)
        m_many = std::make_unique<SqliteBulkInsert>(m_connection.handle(), m_entity, m_rules);
    return m_many->isValid();
}

SqlError SqliteInserter::insertMany(const RowBatch &batch, std::span<const int> rows, InsertResult *result)
{
    result->keys.reserve(rows.size());
    for (std::size_t done = 0; done < rows.size();) {
        const SqliteBulkInsert::Outcome outcome = m_many->insert(batch, rows.subspan(done), &result->keys);
        if (outcome.code != SQLITE_OK)
            return m_connection.lastError();
        const std::size_t begin = done + outcome.inserted;
        done = begin + outcome.alone;
        if (SqlError error = insertEach(batch, rows, begin, done, result))
            return error;
    }
    return {};
}

SqlError SqliteInserter::insertEach(const RowBatch &batch, std::span<const int> rows, std::size_t begin,
                                    std::size_t end, InsertResult *result)
{
    SqlError error;
    for (std::size_t i = begin; i < end && !error; ++i)
        error = insertOne(batch, rows[i], static_cast<int>(i), result);
    return error;
}

/// A statement that fails by RAISE(FAIL) keeps what it has done so far, even the row itself: a savepoint
/// takes that back.
SqlError SqliteInserter::insertOne(const RowBatch &batch, int row, int index, InsertResult *result)
{
    const bool guarded = m_rules.hasOwnWill();
    if (guarded && m_savepoint.set() != SQLITE_DONE)
        return m_connection.lastError();
    sqlite3 *db = m_connection.handle();
    const int code = m_one.insert(batch, row);
    if (code == SQLITE_DONE) {
        if (sqlite3_changes64(db) == 1)
            result->keys.push_back(sqlite3_last_insert_rowid(db));
        else
            result->failures.push_back({index, ignoredRow()});
        return guarded && m_savepoint.release() != SQLITE_DONE ? m_connection.lastError() : SqlError{};
    }
    SqlError error = sqliteError(db, code, m_connection.file());
    if (code == SQLITE_ERROR)
        error.errorClass =
            ErrorClass::Constraint; // an expression of a CHECK or trigger failed on these values
    if (!error.concernsRowOnly())
        return m_connection.lastError();
    result->failures.push_back({index, error});
    if (sqlite3_get_autocommit(db) != 0)
        return error;
    return guarded && m_savepoint.rollBack() != SQLITE_DONE ? m_connection.lastError() : SqlError{};
}

SqlError SqliteInserter::ignoredRow() const
{
    return {ErrorClass::Constraint, SQLITE_CONSTRAINT_TRIGGER,
            QCoreApplication::translate("SqliteInserter",
                                        "The database %1 ignored the row: a trigger or conflict "
                                        "clause of the table says so.")
                .arg(m_connection.file())};
}

} // namespace Weir
