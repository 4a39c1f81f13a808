// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlerror.h"
#include "db/sqlite/statements/sqliteconstant.h"
#include "db/sqlite/tables/sqlitetable.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace Weir {

/// A column that a load gives no values.
struct SqliteUnfilledColumn
{
    QString name;
    std::optional<SqliteConstant> value; // of a row that nobody touched; std::nullopt: not always the same
};

/// What a load found of its table when it began: tells later on whether the table is the same one, and
/// whether a row was changed in columns that the load did not fill. A value; the ledger keeps it as JSON.
struct SqliteLoadedTable
{
    qint64 schemaRow = 0; // in sqlite_schema
    QByteArray body;      // hash of its definition without its name
    std::vector<SqliteUnfilledColumn> unfilled;

    /// std::nullopt: there is no such table. `filled`: columns that the load gives values. In the
    /// connection's thread.
    static Expected<std::optional<SqliteLoadedTable>, SqlError>
    read(sqlite3 *db, const QString &table, const QStringList &filled, const QString &location);
    /// Those of `table` that are computed do not count.
    static std::vector<SqliteUnfilledColumn> unfilledOf(sqlite3 *db, const SqliteTable &table,
                                                        const QStringList &filled);

    QByteArray toJson() const;
    /// std::nullopt: not what toJson() gives.
    static std::optional<SqliteLoadedTable> fromJson(const QByteArray &text);

    /// What the table is called now, if another one may have its name; empty: nothing like it is there.
    Expected<QString, SqlError> findRenamed(sqlite3 *db, const QString &table, const QString &location) const;

    bool hasOnlyConstants() const;
    const SqliteUnfilledColumn *find(const QString &column) const;
};

} // namespace Weir
