// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteledger.h"

#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqliteledgerrows.h"
#include "db/sqlite/sqliteledgertables.h"
#include "db/sqlite/sqliteschema.h"
#include "db/sqlite/sqlitesettings.h"
#include "db/sqlite/sqliteundo.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

QString updatedColumn(const SqliteLedgerTables &tables)
{
    return tables.haveUpdated ? QStringLiteral("coalesce(updated, 0)") : QStringLiteral("0");
}

} // namespace

struct SqliteLedger::Removable
{
    qint64 load = 0;
    SqliteUndoTarget::Recorded recorded;
    qint64 number = 0;
    qint64 written = 0; // inserted or updated
    QByteArray keys;
    QByteArray rowHashes;
};

SqlError SqliteLedger::makeTables()
{
    const auto tables = SqliteLedgerTables::find(m_db, m_location);
    if (!tables)
        return tables.error();
    QStringList statements;
    if (!tables->exist)
        statements += SqliteSchema::ledgerTables();
    if (!tables->haveDefinition)
        statements += QStringLiteral("ALTER TABLE main.weir_load ADD COLUMN definition TEXT");
    if (!tables->haveReadBack)
        statements += QStringLiteral("ALTER TABLE main.weir_ledger ADD COLUMN read_back INTEGER");
    if (!tables->haveUpdated)
        statements += QStringLiteral("ALTER TABLE main.weir_ledger ADD COLUMN updated INTEGER");
    if (statements.isEmpty())
        return {};
    const auto make = [&] {
        return executeSqlite(m_db, statements.join(u';'), m_location);
    };
    return sqlite3_get_autocommit(m_db) ? inSqliteTransaction(m_db, m_location, make) : make();
}

SqlError SqliteLedger::begin(const LedgerLoad &load)
{
    const auto table = SqliteLoadedTable::read(m_db, load.table, load.columns, m_location);
    if (!table)
        return table.error();
    SqliteStatement statement(
        m_db,
        QStringLiteral("INSERT INTO main.weir_load(id, file, size, content_hash, entity, table_name, "
                       "columns, plan, rejected_file, reasons_file, started, finished, state, "
                       "definition) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"));
    if (!statement.isValid())
        return error();
    LedgerBinder bind(statement);
    bind.blob(load.id).text(load.file).integer(load.size).blob(load.contentHash).text(load.entity);
    bind.text(load.table)
        .text(ledgerColumnsText(load.columns))
        .blob(load.plan)
        .text(load.rejectedFile)
        .text(load.reasonsFile);
    bind.text(ledgerTimeText(load.started))
        .text(ledgerTimeText(load.finished))
        .text(ledgerStateName(load.state));
    if (*table)
        bind.text(QString::fromUtf8((*table)->toJson()));
    return bind.code() == SQLITE_OK && statement.step() == SQLITE_DONE ? SqlError{} : error();
}

SqlError SqliteLedger::revise(const LedgerLoad &load)
{
    SqliteStatement statement(m_db,
                              QStringLiteral("UPDATE main.weir_load SET plan=?2, rejected_file=?3, "
                                             "reasons_file=?4 WHERE id=?1"));
    if (!statement.isValid())
        return error();
    LedgerBinder bind(statement);
    bind.blob(load.id).blob(load.plan).text(load.rejectedFile).text(load.reasonsFile);
    if (bind.code() != SQLITE_OK || statement.step() != SQLITE_DONE)
        return error();
    return sqlite3_changes64(m_db) == 1 ? SqlError{} : unknownLoad();
}

SqlError SqliteLedger::reopen(const QByteArray &loadId)
{
    SqliteStatement statement(m_db,
                              QStringLiteral("UPDATE main.weir_load SET content_hash=NULL, "
                                             "finished=NULL, state=?2 WHERE id=?1"));
    if (!statement.isValid())
        return error();
    LedgerBinder bind(statement);
    bind.blob(loadId).text(ledgerStateName(LoadState::Running));
    if (bind.code() != SQLITE_OK || statement.step() != SQLITE_DONE)
        return error();
    return sqlite3_changes64(m_db) == 1 ? SqlError{} : unknownLoad();
}

SqlError SqliteLedger::add(const QByteArray &loadId, const LedgerBatch &batch)
{
    std::optional<QByteArray> readBack;
    if (!batch.rowHashes.isEmpty()) {
        auto hashes = m_readBack.hashes(loadId, batch.keys);
        if (!hashes)
            return hashes.error();
        readBack = std::move(*hashes);
    }
    SqliteStatement statement(
        m_db,
        QStringLiteral("INSERT INTO main.weir_ledger(load, number, end_offset, hash, inserted, "
                       "rejected, failed, cancelled, rejected_bytes, reasons_bytes, keys, row_hashes, "
                       "updated, read_back) "
                       "SELECT number, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14 "
                       "FROM main.weir_load WHERE id=?1"));
    if (!statement.isValid())
        return error();
    LedgerBinder bind(statement);
    bind.blob(loadId).integer(batch.number).integer(batch.endOffset);
    bind.integer(static_cast<qint64>(batch.hash)).counts(batch.counts).integer(batch.rejectedBytes);
    bind.integer(batch.reasonsBytes).blob(batch.keys).blob(readBack ? *readBack : batch.rowHashes);
    bind.integer(batch.counts.updated);
    if (readBack)
        bind.integer(1);
    if (bind.code() != SQLITE_OK || statement.step() != SQLITE_DONE)
        return error();
    return sqlite3_changes64(m_db) == 1 ? SqlError{} : unknownLoad();
}

