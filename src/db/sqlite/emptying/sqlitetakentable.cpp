// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/emptying/sqlitetakentable.h"

#include "core/text/printabletext.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/tables/sqlitetable.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

constexpr qsizetype LongestKeyText = 60;

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

Expected<void, SqlError> readDefinition(sqlite3 *db, const QString &location, SqliteTakenTable *table)
{
    SqliteStatement statement(
        db, QStringLiteral("SELECT sql FROM main.sqlite_schema WHERE type='table' AND name=?1"));
    if (!statement.isValid() || statement.bind(1, table->name) != SQLITE_OK)
        return tl::unexpected(sqliteError(db, location));
    const int code = statement.step();
    if (code == SQLITE_ROW)
        table->definition = statement.text(0);
    if (code == SQLITE_ROW || code == SQLITE_DONE)
        return {};
    return tl::unexpected(sqliteError(db, code, location));
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
    const auto now = SqliteTable::read(db, table, location);
    if (!now)
        return tl::unexpected(now.error());
    if (now->type() != u"table")
        return tl::unexpected(notOrdinary(table, location, now->type()));
    SqliteTakenTable result;
    result.name = now->name();
    if (const auto done = readDefinition(db, location, &result); !done)
        return tl::unexpected(done.error());
    QStringList all;
    for (const SqliteTable::Column &column : now->columns()) {
        all += column.name;
        if (!column.generated)
            result.columns += column.name;
        if (column.keyPosition > 0)
            result.keys += column.name;
    }
    if (!now->isWithoutRowId())
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
