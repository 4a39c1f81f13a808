// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/undo/sqliteundotarget.h"

#include "db/ledger/ledgertables.h"
#include "db/sqlite/statements/sqliteidentifier.h"

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
    const QStringList ledger = LedgerTables::names();
    return table.startsWith(QLatin1String("sqlite_"), Qt::CaseInsensitive)
        || std::any_of(ledger.begin(), ledger.end(),
                       [&](const QString &own) { return isSameSqliteName(table, own); });
}

} // namespace

Expected<SqliteUndoTarget, SqlError> SqliteUndoTarget::find(sqlite3 *db, const RecordedTable &recorded,
                                                            const QString &location)
{
    const auto now = SqliteTable::read(db, recorded.name, location);
    if (!now)
        return tl::unexpected(now.error());
    const Then then = SqliteLoadedTable::fromJson(recorded.definition.toUtf8());
    if (const auto done = check(db, *now, recorded.name, then, location); !done)
        return tl::unexpected(done.error());
    SqliteUndoTarget target;
    target.table = recorded.name;
    target.hashed = recorded.columns;
    if (recorded.readBack && then) {
        for (const SqliteUnfilledColumn &column : then->unfilled)
            target.hashed += column.name;
    }
    if (const auto done = checkColumns(*now, recorded.name, target.hashed, location); !done)
        return tl::unexpected(done.error());
    target.judge(db, *now, then);
    return target;
}

Expected<void, SqlError> SqliteUndoTarget::check(sqlite3 *db, const SqliteTable &now, const QString &name,
                                                 const Then &then, const QString &location)
{
    QString renamed;
    if (then) {
        const auto found = then->findRenamed(db, name, location);
        if (!found)
            return tl::unexpected(found.error());
        renamed = *found;
    }
    if (!renamed.isEmpty()) {
        return tl::unexpected(
            misfit(QCoreApplication::translate(
                       "SqliteUndoTarget",
                       "The table \"%1\" of the database %2 is called \"%3\" since the load, which "
                       "cannot be undone like this: give the table its name back, or delete the rows "
                       "by hand.")
                       .arg(name, location, renamed)));
    }
    if (!now.exists()) {
        return tl::unexpected(
            misfit(QCoreApplication::translate(
                       "SqliteUndoTarget",
                       "The database %2 has no table \"%1\" any more, so the load cannot be undone: if "
                       "the table was renamed, give it its name back, or delete the rows by hand.")
                       .arg(name, location)));
    }
    if (now.type() != u"table" || isOwn(name)) {
        return tl::unexpected(
            misfit(QCoreApplication::translate(
                       "SqliteUndoTarget",
                       "\"%1\" in the database %2 is not the table that was loaded into, so the load "
                       "cannot be undone: give the table its name back, or delete the rows by hand.")
                       .arg(name, location)));
    }
    return {};
}

Expected<void, SqlError> SqliteUndoTarget::checkColumns(const SqliteTable &now, const QString &name,
                                                        const QStringList &columns, const QString &location)
{
    for (const QString &column : columns) {
        if (!now.column(column)) {
            return tl::unexpected(
                misfit(QCoreApplication::translate(
                           "SqliteUndoTarget",
                           "The table \"%1\" of the database %2 has no column \"%3\" any more, so it "
                           "cannot be told whether its rows were changed since the load: if the column "
                           "was renamed, give it its name back, or delete the rows by hand.")
                           .arg(name, location, column)));
        }
    }
    if (!now.isRowId(*now.column(columns.constFirst()))) {
        return tl::unexpected(
            misfit(QCoreApplication::translate(
                       "SqliteUndoTarget",
                       "The column \"%3\" of the table \"%1\" of the database %2 is not the table's "
                       "INTEGER PRIMARY KEY any more, so the rows of the load are not known in it: "
                       "delete them by hand.")
                       .arg(name, location, columns.constFirst())));
    }
    return {};
}

/// A column that was added later holds its DEFAULT in the rows that were there.
void SqliteUndoTarget::judge(sqlite3 *db, const SqliteTable &now, const Then &then)
{
    for (const SqliteUnfilledColumn &column : SqliteLoadedTable::unfilledOf(db, now, hashed)) {
        const SqliteUnfilledColumn *const recorded = then ? then->find(column.name) : nullptr;
        const SqliteUnfilledColumn &known = recorded ? *recorded : column;
        if (known.value)
            constant.push_back(known);
        else
            unjudged = column.name;
    }
}

Statement SqliteUndoTarget::read() const
{
    Statement statement;
    QStringList cells;
    std::transform(hashed.begin() + 1, hashed.end(), std::back_inserter(cells), sqliteIdentifier);
    for (const SqliteUnfilledColumn &column : constant) {
        // The parameter takes on the column's affinity, as the DEFAULT did.
        cells += sqliteIdentifier(column.name) + QStringLiteral(" IS ? COLLATE BINARY");
        statement.values.push_back(column.value->value());
    }
    statement.values.emplace_back(); // the key
    statement.sql = sqliteRowSql(table, hashed.constFirst(), cells);
    return statement;
}

} // namespace Weir
