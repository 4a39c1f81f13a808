// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/insert/sqlitebulkinsert.h"

#include "db/sqlite/statements/sqliteidentifier.h"

#include <QStringList>

#include <algorithm>
#include <limits>
#include <sqlite3.h>

namespace Weir {

namespace {

QString insertSql(const Entity &entity, bool withKey, const QByteArray &rows)
{
    QStringList cells;
    for (qsizetype column = 0; column < entity.fields.size(); ++column) {
        if (withKey || !entity.fields.at(column).key)
            cells += QStringLiteral("c%1").arg(column);
    }
    return QStringLiteral("INSERT OR FAIL INTO ") + sqliteTarget(entity, withKey) + QStringLiteral(" SELECT ")
        + cells.join(u',') + QStringLiteral(" FROM ") + QString::fromLatin1(rows);
}

} // namespace

SqliteBulkInsert::SqliteBulkInsert(sqlite3 *db, const Entity &entity, const SqliteTableRules &rules)
    : m_db(db)
    , m_rules(rules)
    , m_rows(db, entity)
    , m_savepoint(db, QStringLiteral("weir_bulk"))
{
    if (!m_rows.isValid())
        return;
    const auto prepare = [db](const QString &sql) {
        return SqliteStatement(db, sql, SqliteStatement::Lifetime::Kept);
    };
    m_insert = prepare(insertSql(entity, true, m_rows.name()));
    if (entity.fields.size() > 1)
        m_insertKeyless = prepare(insertSql(entity, false, m_rows.name()));
    m_maximum = prepare(QStringLiteral("SELECT max(") + sqliteIdentifier(entity.keyField().name)
                        + QStringLiteral(") FROM main.") + sqliteIdentifier(entity.table));
}

SqliteBulkInsert::Outcome SqliteBulkInsert::insert(const RowBatch &batch, std::span<const int> rows,
                                                   std::vector<qint64> *keys)
{
    if (const int code = m_savepoint.set(); code != SQLITE_DONE)
        return {code};
    std::optional<qint64> next;
    if (const int code = readNextKey(&next); code != SQLITE_OK)
        return {code};
    const std::size_t before = keys->size();
    m_rows.give(batch, rows, next, keys);
    SqliteStatement &statement =
        m_insertKeyless.isValid() && m_rows.areKeysChosen() ? m_insertKeyless : m_insert;
    const int code = statement.step();
    const auto changes = static_cast<std::size_t>(sqlite3_changes64(m_db));
    statement.reset();
    m_rows.takeBack();
    const std::size_t inserted = keys->size() - before;
    const bool stopped = (code & 0xff) == SQLITE_CONSTRAINT;
    if ((code == SQLITE_DONE || stopped) && changes == inserted && inserted <= rows.size()) {
        const int released = m_savepoint.release();
        const bool all = inserted == rows.size();
        return {released == SQLITE_DONE ? SQLITE_OK : released, inserted,
                all ? std::size_t{0} : std::size_t{1}};
    }
    keys->resize(before);
    return takeBack(std::min(std::max<std::size_t>(m_rows.given(), 1), rows.size()), code);
}

int SqliteBulkInsert::code() const
{
    for (const int code : {m_rows.code(), m_insert.code(), m_insertKeyless.code(), m_maximum.code()}) {
        if (code != SQLITE_OK)
            return code;
    }
    return m_savepoint.code();
}

/// std::nullopt: SQLite does not choose the one after the largest.
int SqliteBulkInsert::readNextKey(std::optional<qint64> *next)
{
    if (m_rules.isAutoIncrement())
        return SQLITE_OK;
    const SqliteReset reset(m_maximum);
    if (const int code = m_maximum.step(); code != SQLITE_ROW)
        return code;
    const bool isEmpty = sqlite3_column_type(m_maximum.get(), 0) == SQLITE_NULL;
    const qint64 maximum = isEmpty ? 0 : m_maximum.integer(0);
    if (maximum != std::numeric_limits<qint64>::max())
        *next = maximum + 1;
    return SQLITE_OK;
}

SqliteBulkInsert::Outcome SqliteBulkInsert::takeBack(std::size_t tried, int code)
{
    const bool rowError = code == SQLITE_DONE || isRowError(code);
    if (!rowError || sqlite3_get_autocommit(m_db) != 0)
        return {code == SQLITE_DONE ? SQLITE_ABORT_ROLLBACK : code, 0, 0, m_rows.given()};
    if (const int failed = m_savepoint.rollBack(); failed != SQLITE_DONE)
        return {failed};
    return {SQLITE_OK, 0, tried};
}

bool SqliteBulkInsert::isRowError(int code)
{
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
    case SQLITE_ERROR: // an expression of the table's, or a key that is not the expected one
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return true;
    default:
        return false;
    }
}

} // namespace Weir
