// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteledger.h"

#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqliteschema.h"
#include "db/sqlite/sqlitesettings.h"
#include "db/sqlite/sqliteundo.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <sqlite3.h>

namespace Weir {

namespace {

constexpr std::array<const char *, 3> StateNames{"running", "finished", "undone"};

QString stateName(LoadState state)
{
    return QString::fromLatin1(StateNames.at(static_cast<std::size_t>(state)));
}

LoadState stateOf(const QString &name)
{
    for (std::size_t i = 0; i < StateNames.size(); ++i) {
        if (name == QLatin1String(StateNames.at(i)))
            return static_cast<LoadState>(i);
    }
    return LoadState::Running;
}

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs);
}

QString columnsText(const QStringList &columns)
{
    return QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(columns)).toJson(QJsonDocument::Compact));
}

QStringList columnsOf(const QString &text)
{
    QStringList columns;
    const QJsonArray names = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &name : names)
        columns += name.toString();
    return columns;
}

/// Binds parameters one after the other, and keeps the first code that is not OK.
class Binder
{
public:
    explicit Binder(SqliteStatement &statement)
        : m_statement(statement)
    {}

    Binder &integer(qint64 value) { return note(m_statement.bind(next(), value)); }
    Binder &text(const QString &value) { return note(m_statement.bind(next(), value)); }
    Binder &blob(const QByteArray &value) { return note(m_statement.bindBlob(next(), value)); }
    Binder &counts(const Counts &counts)
    {
        return integer(counts.inserted)
            .integer(counts.rejected)
            .integer(counts.failed)
            .integer(counts.cancelled);
    }
    int code() const { return m_code; }

private:
    int next() { return ++m_parameter; }
    Binder &note(int code)
    {
        if (m_code == SQLITE_OK)
            m_code = code;
        return *this;
    }

    SqliteStatement &m_statement;
    int m_parameter = 0;
    int m_code = SQLITE_OK;
};

LedgerLoad readLoad(const SqliteStatement &row)
{
    LedgerLoad load;
    load.id = row.blob(0);
    load.file = row.text(1);
    load.size = row.integer(2);
    load.contentHash = row.blob(3);
    load.entity = row.text(4);
    load.table = row.text(5);
    load.columns = columnsOf(row.text(6));
    load.plan = row.blob(7);
    load.rejectedFile = row.text(8);
    load.reasonsFile = row.text(9);
    load.started = timeOf(row.text(10));
    load.finished = timeOf(row.text(11));
    load.state = stateOf(row.text(12));
    load.batches = row.integer(13);
    load.counts = {row.integer(14), row.integer(15), row.integer(16), row.integer(17)};
    load.batchesToUndo = row.integer(18);
    return load;
}

LedgerBatch readBatch(const SqliteStatement &row)
{
    LedgerBatch batch;
    batch.number = row.integer(0);
    batch.endOffset = row.integer(1);
    batch.hash = static_cast<quint64>(row.integer(2));
    batch.counts = {row.integer(3), row.integer(4), row.integer(5), row.integer(6)};
    batch.rejectedBytes = row.integer(7);
    batch.reasonsBytes = row.integer(8);
    return batch;
}

} // namespace

struct SqliteLedger::Removable
{
    qint64 load = 0;
    QString table;
    QStringList columns;
    qint64 number = 0;
    qint64 inserted = 0;
    QByteArray keys;
    QByteArray rowHashes;
};

SqlError SqliteLedger::makeTables()
{
    const auto there = hasTables();
    if (!there)
        return there.error();
    if (*there)
        return {};
    const auto make = [this] {
        return executeSqlite(m_db, SqliteSchema::ledgerTables(), m_location);
    };
    return sqlite3_get_autocommit(m_db) ? inSqliteTransaction(m_db, m_location, make) : make();
}

SqlError SqliteLedger::begin(const LedgerLoad &load)
{
    SqliteStatement statement(
        m_db,
        QStringLiteral("INSERT INTO main.weir_load(id, file, size, content_hash, entity, table_name, "
                       "columns, plan, rejected_file, reasons_file, started, finished, state) "
                       "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)"));
    if (!statement.isValid())
        return error();
    Binder bind(statement);
    bind.blob(load.id).text(load.file).integer(load.size).blob(load.contentHash).text(load.entity);
    bind.text(load.table)
        .text(columnsText(load.columns))
        .blob(load.plan)
        .text(load.rejectedFile)
        .text(load.reasonsFile);
    bind.text(timeText(load.started)).text(timeText(load.finished)).text(stateName(load.state));
    return bind.code() == SQLITE_OK && statement.step() == SQLITE_DONE ? SqlError{} : error();
}

SqlError SqliteLedger::revise(const LedgerLoad &load)
{
    SqliteStatement statement(m_db,
                              QStringLiteral("UPDATE main.weir_load SET plan=?2, rejected_file=?3, "
                                             "reasons_file=?4 WHERE id=?1"));
    if (!statement.isValid())
        return error();
    Binder bind(statement);
    bind.blob(load.id).blob(load.plan).text(load.rejectedFile).text(load.reasonsFile);
    if (bind.code() != SQLITE_OK || statement.step() != SQLITE_DONE)
        return error();
    return sqlite3_changes64(m_db) == 1 ? SqlError{} : unknownLoad();
}

