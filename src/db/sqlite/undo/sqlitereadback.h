// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger/loadedtables.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <QHash>

#include <memory>

namespace Weir {

/// Hashes of rows as they stand in their table after they were inserted, for tables where a trigger or a
/// DEFAULT that is no constant gives them values that no load knows. In the connection's thread.
class SqliteReadBack
{
public:
    SqliteReadBack(sqlite3 *db, QString location);
    ~SqliteReadBack();

    /// Four bytes a row as in LedgerBatch::rowHashes; std::nullopt: the load's table needs none. Inside the
    /// transaction that inserted the rows.
    Expected<std::optional<QByteArray>, SqlError> hashes(const QByteArray &loadId, const RecordedTable &table,
                                                         const QByteArray &keys);

private:
    struct Table
    {
        qint64 schemaVersion = -1;
        int columns = 0;
        SqliteStatement read; // not valid: not needed
    };

    Expected<Table *, SqlError> tableOf(const QByteArray &loadId, const RecordedTable &recorded);
    Expected<void, SqlError> look(const RecordedTable &recorded, Table *table) const;
    Expected<bool, SqlError> hasTriggers(const QString &table) const;
    SqlError error() const;

    sqlite3 *const m_db;
    const QString m_location;
    QHash<QByteArray, std::shared_ptr<Table>> m_tables; // by load
};

} // namespace Weir