SqlError SqliteLedger::finish(const QByteArray &loadId, const QByteArray &contentHash, const QDateTime &when)
{
    SqliteStatement statement(m_db,
                              QStringLiteral("UPDATE main.weir_load SET content_hash=?2, finished=?3, "
                                             "state=?4 WHERE id=?1"));
    if (!statement.isValid())
        return error();
    LedgerBinder bind(statement);
    bind.blob(loadId).blob(contentHash).text(ledgerTimeText(when)).text(ledgerStateName(LoadState::Finished));
    if (bind.code() != SQLITE_OK || statement.step() != SQLITE_DONE)
        return error();
    return sqlite3_changes64(m_db) == 1 ? SqlError{} : unknownLoad();
}

SqlError SqliteLedger::drop(const QByteArray &loadId)
{
    SqliteStatement batches(m_db,
                            QStringLiteral("DELETE FROM main.weir_ledger WHERE load="
                                           "(SELECT number FROM main.weir_load WHERE id=?1)"));
    if (!batches.isValid() || batches.bindBlob(1, loadId) != SQLITE_OK || batches.step() != SQLITE_DONE)
        return error();
    SqliteStatement load(m_db, QStringLiteral("DELETE FROM main.weir_load WHERE id=?1"));
    if (!load.isValid() || load.bindBlob(1, loadId) != SQLITE_OK || load.step() != SQLITE_DONE)
        return error();
    return sqlite3_changes64(m_db) == 1 ? SqlError{} : unknownLoad();
}

Expected<std::optional<UndoneBatch>, SqlError> SqliteLedger::undoLast(const QByteArray &loadId, qint64 before)
{
    auto last = lastBatch(loadId, before);
    if (!last)
        return tl::unexpected(last.error());
    if (!*last)
        return std::nullopt;
    Removable &batch = **last;
    auto keys = decodeKeys(batch.keys, static_cast<std::size_t>(batch.rowHashes.size()) / sizeof(quint32));
    const auto rows = keys ? static_cast<qint64>(keys->size()) : -1;
    // Fewer than were written, but some: those that were refused before, or were replaced.
    const bool complete = rows >= std::min<qint64>(batch.written, 1) && rows <= batch.written
        && batch.rowHashes.size() == rows * qsizetype{sizeof(quint32)} && !batch.recorded.columns.isEmpty();
    if (!complete)
        return tl::unexpected(notRemovable());
    const auto target = SqliteUndoTarget::find(m_db, batch.recorded, m_location);
    if (!target)
        return tl::unexpected(target.error());
    const auto undo = SqliteUndo::open(m_db, m_location, *target);
    if (!undo)
        return tl::unexpected(undo.error());
    auto result = (*undo)->remove(&*keys, &batch.rowHashes);
    if (!result)
        return tl::unexpected(result.error());
    batch.keys = encodeKeys(*keys);
    SqlError error = keepStaying(batch);
    if (!error && result->refused + result->changed < rows) // or all of it is as it was
        error = markUndone(batch.load);
    if (error)
        return tl::unexpected(error);
    return UndoneBatch{batch.number, std::move(*result)};
}

Expected<QList<LedgerLoad>, SqlError> SqliteLedger::loads()
{
    const auto tables = SqliteLedgerTables::find(m_db, m_location);
    if (!tables)
        return tl::unexpected(tables.error());
    QList<LedgerLoad> loads;
    if (!tables->exist)
        return loads;
    if (SqlError error = tables->checkContent(m_db, m_location))
        return tl::unexpected(error);
    SqliteStatement statement(
        m_db,
        QStringLiteral(
            "SELECT id, file, size, content_hash, entity, table_name, columns, plan, "
            "rejected_file, reasons_file, started, finished, state, count(b.number), sum(b.inserted), "
            "sum(b.rejected), sum(b.failed), sum(b.cancelled), count(b.number)-count(b.undone), sum(%1) "
            "FROM main.weir_load AS l LEFT JOIN main.weir_ledger AS b ON b.load=l.number "
            "GROUP BY l.number ORDER BY l.number DESC")
            .arg(updatedColumn(*tables)));
    if (!statement.isValid())
        return tl::unexpected(error());
    int code = 0;
    while ((code = statement.step()) == SQLITE_ROW)
        loads += ledgerLoadOf(statement);
    if (code != SQLITE_DONE)
        return tl::unexpected(error());
    return loads;
}

