// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

struct sqlite3;

namespace Weir {

/// A foreign key as the table that has it declares it. A value.
struct SqliteForeignKey
{
    QString parent;
    QStringList columns;       // that refer
    QStringList parentColumns; // in the same order; null: the parent's primary key
    bool hasDeleteAction = false;

    /// Those of a table. SQLITE_OK, or the code of what went wrong. In the connection's thread.
    [[nodiscard]] static int read(sqlite3 *db, const QString &table, QList<SqliteForeignKey> *keys);
};

/// A row whose parent is missing.
struct SqliteOrphan
{
    QString table;
    std::optional<qint64> rowId; // its table may have none
    QString parent;
};

/// Shows the orphans of one table (an empty name: of all tables) until `visit` returns false. SQLITE_OK, or
/// the code of what went wrong. In the connection's thread.
[[nodiscard]] int visitSqliteOrphans(sqlite3 *db, const QString &table,
                                     const std::function<bool(const SqliteOrphan &)> &visit);

} // namespace Weir
