// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlerror.h"
#include "db/statement.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace Weir {

/// What the ledger says of a load's table.
struct RecordedTable
{
    QString name;
    QStringList columns;   // the key, then those that the load filled
    QString definition;    // LoadedTables::describe() when the load began; null: an older Weir kept none
    bool readBack = false; // hashes are of what stood in the table, columns that were not filled included
};

/// Deletes rows of one table by key, each by itself. Inside a transaction.
class RowRemover
{
public:
    RowRemover() = default;
    virtual ~RowRemover() = default;
    RowRemover(const RowRemover &) = delete;
    RowRemover &operator=(const RowRemover &) = delete;

    /// A row that is there. The reason why it stays: the database refuses, or something else would go or
    /// change with it. Empty: it is gone. After an error the transaction cannot go on.
    virtual Expected<QString, SqlError> remove(qint64 key) = 0;
};

/// A table whose rows are to be taken back, and how a row of it is known to be as the load left it.
struct UndoTarget
{
    /// Gives the row whose key is the last value: the cells that were hashed, then for each column that must
    /// hold a constant whether it does.
    Statement read;
    int hashed = 0;
    int constants = 0;
    QString unjudged; // a column that nothing is known about; empty: none
    std::unique_ptr<RowRemover> remover;
};

/// What a database knows about the tables that loads go into, for the ledger. In its session's thread.
class LoadedTables
{
public:
    LoadedTables() = default;
    virtual ~LoadedTables() = default;
    LoadedTables(const LoadedTables &) = delete;
    LoadedTables &operator=(const LoadedTables &) = delete;

    /// What undoing will have to know about the table as it is now, in a form of the database's own. Null:
    /// there is no such table. `filled`: columns that the load gives values.
    virtual Expected<QString, SqlError> describe(const QString &table, const QStringList &filled) = 0;
    /// Of rows just inserted, as they stand, where a trigger or a DEFAULT gives them values that the load
    /// does not know: four bytes a row as in LedgerBatch. std::nullopt: the load knows all of them.
    virtual Expected<std::optional<QByteArray>, SqlError>
    standingHashes(const QByteArray &loadId, const RecordedTable &table, const QByteArray &keys) = 0;
    /// Error: the table or a column of it is not there, or is something else now.
    virtual Expected<UndoTarget, SqlError> undoTarget(const RecordedTable &table) = 0;
};

} // namespace Weir
