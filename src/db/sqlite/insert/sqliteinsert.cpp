// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/insert/sqliteinsert.h"

#include "db/sqlite/statements/sqliteidentifier.h"

#include <QStringList>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

SqliteInsert::SqliteInsert(sqlite3 *db, const Entity &entity)
    : m_table(entity.table)
    , m_columns(StoredColumn::listOf(entity))
{
    const QStringList parameters(entity.fields.size(), QStringLiteral("?"));
    m_statement = SqliteStatement(db,
                                  QStringLiteral("INSERT INTO ") + sqliteTarget(entity)
                                      + QStringLiteral(" VALUES (") + parameters.join(u',') + u')',
                                  SqliteStatement::Lifetime::Kept);
}

bool SqliteInsert::suits(const Entity &entity) const
{
    return m_table == entity.table
        && std::equal(m_columns.begin(), m_columns.end(), entity.fields.begin(), entity.fields.end(),
                      [](const StoredColumn &column, const Field &field) { return column.suits(field); });
}

int SqliteInsert::insert(const RowBatch &batch, int row)
{
    int code = SQLITE_OK;
    for (int column = 0; column < static_cast<int>(m_columns.size()) && code == SQLITE_OK; ++column)
        code = bindCell(column, batch.cell(row, column));
    if (code != SQLITE_OK)
        return code;
    code = m_statement.step();
    m_statement.reset();
    return code;
}

void SqliteInsert::clear()
{
    sqlite3_clear_bindings(m_statement.get());
}

int SqliteInsert::bindCell(int column, std::string_view cell)
{
    sqlite3_stmt *statement = m_statement.get();
    const int parameter = column + 1;
    const StoredValue value = m_columns[static_cast<std::size_t>(column)].value(cell);
    switch (value.kind) {
    case StoredValue::Kind::Null:
        return sqlite3_bind_null(statement, parameter);
    case StoredValue::Kind::Integer:
        return sqlite3_bind_int64(statement, parameter, value.integer);
    case StoredValue::Kind::Number:
        return sqlite3_bind_double(statement, parameter, value.number);
    case StoredValue::Kind::Text:
    case StoredValue::Kind::Bytes: // no cell is
        break;
    }
    return sqlite3_bind_text64(statement, parameter, value.text.data(), value.text.size(), SQLITE_STATIC,
                               SQLITE_UTF8);
}

} // namespace Weir
