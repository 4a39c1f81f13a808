// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/insert/sqliteinserter.h"

#include "db/sqlite/statements/sqliteerror.h"

#include <QCoreApplication>

#include <optional>
#include <sqlite3.h>

namespace Weir {

SqliteInserter::SqliteInserter(SqliteConnection &connection, const Entity &entity)
    : m_connection(connection)
    , m_entity(entity)
    , m_key(StoredColumn::listOf(entity).at(static_cast<std::size_t>(entity.keyIndex())))
    , m_rules(connection.handle(), entity)
    , m_savepoint(connection.handle(), QStringLiteral("weir_row"))
    , m_one(connection.handle(), entity)
    , m_replacements(connection.handle(), entity.table)
    , m_deferred(connection.handle(), connection.file(), entity)
{}

int SqliteInserter::code() const
{
    return m_one.isValid() ? m_savepoint.code() : m_one.code();
}

Expected<void, SqlError> SqliteInserter::insert(const RowBatch &batch, std::span<const int> rows,
                                                InsertResult *result)
{
    if (const int code = m_rules.update(); code != SQLITE_OK)
        return tl::unexpected(m_connection.errorOf(code));
    m_replacements.begin();
    m_keysExhausted = m_keysExhausted && m_rules.areKeysExhausted();
    bool together = false;
    if (const auto done = prepareMany(rows.size(), &together); !done)
        return done;
    auto done = together ? insertMany(batch, rows, result) : insertEach(batch, rows, 0, rows.size(), result);
    m_one.clear();
    SqliteReplacements::finish(result);
    if (done && hasOpenForeignKeys(m_connection.handle()))
        done = settleForeignKeys(result);
    // Nothing may be told as inserted that is not there any more.
    if (done && sqlite3_get_autocommit(m_connection.handle()) != 0)
        done = tl::unexpected(sqliteTransactionEnded(m_connection.file()));
    return done;
}

Expected<void, SqlError> SqliteInserter::prepareMany(std::size_t rows, bool *together)
{
    if (rows < BulkRows || !m_rules.takesRowsTogether() || m_keysExhausted)
        return {};
    if (!m_many)
        m_many = std::make_unique<SqliteBulkInsert>(m_connection.handle(), m_entity, m_rules);
    *together = m_many->isValid();
    // One by one tells which row such a statement has trouble with. Any other trouble is the database's.
    const int code = m_many->code();
    if (*together || (code & 0xff) == SQLITE_ERROR)
        return {};
    m_many.reset();
    return tl::unexpected(m_connection.errorOf(code));
}

Expected<void, SqlError> SqliteInserter::insertMany(const RowBatch &batch, std::span<const int> rows,
                                                    InsertResult *result)
{
    result->keys.reserve(rows.size());
    for (std::size_t done = 0; done < rows.size();) {
        const SqliteBulkInsert::Outcome outcome = m_many->insert(batch, rows.subspan(done), &result->keys);
        if (outcome.code != SQLITE_OK) {
            SqlError error = outcomeOf(outcome.code);
            if (error.concernsRowOnly()) {
                if (outcome.given == 0) // it is not known which row
                    return tl::unexpected(sqliteTransactionEnded(m_connection.file()));
                result->failures.push_back({static_cast<int>(done + outcome.given - 1), error});
            }
            return tl::unexpected(error);
        }
        const std::size_t begin = done + outcome.inserted;
        done = begin + outcome.alone;
        if (const auto each = insertEach(batch, rows, begin, done, result); !each)
            return each;
    }
    return {};
}

Expected<void, SqlError> SqliteInserter::insertEach(const RowBatch &batch, std::span<const int> rows,
                                                    std::size_t begin, std::size_t end, InsertResult *result)
{
    Expected<void, SqlError> done;
    for (std::size_t i = begin; i < end && done; ++i) {
        if (m_keysExhausted && lacksKey(batch, rows[i]))
            result->failures.push_back({static_cast<int>(i), noKeyLeft()});
        else
            done = insertOne(batch, rows[i], static_cast<int>(i), result);
    }
    return done;
}

/// A statement that fails by RAISE(FAIL) keeps what it has done so far, even the row itself: a savepoint
/// takes that back.
Expected<void, SqlError> SqliteInserter::insertOne(const RowBatch &batch, int row, int index,
                                                   InsertResult *result)
{
    sqlite3 *db = m_connection.handle();
    if (sqlite3_get_autocommit(db) != 0) // the row would commit by itself
        return tl::unexpected(sqliteTransactionEnded(m_connection.file()));
    const bool guarded = m_rules.hasOwnWill();
    if (guarded) {
        if (const int set = m_savepoint.set(); set != SQLITE_DONE)
            return tl::unexpected(m_connection.errorOf(set));
    }
    std::optional<SqliteReplacements::Watch> watch;
    if (guarded)
        watch.emplace(m_replacements);
    const int code = m_one.insert(batch, row);
    watch.reset();
    if (guarded && m_replacements.isIncomplete())
        return tl::unexpected(m_connection.errorOf(SQLITE_NOMEM));
    if (code == SQLITE_DONE) {
        if (sqlite3_changes64(db) == 1) {
            result->keys.push_back(sqlite3_last_insert_rowid(db));
            if (guarded)
                m_replacements.note(index, result->keys.back(), result);
        } else {
            result->failures.push_back({index, ignoredRow()});
        }
        const int released = guarded ? m_savepoint.release() : SQLITE_DONE;
        if (released == SQLITE_DONE)
            return {};
        return tl::unexpected(m_connection.errorOf(released));
    }
    SqlError error = outcomeOf(code);
    if (!error.concernsRowOnly())
        return tl::unexpected(error);
    result->failures.push_back({index, error});
    if (sqlite3_get_autocommit(db) != 0)
        return tl::unexpected(error);
    const int rolledBack = guarded ? m_savepoint.rollBack() : SQLITE_DONE;
    if (rolledBack == SQLITE_DONE)
        return {};
    return tl::unexpected(m_connection.errorOf(rolledBack));
}

Expected<void, SqlError> SqliteInserter::settleForeignKeys(InsertResult *result) const
{
    if (result->updated.empty())
        return m_deferred.settle(result);
    // Taken out again, a row would not bring back the one that it took the place of.
    return tl::unexpected(SqlError{
        ErrorClass::Other, SQLITE_CONSTRAINT_FOREIGNKEY,
        QCoreApplication::translate("SqliteInserter",
                                    "A row for the table \"%1\" of the database %2 took the place of another "
                                    "one (ON CONFLICT REPLACE), but a row that its foreign key names is "
                                    "missing: nothing of these rows was written.")
            .arg(m_entity.table, m_connection.file())});
}

/// Why an INSERT failed.
SqlError SqliteInserter::outcomeOf(int code)
{
    SqlError error = m_connection.errorOf(code);
    if (code == SQLITE_ERROR)
        error.errorClass =
            ErrorClass::Constraint; // an expression of a CHECK or trigger failed on these values
    if (code == SQLITE_FULL && m_rules.areKeysExhausted()) {
        m_keysExhausted = true;
        error = noKeyLeft();
    }
    return error;
}

bool SqliteInserter::lacksKey(const RowBatch &batch, int row) const
{
    return m_key.value(batch.cell(row, m_entity.keyIndex())).kind == StoredValue::Kind::Null;
}

SqlError SqliteInserter::noKeyLeft() const
{
    return {
        ErrorClass::Constraint, SQLITE_FULL,
        QCoreApplication::translate("SqliteInserter",
                                    "The table \"%1\" of the database %2 has no key left to give to the "
                                    "row, because the largest one is taken: give the row a key of its own.")
            .arg(m_entity.table, m_connection.file())};
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
