// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteinsert.h"

#include "core/numbertext.h"
#include "db/sqlite/sqliteidentifier.h"

#include <QStringList>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

} // namespace

SqliteInsert::SqliteInsert(sqlite3 *db, const Entity &entity)
    : m_table(entity.table)
{
    QStringList names;
    QStringList parameters;
    for (const Field &field : entity.fields) {
        m_columns += columnOf(field);
        names += sqliteIdentifier(field.name);
        parameters += QStringLiteral("?");
    }
    m_statement =
        SqliteStatement(db,
                        QStringLiteral("INSERT INTO main.") + sqliteIdentifier(m_table) + QStringLiteral(" (")
                            + names.join(u',') + QStringLiteral(") VALUES (") + parameters.join(u',') + u')',
                        SqliteStatement::Lifetime::Kept);
}

bool SqliteInsert::suits(const Entity &entity) const
{
    return m_table == entity.table
        && std::equal(m_columns.begin(), m_columns.end(), entity.fields.begin(), entity.fields.end(),
                      [](const Column &column, const Field &field) {
                          return column.key == field.key && column.type == field.type
                              && column.name == field.name;
                      });
}

int SqliteInsert::insert(const RowBatch &batch, int row)
{
    int code = SQLITE_OK;
    for (int column = 0; column < m_columns.size() && code == SQLITE_OK; ++column)
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

SqliteInsert::Column SqliteInsert::columnOf(const Field &field)
{
    return {field.name, field.type, field.key};
}

int SqliteInsert::bindCell(int column, std::string_view cell)
{
    sqlite3_stmt *statement = m_statement.get();
    const int parameter = column + 1;
    const Column &target = m_columns.at(column);
    if (cell.empty() || (target.key && isBlank(cell)))
        return sqlite3_bind_null(statement, parameter);
    if (target.key || target.type == FieldType::Integer) {
        if (const auto integer = parseInteger(cell))
            return sqlite3_bind_int64(statement, parameter, *integer);
    } else if (target.type == FieldType::Number) {
        if (const auto number = parseNumber(cell))
            return sqlite3_bind_double(statement, parameter, *number);
    }
    return sqlite3_bind_text64(statement, parameter, cell.data(), cell.size(), SQLITE_STATIC, SQLITE_UTF8);
}

} // namespace Weir