SqlError SqliteLedger::add(const QByteArray &loadId, const LedgerBatch &batch)
{
    SqliteStatement statement(
        m_db,
        QStringLiteral("INSERT INTO main.weir_ledger(load, number, end_offset, hash, inserted, "
                       "rejected, failed, cancelled, rejected_bytes, reasons_bytes, keys, row_hashes) "
                       "SELECT number, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 "
                       "FROM main.weir_load WHERE id=?1"));
    if (!statement.isValid())
        return error();
    Binder bind(statement);
    bind.blob(loadId).integer(batch.number).integer(batch.endOffset);
    bind.integer(static_cast<qint64>(batch.hash)).counts(batch.counts).integer(batch.rejectedBytes);
    bind.integer(batch.reasonsBytes).blob(batch.keys).blob(batch.rowHashes);
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
    Binder bind(statement);
    bind.blob(loadId).blob(contentHash).text(timeText(when)).text(stateName(LoadState::Finished));
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
    auto keys = decodeKeys(batch.keys);
    const auto rows = keys ? static_cast<qint64>(keys->size()) : -1;
    // Fewer than were inserted, but some: those that were refused before.
    const bool complete = rows >= std::min<qint64>(batch.inserted, 1) && rows <= batch.inserted
        && batch.rowHashes.size() == rows * qsizetype{sizeof(quint32)} && !batch.columns.isEmpty();
    if (!complete)
        return tl::unexpected(notRemovable());
    SqliteUndo undo(m_db, m_location, batch.table, batch.columns);
    auto result = undo.remove(&*keys, &batch.rowHashes);
    if (!result)
        return tl::unexpected(result.error());
    batch.keys = encodeKeys(*keys);
    SqlError error = keepRefused(batch);
    if (!error && result->refused < rows) // or nothing has changed
        error = markUndone(batch.load);
    if (error)
        return tl::unexpected(error);
    return UndoneBatch{batch.number, std::move(*result)};
}

Expected<QList<LedgerLoad>, SqlError> SqliteLedger::loads()
{
    const auto there = hasTables();
    if (!there)
        return tl::unexpected(there.error());
    QList<LedgerLoad> loads;
    if (!*there)
        return loads;
    SqliteStatement statement(
        m_db,
        QStringLiteral(
            "SELECT id, file, size, content_hash, entity, table_name, columns, plan, "
            "rejected_file, reasons_file, started, finished, state, count(b.number), total(b.inserted), "
            "total(b.rejected), total(b.failed), total(b.cancelled), count(b.number)-total(b.undone) "
            "FROM main.weir_load AS l LEFT JOIN main.weir_ledger AS b ON b.load=l.number "
            "GROUP BY l.number ORDER BY l.number DESC"));
    if (!statement.isValid())
        return tl::unexpected(error());
    int code = 0;
    while ((code = statement.step()) == SQLITE_ROW)
        loads += readLoad(statement);
    if (code != SQLITE_DONE)
        return tl::unexpected(error());
    return loads;
}

Expected<QList<LedgerBatch>, SqlError> SqliteLedger::batches(const QByteArray &loadId)
{
    QList<LedgerBatch> batches;
    SqliteStatement statement(
        m_db,
        QStringLiteral("SELECT number, end_offset, hash, inserted, rejected, failed, cancelled, "
                       "rejected_bytes, reasons_bytes FROM main.weir_ledger "
                       "WHERE load=(SELECT number FROM main.weir_load WHERE id=?1) ORDER BY number"));
    if (!statement.isValid() || statement.bindBlob(1, loadId) != SQLITE_OK)
        return tl::unexpected(error());
    int code = 0;
    while ((code = statement.step()) == SQLITE_ROW)
        batches += readBatch(statement);
    if (code != SQLITE_DONE)
        return tl::unexpected(error());
    return batches;
}

Expected<std::optional<SqliteLedger::Removable>, SqlError> SqliteLedger::lastBatch(const QByteArray &loadId,
                                                                                   qint64 before)
{
    SqliteStatement statement(
        m_db,
        QStringLiteral("SELECT l.number, table_name, columns, b.number, inserted, keys, row_hashes "
                       "FROM main.weir_load AS l LEFT JOIN main.weir_ledger AS b "
                       "ON b.load=l.number AND b.undone IS NULL AND b.number<?2 "
                       "WHERE id=?1 ORDER BY b.number DESC LIMIT 1"));
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
    return Removable{statement.integer(0), statement.text(1),    columnsOf(statement.text(2)),
                     statement.integer(3), statement.integer(4), statement.blob(5),
                     statement.blob(6)};
}

SqlError SqliteLedger::keepRefused(const Removable &batch)
{
    SqliteStatement statement(m_db,
                              QStringLiteral("UPDATE main.weir_ledger SET keys=?3, row_hashes=?4, "
                                             "undone=CASE WHEN ?3 IS NULL THEN 1 END "
                                             "WHERE load=?1 AND number=?2"));
    if (!statement.isValid())
        return error();
    Binder bind(statement);
    bind.integer(batch.load).integer(batch.number).blob(batch.keys).blob(batch.rowHashes);
    return bind.code() == SQLITE_OK && statement.step() == SQLITE_DONE ? SqlError{} : error();
}

SqlError SqliteLedger::markUndone(qint64 load)
{
    SqliteStatement statement(m_db, QStringLiteral("UPDATE main.weir_load SET state=?2 WHERE number=?1"));
    if (!statement.isValid())
        return error();
    Binder bind(statement);
    bind.integer(load).text(stateName(LoadState::Undone));
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

Expected<bool, SqlError> SqliteLedger::hasTables()
{
    qint64 tables = 0;
    if (SqlError error = readSqliteInteger(m_db,
                                           QStringLiteral("SELECT count(*) FROM main.sqlite_schema "
                                                          "WHERE name IN ('weir_load', 'weir_ledger')"),
                                           m_location, &tables))
        return tl::unexpected(error);
    return tables == 2;
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
