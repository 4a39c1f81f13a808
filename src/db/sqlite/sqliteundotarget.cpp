// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteundotarget.h"

#include "db/sqlite/sqliteidentifier.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

namespace {

SqlError misfit(const QString &sentence)
{
    return {ErrorClass::Schema, 0, sentence};
}

/// What a load never wrote into.
bool isOwn(const QString &table)
{
    return table.startsWith(QLatin1String("sqlite_"), Qt::CaseInsensitive)
        || isSameSqliteName(table, QStringLiteral("weir_load"))
        || isSameSqliteName(table, QStringLiteral("weir_ledger"));
}

} // namespace

Expected<SqliteUndoTarget, SqlError> SqliteUndoTarget::find(sqlite3 *db, const Recorded &recorded,
                                                            const QString &location)
{
    const auto now = SqliteTable::read(db, recorded.table, location);
    if (!now)
        return tl::unexpected(now.error());
    if (SqlError error = check(db, *now, recorded, location))
        return tl::unexpected(error);
    SqliteUndoTarget target;
    target.table = recorded.table;
    target.hashed = recorded.columns;
    if (recorded.readBack && recorded.then) {
        for (const SqliteUnfilledColumn &column : recorded.then->unfilled)
            target.hashed += column.name;
    }
    if (SqlError error = checkColumns(*now, recorded.table, target.hashed, location))
        return tl::unexpected(error);
    target.judge(db, *now, recorded);
    return target;
}

SqlError SqliteUndoTarget::check(sqlite3 *db, const SqliteTable &now, const Recorded &recorded,
                                 const QString &location)
{
    QString renamed;
    if (recorded.then) {
        const auto found = recorded.then->findRenamed(db, recorded.table, location);
        if (!found)
            return found.error();
        renamed = *found;
    }
    if (!renamed.isEmpty()) {
        return misfit(QCoreApplication::translate(
                          "SqliteUndoTarget",
                          "The table \"%1\" of the database %2 is called \"%3\" since the load, which "
                          "cannot be undone like this: give the table its name back, or delete the rows "
                          "by hand.")
                          .arg(recorded.table, location, renamed));
    }
    if (!now.exists()) {
        return misfit(QCoreApplication::translate(
                          "SqliteUndoTarget",
                          "The database %2 has no table \"%1\" any more, so the load cannot be undone: if "
                          "the table was renamed, give it its name back, or delete the rows by hand.")
                          .arg(recorded.table, location));
    }
    if (now.type() != u"table" || isOwn(recorded.table)) {
        return misfit(QCoreApplication::translate(
                          "SqliteUndoTarget",
                          "\"%1\" in the database %2 is not the table that was loaded into, so the load "
                          "cannot be undone: give the table its name back, or delete the rows by hand.")
                          .arg(recorded.table, location));
    }
    return {};
}

SqlError SqliteUndoTarget::checkColumns(const SqliteTable &now, const QString &name,
                                        const QStringList &columns, const QString &location)
{
    for (const QString &column : columns) {
        if (!now.column(column)) {
            return misfit(QCoreApplication::translate(
                              "SqliteUndoTarget",
                              "The table \"%1\" of the database %2 has no column \"%3\" any more, so it "
                              "cannot be told whether its rows were changed since the load: if the column "
                              "was renamed, give it its name back, or delete the rows by hand.")
                              .arg(name, location, column));
        }
    }
    if (!now.isRowId(*now.column(columns.constFirst()))) {
        return misfit(QCoreApplication::translate(
                          "SqliteUndoTarget",
                          "The column \"%3\" of the table \"%1\" of the database %2 is not the table's "
                          "INTEGER PRIMARY KEY any more, so the rows of the load are not known in it: "
                          "delete them by hand.")
                          .arg(name, location, columns.constFirst()));
    }
    return {};
}

/// A column that was added later holds its DEFAULT in the rows that were there.
void SqliteUndoTarget::judge(sqlite3 *db, const SqliteTable &now, const Recorded &recorded)
{
    for (const SqliteUnfilledColumn &column : SqliteLoadedTable::unfilledOf(db, now, hashed)) {
        const SqliteUnfilledColumn *const then = recorded.then ? recorded.then->find(column.name) : nullptr;
        const SqliteUnfilledColumn &known = then ? *then : column;
        if (known.value)
            constant.push_back(known);
        else
            unjudged = column.name;
    }
}

QString SqliteUndoTarget::readSql() const
{
    QStringList cells;
    std::transform(hashed.begin() + 1, hashed.end(), std::back_inserter(cells), sqliteIdentifier);
    int parameter = 1;
    for (const SqliteUnfilledColumn &column : constant) {
        // The parameter takes on the column's affinity, as the DEFAULT did.
        cells += sqliteIdentifier(column.name) + QStringLiteral(" IS ?%1 COLLATE BINARY").arg(++parameter);
    }
    if (cells.isEmpty())
        cells += QStringLiteral("NULL");
    return QStringLiteral("SELECT ") + cells.join(u',') + QStringLiteral(" FROM main.")
        + sqliteIdentifier(table) + QStringLiteral(" WHERE ") + sqliteIdentifier(hashed.constFirst())
        + QStringLiteral("=?1");
}

QString SqliteUndoTarget::deleteSql() const
{
    return QStringLiteral("DELETE FROM main.") + sqliteIdentifier(table) + QStringLiteral(" WHERE ")
        + sqliteIdentifier(hashed.constFirst()) + QStringLiteral("=?1");
}

} // namespace Weir
