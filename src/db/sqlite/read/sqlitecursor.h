// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/cursor.h"
#include "db/sqlite/file/sqliteconnection.h"
#include "db/sqlite/statements/sqlitestatements.h"

#include <memory>

struct sqlite3_stmt;

namespace Weir {

/// What a column of the row that a statement stands on holds.
StoredValue sqliteValue(sqlite3_stmt *row, int column);

/// The rows of an SQLite statement. Holds a read transaction while it stands on one.
class SqliteCursor : public Cursor
{
public:
    static Expected<std::unique_ptr<Cursor>, SqlError>
    open(const SqliteConnection &connection, SqliteStatements &statements, const Statement &statement);
    ~SqliteCursor() override;

    bool next() override;
    const SqlError &error() const override { return m_error; }
    int columnCount() const override;
    StoredValue value(int column) const override;

private:
    SqliteCursor(const SqliteConnection &connection, SqliteStatements &statements, Statement source);

    const SqliteConnection &m_connection;
    SqliteStatements &m_statements;
    const Statement m_source; // its bytes are bound as they lie
    SqliteStatement m_statement;
    SqlError m_error;
    bool m_isAtEnd = false;
};

} // namespace Weir
