// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger/loadedtables.h"
#include "db/sqlite/undo/sqlitereadback.h"

namespace Weir {

/// What the ledger asks an SQLite file about its tables.
class SqliteLoadedTables : public LoadedTables
{
public:
    SqliteLoadedTables(sqlite3 *db, const QString &location)
        : m_db(db)
        , m_location(location)
        , m_readBack(db, location)
    {}

    Expected<QString, SqlError> describe(const QString &table, const QStringList &filled) override;
    Expected<std::optional<QByteArray>, SqlError>
    standingHashes(const QByteArray &loadId, const RecordedTable &table, const QByteArray &keys) override;
    Expected<UndoTarget, SqlError> undoTarget(const RecordedTable &table) override;

private:
    sqlite3 *const m_db;
    const QString m_location;
    SqliteReadBack m_readBack;
};

} // namespace Weir
