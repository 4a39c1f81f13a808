// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlerror.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <QStringList>

struct sqlite3;

namespace Weir {

/// What is needed to copy a table's rows as they are and to put them back. A value; read in the connection's
/// thread.
struct SqliteTakenTable
{
    QString name;
    QString definition;
    QStringList columns; // those that are stored: computed ones are computed anew
    QStringList keys;    // the primary key's
    QString rowId;       // by which name the row id is read; empty: there is none, or columns hide it
    qint64 rows = 0;

    /// Error: there is no such table, or it is not an ordinary one.
    static Expected<SqliteTakenTable, SqlError> read(sqlite3 *db, const QString &table,
                                                     const QString &location);

    /// The row id and the columns, as they are given to SELECT and INSERT.
    QString columnList() const;
    /// Reads what columnList() says.
    QString selectSql() const;
    /// The values of columnList() are its parameters. Conflict clauses of the table do not count.
    QString insertSql() const;
    /// The key of the row that a statement of selectSql() stands on, short and printable.
    QString keyText(const SqliteStatement &row) const;
};

/// Copies all rows from one statement to the other, value by value as they are stored. After an error both
/// stand where it happened.
enum class SqliteCopyEnd { Complete, ReadFailed, WriteFailed };
[[nodiscard]] SqliteCopyEnd copySqliteRows(SqliteStatement &from, SqliteStatement &to, qint64 *rows);

} // namespace Weir
