// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/ledger/sqlledger.h"

#include "db/cursor.h"
#include "db/ledger/batchundo.h"
#include "db/ledger/ledgerrows.h"
#include "db/ledger/ledgertables.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

namespace {

/// No bytes are NULL in the ledger.
SqlValue bytesValue(const QByteArray &bytes)
{
    return bytes.isEmpty() ? SqlValue() : SqlValue(bytes);
}

SqlValue textValue(const QString &text)
{
    return text.isNull() ? SqlValue() : SqlValue(text);
}

} // namespace

struct SqlLedger::Removable
{
    qint64 load = 0;
    RecordedTable table;
    qint64 number = 0;
    qint64 written = 0; // inserted or updated
    QByteArray keys;
    QByteArray rowHashes;
};

Expected<void, SqlError> SqlLedger::makeTables()
{
    const auto tables = LedgerTables::find(m_session, m_location);
    if (!tables)
        return tl::unexpected(tables.error());
    if (tables->areComplete())
        return {};
    return tables->complete(m_session);
}

Expected<void, SqlError> SqlLedger::begin(const LedgerEntry &load)
{
    m_recorded.remove(load.id);
    auto definition = m_loadedTables.describe(load.table, load.columns);
    if (!definition)
        return tl::unexpected(definition.error());
    if (definition->size() > LedgerTables::LongestList) // like a load of an older Weir
        *definition = QString();
    const QString sql =
        QStringLiteral(
            R"(INSERT INTO %1("id", "file", "size", "content_hash", "entity", "table_name", )"
            R"("columns", "plan", "rejected_file", "reasons_file", "started", "finished", )"
            R"("state", "definition", "version") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))")
            .arg(LedgerTables::loads(m_session.dialect()));
    return doneOf(m_session.execute(
        {sql,
         {load.id, load.file, load.size, bytesValue(load.contentHash), load.entity, load.table,
          ledgerColumnsText(load.columns), bytesValue(load.plan), load.rejectedFile, load.reasonsFile,
          ledgerTimeText(load.started), ledgerTimeText(load.finished), ledgerStateName(load.state),
          textValue(*definition), LedgerTables::Version}}));
}

Expected<void, SqlError> SqlLedger::revise(const LedgerEntry &load)
{
    return changeLoad(QStringLiteral(R"("plan"=?, "rejected_file"=?, "reasons_file"=?)"),
                      {bytesValue(load.plan), load.rejectedFile, load.reasonsFile}, load.id);
}

Expected<void, SqlError> SqlLedger::reopen(const QByteArray &loadId)
{
    return changeLoad(QStringLiteral(R"("content_hash"=NULL, "finished"=NULL, "state"=?)"),
                      {ledgerStateName(LoadState::Running)}, loadId);
}

Expected<void, SqlError> SqlLedger::finish(const QByteArray &loadId, const QByteArray &contentHash,
                                           const QDateTime &when)
{
    return changeLoad(QStringLiteral(R"("content_hash"=?, "finished"=?, "state"=?)"),
                      {bytesValue(contentHash), ledgerTimeText(when), ledgerStateName(LoadState::Finished)},
                      loadId);
}

Expected<void, SqlError> SqlLedger::add(const QByteArray &loadId, const LedgerBatch &batch)
{
    const auto standing = standingHashes(loadId, batch);
    if (!standing)
        return tl::unexpected(standing.error());
    const QString sql =
        QStringLiteral(R"(INSERT INTO %1("load", "number", "end_offset", "hash", "inserted", "rejected", )"
                       R"("failed", "cancelled", "rejected_bytes", "reasons_bytes", "keys", "row_hashes", )"
                       R"("updated", "read_back") )"
                       R"(SELECT "number", ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM %2 WHERE "id"=?)")
            .arg(LedgerTables::batches(m_session.dialect()), LedgerTables::loads(m_session.dialect()));
    const Counts &counts = batch.counts;
    return changeOne(
        {sql,
         {batch.number, batch.endOffset, static_cast<qint64>(batch.hash), counts.inserted, counts.rejected,
          counts.failed, counts.cancelled, batch.rejectedBytes, batch.reasonsBytes, bytesValue(batch.keys),
          bytesValue(*standing ? **standing : batch.rowHashes), counts.updated,
          *standing ? SqlValue(qint64{1}) : SqlValue(), loadId}});
}

Expected<void, SqlError> SqlLedger::drop(const QByteArray &loadId)
{
    m_recorded.remove(loadId);
    const QString loads = LedgerTables::loads(m_session.dialect());
    const QString batches =
        QStringLiteral(R"(DELETE FROM %1 WHERE "load"=(SELECT "number" FROM %2 WHERE "id"=?))")
            .arg(LedgerTables::batches(m_session.dialect()), loads);
    if (const auto done = m_session.execute({batches, {loadId}}); !done)
        return tl::unexpected(done.error());
    return changeOne({QStringLiteral(R"(DELETE FROM %1 WHERE "id"=?)").arg(loads), {loadId}});
}

