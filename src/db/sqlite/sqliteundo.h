// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "db/sqlite/sqlitedeleteeffects.h"
#include "db/sqlite/sqlitesavepoint.h"
#include "db/sqlite/sqliteundotarget.h"

#include <memory>
#include <vector>

namespace Weir {

/// Deletes rows by key as long as they are what they were. Inside a transaction, in the connection's thread.
class SqliteUndo
{
public:
    static Expected<std::unique_ptr<SqliteUndo>, SqlError> open(sqlite3 *db, const QString &location,
                                                                const SqliteUndoTarget &target);

    /// From the last row to the first: rows that refer to others come after them. What cannot be removed
    /// stays and is counted. Leaves of `keys` and `rowHashes` those that stay.
    Expected<UndoResult, SqlError> remove(std::vector<qint64> *keys, QByteArray *rowHashes);

private:
    SqliteUndo(sqlite3 *db, QString location, const SqliteUndoTarget &target);

    SqlError prepare();
    SqlError removeRow(qint64 key, quint32 hash, UndoResult *result);
    SqlError deleteRow(qint64 key, UndoResult *result);
    QString refusal(qint64 changes) const;
    QString reasonToStay(quint32 hash) const;
    SqlError error() const;
    SqlError error(int code) const;

    sqlite3 *const m_db;
    const QString m_location;
    const SqliteUndoTarget m_target;
    const int m_hashed; // columns
    SqliteSavepoint m_savepoint;
    SqliteDeleteEffects m_effects; // where there are any, the savepoint guards each row
    SqliteStatement m_read;
    SqliteStatement m_delete;
};

} // namespace Weir
