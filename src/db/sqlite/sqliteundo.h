// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "db/sqlite/sqlitedeleteeffects.h"
#include "db/sqlite/sqlitesavepoint.h"

#include <vector>

namespace Weir {

/// Deletes rows by key as long as they are what they were. Inside a transaction, in the connection's thread.
class SqliteUndo
{
public:
    /// `columns`: as RowHasher::columns().
    SqliteUndo(sqlite3 *db, QString location, const QString &table, const QStringList &columns);

    /// From the last row to the first: rows that refer to others come after them. What cannot be removed
    /// stays and is counted. Leaves of `keys` and `rowHashes` those that were refused.
    Expected<UndoResult, SqlError> remove(std::vector<qint64> *keys, QByteArray *rowHashes);

private:
    SqlError removeRow(qint64 key, quint32 hash, UndoResult *result);
    SqlError deleteRow(qint64 key, UndoResult *result);
    QString refusal(qint64 changes) const;
    quint32 hashOfRow() const;
    SqlError error() const;

    sqlite3 *const m_db;
    const QString m_location;
    const int m_columns;
    SqliteDeleteEffects m_effects; // where there are any, a savepoint guards each row
    SqliteStatement m_read;
    SqliteStatement m_delete;
    SqliteSavepoint m_savepoint;
};

} // namespace Weir