Expected<std::optional<UndoneBatch>, SqlError> SqlLedger::undoLast(const QByteArray &loadId, qint64 before)
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
        && batch.rowHashes.size() == rows * qsizetype{sizeof(quint32)} && !batch.table.columns.isEmpty();
    if (!complete)
        return tl::unexpected(notRemovable());
    auto target = m_loadedTables.undoTarget(batch.table);
    if (!target)
        return tl::unexpected(target.error());
    auto result = BatchUndo(m_session, std::move(*target)).remove(&*keys, &batch.rowHashes);
    if (!result)
        return tl::unexpected(result.error());
    batch.keys = encodeKeys(*keys);
    auto done = keepStaying(batch);
    if (done && result->refused + result->changed < rows) // or all of it is as it was
        done = changeLoad(QStringLiteral(R"("state"=?)"), {ledgerStateName(LoadState::Undone)}, loadId);
    if (!done)
        return tl::unexpected(done.error());
    return UndoneBatch{batch.number, std::move(*result)};
}

Expected<QList<LedgerEntry>, SqlError> SqlLedger::loads()
{
    const auto tables = LedgerTables::find(m_session, m_location);
    if (!tables)
        return tl::unexpected(tables.error());
    QList<LedgerEntry> loads;
    if (!tables->exist())
        return loads;
    if (const auto done = tables->checkContent(m_session, m_location); !done)
        return tl::unexpected(done.error());
    const QString sql =
        QStringLiteral(
            R"(SELECT "id", "file", "size", "content_hash", "entity", "table_name", "columns", "plan", )"
            R"("rejected_file", "reasons_file", "started", "finished", "state", count(b."number"), )"
            R"(sum(b."inserted"), sum(b."rejected"), sum(b."failed"), sum(b."cancelled"), )"
            R"(count(b."number")-count(b."undone"), sum(coalesce(%3, 0)) )"
            R"(FROM %1 AS l LEFT JOIN %2 AS b ON b."load"=l."number" )"
            R"(GROUP BY l."number" ORDER BY l."number" DESC)")
            .arg(LedgerTables::loads(m_session.dialect()), LedgerTables::batches(m_session.dialect()),
                 tables->batchColumn(QStringLiteral("updated")));
    const auto rows = m_session.query({sql, {}});
    if (!rows)
        return tl::unexpected(rows.error());
    while ((*rows)->next())
        loads += ledgerLoadOf(**rows);
    if (const SqlError error = (*rows)->error(); !error.isNone())
        return tl::unexpected(error);
    return loads;
}

Expected<QList<LedgerBatch>, SqlError> SqlLedger::batches(const QByteArray &loadId)
{
    const auto tables = LedgerTables::find(m_session, m_location);
    if (!tables)
        return tl::unexpected(tables.error());
    QList<LedgerBatch> batches;
    if (!tables->exist())
        return batches;
    const QString sql =
        QStringLiteral(R"(SELECT b."number", "end_offset", "hash", "inserted", "rejected", "failed", )"
                       R"("cancelled", "rejected_bytes", "reasons_bytes", %3, %4 )"
                       R"(FROM %1 AS l JOIN %2 AS b ON b."load"=l."number" )"
                       R"(WHERE "id"=? ORDER BY b."number")")
            .arg(LedgerTables::loads(m_session.dialect()), LedgerTables::batches(m_session.dialect()),
                 tables->batchColumn(QStringLiteral("updated")),
                 tables->loadColumn(QStringLiteral("version")));
    const auto rows = m_session.query({sql, {loadId}});
    if (!rows)
        return tl::unexpected(rows.error());
    while ((*rows)->next()) {
        if ((*rows)->integer(10) > LedgerTables::Version)
            return tl::unexpected(newerThanThis());
        const LedgerBatch batch = ledgerBatchOf(**rows);
        const qint64 before = batches.isEmpty() ? 0 : batches.constLast().endOffset;
        if (batch.number != batches.size() || batch.endOffset <= before
            || batch.endOffset > LedgerTables::GreatestOffset)
            return tl::unexpected(LedgerTables::damaged(m_location));
        batches += batch;
    }
    if (const SqlError error = (*rows)->error(); !error.isNone())
        return tl::unexpected(error);
    return batches;
}

Expected<void, SqlError> SqlLedger::changeLoad(const QString &assignments, std::vector<SqlValue> values,
                                               const QByteArray &loadId)
{
    values.emplace_back(loadId);
    return changeOne({QStringLiteral(R"(UPDATE %1 SET %2 WHERE "id"=?)")
                          .arg(LedgerTables::loads(m_session.dialect()), assignments),
                      std::move(values)});
}

Expected<void, SqlError> SqlLedger::changeOne(const Statement &statement)
{
    const auto changed = m_session.execute(statement);
    if (!changed)
        return tl::unexpected(changed.error());
    if (*changed == 1)
        return {};
    return tl::unexpected(unknownLoad());
}

