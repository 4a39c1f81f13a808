// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitetakentable.h"

#include "core/printabletext.h"
#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqliteidentifier.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

constexpr qsizetype LongestKeyText = 60;
constexpr int Generated = 2; // table_xinfo's "hidden": 2 computed when read, 3 computed and stored

SqlError notOrdinary(const QString &table, const QString &location, const QString &type)
{
    const QString sentence = type.isEmpty()
        ? QCoreApplication::translate("SqliteEmptying", "The database %2 has no table \"%1\" to be emptied.")
        : QCoreApplication::translate(
            "SqliteEmptying",
            "\"%1\" in the database %2 is not an ordinary table, so its rows are neither taken away nor put "
            "back.");
    return {type.isEmpty() ? ErrorClass::NoTable : ErrorClass::Schema, 0,
            sentence.arg(printableText(table), location)};
}

SqlError readKind(sqlite3 *db, const QString &location, SqliteTakenTable *table, bool *withoutRowId)
{
    SqliteStatement kind(
        db,
        QStringLiteral(
            "SELECT t.name, t.type, t.wr, s.sql FROM pragma_table_list AS t LEFT JOIN main.sqlite_schema AS "
            "s ON s.type='table' AND s.name=t.name WHERE t.schema='main' AND t.name=?1 COLLATE NOCASE"));
    if (!kind.isValid() || kind.bind(1, table->name) != SQLITE_OK)
        return sqliteError(db, location);
    const int code = kind.step();
    if (code == SQLITE_DONE)
        return notOrdinary(table->name, location, {});
    if (code != SQLITE_ROW)
        return sqliteError(db, location);
    if (kind.text(1) != QLatin1String("table"))
        return notOrdinary(table->name, location, kind.text(1));
    table->name = kind.text(0);
    *withoutRowId = kind.integer(2) != 0;
    table->definition = kind.text(3);
    return {};
}

/// A name of the row id that no column has. It may be that of a key as well, which then is written twice.
QString hiddenRowId(const QStringList &columns)
{
    for (const QString &name : {QStringLiteral("_rowid_"), QStringLiteral("rowid"), QStringLiteral("oid")}) {
        if (std::none_of(columns.begin(), columns.end(),
                         [&](const QString &column) { return isSameSqliteName(column, name); }))
            return name;
    }
    return {};
}

} // namespace

Expected<SqliteTakenTable, SqlError> SqliteTakenTable::read(sqlite3 *db, const QString &table,
                                                            const QString &location)
{
    SqliteTakenTable result;
    result.name = table;
    bool withoutRowId = false;
    if (SqlError error = readKind(db, location, &result, &withoutRowId))
        return tl::unexpected(error);
    SqliteStatement columns(
        db, QStringLiteral("SELECT name, pk, hidden FROM pragma_table_xinfo(?1, 'main') ORDER BY cid"));
    if (!columns.isValid() || columns.bind(1, result.name) != SQLITE_OK)
        return tl::unexpected(sqliteError(db, location));
    QStringList all;
    int code = SQLITE_OK;
    while ((code = columns.step()) == SQLITE_ROW) {
        all += columns.text(0);
        if (columns.integer(2) < Generated)
            result.columns += columns.text(0);
        if (columns.integer(1) > 0)
            result.keys += columns.text(0);
    }
    if (code != SQLITE_DONE)
        return tl::unexpected(sqliteError(db, location));
    if (!withoutRowId)
        result.rowId = hiddenRowId(all);
    return result;
}

QString SqliteTakenTable::columnList() const
{
    QStringList names = rowId.isEmpty() ? QStringList() : QStringList(rowId);
    for (const QString &column : columns)
        names += sqliteIdentifier(column);
    return names.join(u',');
}

QString SqliteTakenTable::selectSql() const
{
    return QStringLiteral("SELECT ") + columnList() + QStringLiteral(" FROM main.") + sqliteIdentifier(name);
}

QString SqliteTakenTable::insertSql() const
{
    const qsizetype values = columns.size() + (rowId.isEmpty() ? 0 : 1);
    return QStringLiteral("INSERT OR ABORT INTO main.") + sqliteIdentifier(name) + QStringLiteral(" (")
        + columnList() + QStringLiteral(") VALUES (") + QStringList(values, QStringLiteral("?")).join(u',')
        + u')';
}

QString SqliteTakenTable::keyText(const SqliteStatement &row) const
{
    QStringList texts;
    const int first = rowId.isEmpty() ? 0 : 1;
    for (const QString &key : keys) {
        const auto column = static_cast<int>(columns.indexOf(key));
        const QString value = printableText(row.text(first + column));
        texts += printableText(key) + u'=' + value.left(LongestKeyText);
    }
    if (texts.isEmpty() && !rowId.isEmpty())
        texts += QStringLiteral("rowid=") + row.text(0);
    return texts.join(QStringLiteral(", "));
}

SqliteCopyEnd copySqliteRows(SqliteStatement &from, SqliteStatement &to, qint64 *rows)
{
    const int columns = sqlite3_column_count(from.get());
    int code = SQLITE_OK;
    while ((code = from.step()) == SQLITE_ROW) {
        for (int i = 0; i < columns; ++i) {
            if (sqlite3_bind_value(to.get(), i + 1, sqlite3_column_value(from.get(), i)) != SQLITE_OK)
                return SqliteCopyEnd::WriteFailed;
        }
        if (to.run() != SQLITE_DONE)
            return SqliteCopyEnd::WriteFailed;
        ++*rows;
    }
    return code == SQLITE_DONE ? SqliteCopyEnd::Complete : SqliteCopyEnd::ReadFailed;
}

} // namespace Weir
