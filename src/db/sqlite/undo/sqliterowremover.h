// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/ledger/loadedtables.h"
#include "db/sqlite/statements/sqlitesavepoint.h"
#include "db/sqlite/tables/sqlitedeleteeffects.h"

namespace Weir {

/// Deletes rows of an SQLite table as long as nothing else goes or changes with them. In the connection's
/// thread.
class SqliteRowRemover : public RowRemover
{
public:
    /// `key`: the table's INTEGER PRIMARY KEY.
    static Expected<std::unique_ptr<RowRemover>, SqlError> open(sqlite3 *db, const QString &location,
                                                                const QString &table, const QString &key);

    Expected<QString, SqlError> remove(qint64 key) override;

private:
    SqliteRowRemover(sqlite3 *db, QString location, const QString &table, const QString &key,
                     const QString &deleteSql);

    Expected<QString, SqlError> tryRemoving(qint64 key);
    QString refusal(qint64 changes) const;
    SqlError error() const;
    SqlError error(int code) const;

    sqlite3 *const m_db;
    const QString m_location;
    SqliteSavepoint m_savepoint;
    SqliteDeleteEffects m_effects; // where there are any, the savepoint guards each row
    SqliteStatement m_delete;
};

} // namespace Weir