Expected<std::optional<QByteArray>, SqlError> SqlLedger::standingHashes(const QByteArray &loadId,
                                                                        const LedgerBatch &batch)
{
    if (batch.rowHashes.isEmpty()) // none are kept
        return std::nullopt;
    const auto table = tableOf(loadId);
    if (!table)
        return tl::unexpected(table.error());
    return m_loadedTables.standingHashes(loadId, *table, batch.keys);
}

Expected<RecordedTable, SqlError> SqlLedger::tableOf(const QByteArray &loadId)
{
    if (const auto known = m_recorded.constFind(loadId); known != m_recorded.constEnd())
        return *known;
    const QString sql = QStringLiteral(R"(SELECT "table_name", "columns", "definition" FROM %1 WHERE "id"=?)")
                            .arg(LedgerTables::loads(m_session.dialect()));
    const auto rows = m_session.query({sql, {loadId}});
    if (!rows)
        return tl::unexpected(rows.error());
    if ((*rows)->next()) {
        const RecordedTable table{(*rows)->text(0), ledgerColumnsOf((*rows)->text(1)), (*rows)->text(2)};
        return *m_recorded.insert(loadId, table);
    }
    const SqlError error = (*rows)->error();
    return tl::unexpected(error.isNone() ? unknownLoad() : error);
}

Expected<std::optional<SqlLedger::Removable>, SqlError> SqlLedger::lastBatch(const QByteArray &loadId,
                                                                             qint64 before)
{
    const auto tables = LedgerTables::find(m_session, m_location);
    if (!tables)
        return tl::unexpected(tables.error());
    if (!tables->exist())
        return tl::unexpected(unknownLoad());
    const QString sql =
        QStringLiteral(R"(SELECT l."number", "table_name", "columns", %3, b."number", )"
                       R"("inserted"+coalesce(%4, 0), "keys", "row_hashes", %5, %6 )"
                       R"(FROM %1 AS l LEFT JOIN %2 AS b )"
                       R"(ON b."load"=l."number" AND b."undone" IS NULL AND b."number"<? )"
                       R"(WHERE "id"=? ORDER BY b."number" DESC LIMIT 1)")
            .arg(LedgerTables::loads(m_session.dialect()), LedgerTables::batches(m_session.dialect()),
                 tables->loadColumn(QStringLiteral("definition")),
                 tables->batchColumn(QStringLiteral("updated")),
                 tables->batchColumn(QStringLiteral("read_back")),
                 tables->loadColumn(QStringLiteral("version")));
    const auto rows = m_session.query({sql, {before, loadId}});
    if (!rows)
        return tl::unexpected(rows.error());
    const Cursor &row = **rows;
    if (!(*rows)->next())
        return tl::unexpected(row.error().isNone() ? unknownLoad() : row.error());
    if (row.integer(9) > LedgerTables::Version)
        return tl::unexpected(newerThanThis());
    if (row.isNull(4))
        return std::nullopt;
    constexpr std::size_t LongestHashes = MaximumLedgerKeys * sizeof(quint32);
    if (row.value(6).text.size() > 3 * LongestHashes // a key of 64 bits, and how many follow
        || row.value(7).text.size() > LongestHashes)
        return tl::unexpected(LedgerTables::damaged(m_location));
    return Removable{
        row.integer(0), {row.text(1), ledgerColumnsOf(row.text(2)), row.text(3), row.integer(8) != 0},
        row.integer(4), row.integer(5),
        row.bytes(6),   row.bytes(7)};
}

Expected<void, SqlError> SqlLedger::keepStaying(const Removable &batch)
{
    const QString sql = QStringLiteral(R"(UPDATE %1 SET "keys"=?, "row_hashes"=?, "undone"=? )"
                                       R"(WHERE "load"=? AND "number"=?)")
                            .arg(LedgerTables::batches(m_session.dialect()));
    const bool isGone = batch.keys.isEmpty();
    return doneOf(m_session.execute({sql,
                                     {bytesValue(batch.keys), bytesValue(batch.rowHashes),
                                      isGone ? SqlValue(qint64{1}) : SqlValue(), batch.load, batch.number}}));
}

SqlError SqlLedger::notRemovable() const
{
    return {ErrorClass::Other, 0,
            QCoreApplication::translate("SqlLedger",
                                        "The ledger of the database %1 does not hold which rows this load "
                                        "inserted, so it cannot be undone: load with undo switched on, or "
                                        "delete the rows by hand.")
                .arg(m_location)};
}

SqlError SqlLedger::newerThanThis() const
{
    return {ErrorClass::Other, 0,
            QCoreApplication::translate("SqlLedger",
                                        "A newer Weir recorded this load in the ledger of the database %1 in "
                                        "a way that this one does not know: undo it, or go on with it, with "
                                        "the newer one.")
                .arg(m_location)};
}

SqlError SqlLedger::unknownLoad() const
{
    return {ErrorClass::Other, 0,
            QCoreApplication::translate("SqlLedger",
                                        "The ledger of the database %1 no longer knows this load: somebody "
                                        "removed it. Load the file again.")
                .arg(m_location)};
}

} // namespace Weir
