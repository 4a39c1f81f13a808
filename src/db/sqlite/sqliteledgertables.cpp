// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteledgertables.h"

#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqliteidentifier.h"
#include "db/sqlite/sqlitestatement.h"
#include "db/sqlite/sqlitetable.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <sqlite3.h>
#include <utility>

namespace Weir {

namespace {

const char *const LoadTable = "weir_load";
const char *const BatchTable = "weir_ledger";

QStringList columnsOf(const char *table)
{
    return QString::fromLatin1(table == LoadTable
                                   ? "number id file size content_hash entity table_name columns plan "
                                     "rejected_file reasons_file started finished state"
                                   : "load number end_offset hash inserted rejected failed cancelled "
                                     "rejected_bytes reasons_bytes undone keys row_hashes")
        .split(u' ');
}

QStringList keyOf(const char *table)
{
    return table == LoadTable ? QStringList{QStringLiteral("number")}
                              : QStringList{QStringLiteral("load"), QStringLiteral("number")};
}

/// SQLite tells the authorizer all that a statement would touch, by triggers and foreign keys too.
int allowLedgerOnly(void *foreign, int action, const char *table, const char *, const char *,
                    const char *trigger)
{
    const bool touches = action == SQLITE_READ || action == SQLITE_INSERT || action == SQLITE_UPDATE
        || action == SQLITE_DELETE;
    const QString name = QString::fromUtf8(table);
    const bool own =
        isSameSqliteName(name, QLatin1String(LoadTable)) || isSameSqliteName(name, QLatin1String(BatchTable));
    if (trigger || (touches && !own))
        *static_cast<bool *>(foreign) = true;
    return SQLITE_OK;
}

/// Of all columns, so that no trigger on one of them stays unseen.
QString assignmentsOf(const SqliteTable &table)
{
    QStringList assignments;
    for (const SqliteTable::Column &column : table.columns()) {
        if (!column.generated)
            assignments += sqliteIdentifier(column.name) + QStringLiteral("=1");
    }
    return assignments.join(u',');
}

/// False: to write into the table would do something else as well, or cannot be done.
Expected<bool, SqlError> writesNothingElse(sqlite3 *db, const SqliteTable &table, const char *name,
                                           const QString &location)
{
    const QString target = QStringLiteral("main.") + QLatin1String(name);
    bool foreign = false;
    int code = SQLITE_OK;
    sqlite3_set_authorizer(db, allowLedgerOnly, &foreign);
    for (const QString &sql :
         {QStringLiteral("INSERT INTO %1(%2) VALUES(1)").arg(target, keyOf(name).constLast()),
          QStringLiteral("UPDATE %1 SET ").arg(target) + assignmentsOf(table),
          QStringLiteral("DELETE FROM %1").arg(target)}) {
        if (code == SQLITE_OK)
            code = SqliteStatement(db, sql).code();
    }
    sqlite3_set_authorizer(db, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_ERROR) // the disk's fault, or a lock's
        return tl::unexpected(sqliteError(db, code, location));
    return code == SQLITE_OK && !foreign;
}

Expected<bool, SqlError> isLedgerTable(sqlite3 *db, const SqliteTable &table, const char *name,
                                       const QString &location)
{
    const auto isPlain = [&](const QString &column) {
        const SqliteTable::Column *const found = table.column(column);
        return found && !found->generated
            && found->keyPosition == static_cast<int>(keyOf(name).indexOf(column)) + 1;
    };
    const QStringList columns = columnsOf(name);
    const bool suits = table.type() == u"table" && std::all_of(columns.begin(), columns.end(), isPlain)
        && (name != LoadTable || table.isRowId(*table.column(QStringLiteral("number"))));
    return suits ? writesNothingElse(db, table, name, location) : Expected<bool, SqlError>(false);
}

bool hasPlain(const SqliteTable &table, const QString &column)
{
    return table.column(column) && !table.column(column)->generated;
}

SqlError notWeirs(const QString &location)
{
    return {ErrorClass::Schema, 0,
            QCoreApplication::translate(
                "SqliteLedgerTables",
                "The ledger tables of the database %1 (weir_load, weir_ledger) are not Weir's: they are no "
                "ordinary tables, lack columns, or have triggers or foreign keys. Rename or drop them, or "
                "choose another database.")
                .arg(location)};
}

QString isNot(const char *column, const char *type, qint64 longest)
{
    return QStringLiteral("typeof(%1) NOT IN (%2) OR length(%1)>%3")
        .arg(QLatin1String(column), QLatin1String(type))
        .arg(longest);
}

QString isNotBetween(const char *column, qint64 least, qint64 most)
{
    return QStringLiteral("typeof(%1)<>'integer' OR %1 NOT BETWEEN %2 AND %3")
        .arg(QLatin1String(column))
        .arg(least)
        .arg(most);
}

QString badLoads()
{
    QStringList faults{
        QStringLiteral("typeof(id)<>'blob' OR length(id)<>16"),
        isNotBetween("size", -1, SqliteLedgerTables::GreatestOffset),
        isNot("content_hash", "'blob','null'", 64),
        isNot("columns", "'text'", SqliteLedgerTables::LongestList),
        isNot("plan", "'blob','null'", SqliteLedgerTables::LongestList),
        isNot("finished", "'text','null'", 64),
        QStringLiteral("typeof(state)<>'text' OR state NOT IN ('running','finished','undone')")};
    for (const char *column : {"file", "entity", "table_name", "rejected_file", "reasons_file", "started"})
        faults += isNot(column, "'text'", SqliteLedgerTables::LongestText);
    return QStringLiteral("SELECT 1 FROM main.weir_load WHERE ") + faults.join(QStringLiteral(" OR "))
        + QStringLiteral(" LIMIT 1");
}

QString badBatches(bool haveUpdated)
{
    QStringList faults{QStringLiteral("typeof(load)<>'integer' OR typeof(hash)<>'integer'"),
                       QStringLiteral("typeof(undone) NOT IN ('integer','null')"),
                       QStringLiteral("typeof(keys) NOT IN ('blob','null')"),
                       QStringLiteral("typeof(row_hashes) NOT IN ('blob','null')")};
    if (haveUpdated) {
        faults += QStringLiteral("typeof(updated) NOT IN ('integer','null') OR updated NOT BETWEEN 0 AND %1")
                      .arg(SqliteLedgerTables::GreatestCount);
    }
    for (const char *column : {"number", "inserted", "rejected", "failed", "cancelled"})
        faults += isNotBetween(column, 0, SqliteLedgerTables::GreatestCount);
    for (const char *column : {"end_offset", "rejected_bytes", "reasons_bytes"})
        faults += isNotBetween(column, 0, SqliteLedgerTables::GreatestOffset);
    return QStringLiteral("SELECT 1 FROM main.weir_ledger WHERE ") + faults.join(QStringLiteral(" OR "))
        + QStringLiteral(" LIMIT 1");
}

} // namespace

Expected<SqliteLedgerTables, SqlError> SqliteLedgerTables::find(sqlite3 *db, const QString &location)
{
    SqliteLedgerTables result;
    const auto loads = SqliteTable::read(db, QLatin1String(LoadTable), location);
    if (!loads)
        return tl::unexpected(loads.error());
    const auto batches = SqliteTable::read(db, QLatin1String(BatchTable), location);
    if (!batches)
        return tl::unexpected(batches.error());
    for (const auto &[table, name] : {std::pair(&*loads, LoadTable), std::pair(&*batches, BatchTable)}) {
        if (!table->exists())
            continue;
        const auto isOurs = isLedgerTable(db, *table, name, location);
        if (!isOurs)
            return tl::unexpected(isOurs.error());
        if (!*isOurs)
            return tl::unexpected(notWeirs(location));
    }
    result.exist = loads->exists() && batches->exists();
    result.haveDefinition = !loads->exists() || hasPlain(*loads, QStringLiteral("definition"));
    result.haveUpdated = !batches->exists() || hasPlain(*batches, QStringLiteral("updated"));
    result.haveReadBack = !batches->exists() || hasPlain(*batches, QStringLiteral("read_back"));
    return result;
}

SqlError SqliteLedgerTables::checkContent(sqlite3 *db, const QString &location) const
{
    for (const QString &sql : {badLoads(), badBatches(haveUpdated)}) {
        SqliteStatement statement(db, sql);
        if (!statement.isValid())
            return sqliteError(db, location);
        const int code = statement.step();
        if (code == SQLITE_ROW)
            return damaged(location);
        if (code != SQLITE_DONE)
            return sqliteError(db, location);
    }
    return {};
}

SqlError SqliteLedgerTables::damaged(const QString &location)
{
    return {ErrorClass::Corrupt, 0,
            QCoreApplication::translate(
                "SqliteLedgerTables",
                "The ledger of the database %1 is damaged: its tables weir_load and weir_ledger hold what "
                "Weir does not write there. Restore the database from a backup, or drop these two tables: "
                "the rows that were loaded stay, but their loads are no longer known.")
                .arg(location)};
}

} // namespace Weir
