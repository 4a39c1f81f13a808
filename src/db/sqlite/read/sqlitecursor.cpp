// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/read/sqlitecursor.h"

#include "db/sqlite/statements/sqliteerror.h"

#include <sqlite3.h>

namespace Weir {

StoredValue sqliteValue(sqlite3_stmt *row, int column)
{
    // Text in UTF-8, whatever the database's encoding is: first the bytes, then how many.
    const auto refer = [&](StoredValue::Kind kind, const void *bytes) -> StoredValue {
        return {
            kind,
            0,
            0,
            {static_cast<const char *>(bytes), static_cast<std::size_t>(sqlite3_column_bytes(row, column))}};
    };
    switch (sqlite3_column_type(row, column)) {
    case SQLITE_INTEGER:
        return {StoredValue::Kind::Integer, sqlite3_column_int64(row, column), 0, {}};
    case SQLITE_FLOAT:
        return {StoredValue::Kind::Number, 0, sqlite3_column_double(row, column), {}};
    case SQLITE_TEXT:
        return refer(StoredValue::Kind::Text, sqlite3_column_text(row, column));
    case SQLITE_BLOB:
        return refer(StoredValue::Kind::Bytes, sqlite3_column_blob(row, column));
    default:
        return {};
    }
}

Expected<std::unique_ptr<Cursor>, SqlError> SqliteCursor::open(const SqliteConnection &connection,
                                                               SqliteStatements &statements,
                                                               const Statement &statement)
{
    std::unique_ptr<SqliteCursor> cursor(new SqliteCursor(connection, statements, statement));
    const SqliteStatement &opened = cursor->m_statement;
    if (!opened.isValid())
        return tl::unexpected(connection.errorOf(opened.code()));
    if (!sqlite3_stmt_readonly(opened.get())) {
        return tl::unexpected(
            sqliteError(SQLITE_MISUSE, QStringLiteral("a query must not write"), connection.file()));
    }
    return cursor;
}

SqliteCursor::SqliteCursor(const SqliteConnection &connection, SqliteStatements &statements, Statement source)
    : m_connection(connection)
    , m_statements(statements)
    , m_source(std::move(source))
    , m_statement(statements.take(m_source))
{}

SqliteCursor::~SqliteCursor()
{
    if (m_statement.isValid())
        m_statements.giveBack(m_source.sql, std::move(m_statement));
}

bool SqliteCursor::next()
{
    if (m_isAtEnd)
        return false;
    const int code = m_statement.step();
    if (code == SQLITE_ROW)
        return true;
    m_isAtEnd = true;
    if (code != SQLITE_DONE)
        m_error = m_connection.errorOf(code);
    m_statement.reset();
    return false;
}

int SqliteCursor::columnCount() const
{
    return sqlite3_column_count(m_statement.get());
}

StoredValue SqliteCursor::value(int column) const
{
    return sqliteValue(m_statement.get(), column);
}

} // namespace Weir