Expected<QList<LedgerBatch>, SqlError> SqliteLedger::batches(const QByteArray &loadId)
{
    const auto tables = SqliteLedgerTables::find(m_db, m_location);
    if (!tables)
        return tl::unexpected(tables.error());
    QList<LedgerBatch> batches;
    SqliteStatement statement(
        m_db,
        QStringLiteral("SELECT number, end_offset, hash, inserted, rejected, failed, cancelled, "
                       "rejected_bytes, reasons_bytes, %1 FROM main.weir_ledger "
                       "WHERE load=(SELECT number FROM main.weir_load WHERE id=?1) ORDER BY number")
            .arg(updatedColumn(*tables)));
    if (!statement.isValid() || statement.bindBlob(1, loadId) != SQLITE_OK)
        return tl::unexpected(error());
    int code = 0;
    while ((code = statement.step()) == SQLITE_ROW) {
        const LedgerBatch batch = ledgerBatchOf(statement);
        const qint64 before = batches.isEmpty() ? 0 : batches.constLast().endOffset;
        if (batch.number != batches.size() || batch.endOffset <= before
            || batch.endOffset > SqliteLedgerTables::GreatestOffset)
            return tl::unexpected(SqliteLedgerTables::damaged(m_location));
        batches += batch;
    }
    if (code != SQLITE_DONE)
        return tl::unexpected(error());
    return batches;
}

Expected<std::optional<SqliteLedger::Removable>, SqlError> SqliteLedger::lastBatch(const QByteArray &loadId,
                                                                                   qint64 before)
{
    const auto tables = SqliteLedgerTables::find(m_db, m_location);
    if (!tables)
        return tl::unexpected(tables.error());
    SqliteStatement statement(
        m_db,
        QStringLiteral(
            "SELECT l.number, table_name, columns, b.number, inserted+%3, keys, row_hashes, %1, %2 "
            "FROM main.weir_load AS l LEFT JOIN main.weir_ledger AS b "
            "ON b.load=l.number AND b.undone IS NULL AND b.number<?2 "
            "WHERE id=?1 ORDER BY b.number DESC LIMIT 1")
            .arg(tables->haveDefinition ? QStringLiteral("definition") : QStringLiteral("NULL"),
                 tables->haveReadBack ? QStringLiteral("read_back") : QStringLiteral("NULL"),
                 updatedColumn(*tables)));
    if (!statement.isValid() || statement.bindBlob(1, loadId) != SQLITE_OK
        || statement.bind(2, before) != SQLITE_OK)
        return tl::unexpected(error());
    const int code = statement.step();
    if (code == SQLITE_DONE)
        return tl::unexpected(unknownLoad());
    if (code != SQLITE_ROW)
        return tl::unexpected(error());
    if (sqlite3_column_type(statement.get(), 3) == SQLITE_NULL)
        return std::nullopt;
    constexpr auto LongestHashes = static_cast<int>(MaximumLedgerKeys * sizeof(quint32));
    if (sqlite3_column_bytes(statement.get(), 5) > 3 * LongestHashes // a key of 64 bits, and how many follow
        || sqlite3_column_bytes(statement.get(), 6) > LongestHashes)
        return tl::unexpected(SqliteLedgerTables::damaged(m_location));
    return Removable{statement.integer(0),
                     {statement.text(1), ledgerColumnsOf(statement.text(2)),
                      SqliteLoadedTable::fromJson(statement.text(7).toUtf8()), statement.integer(8) != 0},
                     statement.integer(3),
                     statement.integer(4),
                     statement.blob(5),
                     statement.blob(6)};
}

SqlError SqliteLedger::keepStaying(const Removable &batch)
{
    SqliteStatement statement(m_db,
                              QStringLiteral("UPDATE main.weir_ledger SET keys=?3, row_hashes=?4, "
                                             "undone=CASE WHEN ?3 IS NULL THEN 1 END "
                                             "WHERE load=?1 AND number=?2"));
    if (!statement.isValid())
        return error();
    LedgerBinder bind(statement);
    bind.integer(batch.load).integer(batch.number).blob(batch.keys).blob(batch.rowHashes);
    return bind.code() == SQLITE_OK && statement.step() == SQLITE_DONE ? SqlError{} : error();
}

SqlError SqliteLedger::markUndone(qint64 load)
{
    SqliteStatement statement(m_db, QStringLiteral("UPDATE main.weir_load SET state=?2 WHERE number=?1"));
    if (!statement.isValid())
        return error();
    LedgerBinder bind(statement);
    bind.integer(load).text(ledgerStateName(LoadState::Undone));
    return bind.code() == SQLITE_OK && statement.step() == SQLITE_DONE ? SqlError{} : error();
}

SqlError SqliteLedger::notRemovable() const
{
    return {ErrorClass::Other, 0,
            QCoreApplication::translate("SqliteLedger",
                                        "The ledger of the database %1 does not hold which rows this load "
                                        "inserted, so it cannot be undone: load with undo switched on, or "
                                        "delete the rows by hand.")
                .arg(m_location)};
}

SqlError SqliteLedger::error() const
{
    return sqliteError(m_db, m_location);
}

SqlError SqliteLedger::unknownLoad() const
{
    return {ErrorClass::Other, 0,
            QCoreApplication::translate("SqliteLedger",
                                        "The ledger of the database %1 no longer knows this load: somebody "
                                        "removed it. Load the file again.")
                .arg(m_location)};
}

} // namespace Weir
