// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/undo/sqliteloadedtable.h"

#include "core/csv/contenthash.h"
#include "core/text/jsonstring.h"
#include "core/text/storedjson.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

using nlohmann::json;

namespace {

constexpr int Version = 1;

qsizetype endOfQuoted(const QString &sql, qsizetype at)
{
    const QChar close = sql.at(at) == u'[' ? QChar(u']') : sql.at(at);
    for (++at; at < sql.size(); ++at) {
        if (sql.at(at) != close)
            continue;
        if (close == u']' || at + 1 >= sql.size() || sql.at(at + 1) != close)
            return at + 1;
        ++at;
    }
    return at;
}

/// "CREATE TABLE name" is how SQLite begins every definition that it keeps.
QString bodyOf(const QString &sql)
{
    const QString begin = QStringLiteral("CREATE TABLE ");
    if (!sql.startsWith(begin))
        return sql;
    qsizetype at = begin.size();
    if (at < sql.size() && QStringLiteral("\"'`[").contains(sql.at(at)))
        return sql.mid(endOfQuoted(sql, at)).trimmed();
    while (at < sql.size() && !sql.at(at).isSpace() && sql.at(at) != u'(')
        ++at;
    return sql.mid(at).trimmed();
}

QByteArray hashOf(const QString &sql)
{
    return QByteArray::number(chunkHash(bodyOf(sql).toStdString()), 16);
}

} // namespace

Expected<std::optional<SqliteLoadedTable>, SqlError>
SqliteLoadedTable::read(sqlite3 *db, const QString &table, const QStringList &filled, const QString &location)
{
    SqliteLoadedTable result;
    SqliteStatement statement(db,
                              QStringLiteral("SELECT rowid, sql FROM main.sqlite_schema "
                                             "WHERE type='table' AND name=?1 COLLATE NOCASE"));
    if (!statement.isValid() || statement.bind(1, table) != SQLITE_OK)
        return tl::unexpected(sqliteError(db, location));
    const int code = statement.step();
    if (code == SQLITE_DONE)
        return std::nullopt;
    if (code != SQLITE_ROW)
        return tl::unexpected(sqliteError(db, location));
    result.schemaRow = statement.integer(0);
    result.body = hashOf(statement.text(1));
    const auto columns = SqliteTable::read(db, table, location);
    if (!columns)
        return tl::unexpected(columns.error());
    result.unfilled = unfilledOf(db, *columns, filled);
    return result;
}

std::vector<SqliteUnfilledColumn> SqliteLoadedTable::unfilledOf(sqlite3 *db, const SqliteTable &table,
                                                                const QStringList &filled)
{
    std::vector<SqliteUnfilledColumn> unfilled;
    for (const SqliteTable::Column &column : table.columns()) {
        const bool isFilled = std::any_of(filled.begin(), filled.end(), [&](const QString &name) {
            return isSameSqliteName(name, column.name);
        });
        if (!isFilled && !column.generated && !table.isRowId(column))
            unfilled.push_back({column.name, SqliteConstant::of(db, column.defaultSql)});
    }
    return unfilled;
}

QByteArray SqliteLoadedTable::toJson() const
{
    json columns = json::array();
    for (const SqliteUnfilledColumn &column : unfilled) {
        json object;
        object["name"] = column.name;
        if (column.value)
            object["untouched"] = column.value->toJson();
        columns.push_back(std::move(object));
    }
    return StoredJson::write({{"format", Version},
                              {"row", schemaRow},
                              {"body", QString::fromLatin1(body)},
                              {"unfilled", std::move(columns)}});
}

std::optional<SqliteLoadedTable> SqliteLoadedTable::fromJson(const QByteArray &text)
{
    const json object = StoredJson::read(text);
    const json &columns = StoredJson::member(object, "unfilled");
    if (StoredJson::integer(StoredJson::member(object, "format"), 0) != Version || !columns.is_array())
        return std::nullopt;
    SqliteLoadedTable result;
    result.schemaRow = StoredJson::integer(StoredJson::member(object, "row"), 0);
    result.body = StoredJson::text(StoredJson::member(object, "body")).toLatin1();
    for (const json &column : columns) {
        result.unfilled.push_back({StoredJson::text(StoredJson::member(column, "name")),
                                   SqliteConstant::fromJson(StoredJson::member(column, "untouched"))});
    }
    return result;
}

Expected<QString, SqlError> SqliteLoadedTable::findRenamed(sqlite3 *db, const QString &table,
                                                           const QString &location) const
{
    // VACUUM moves tables to lower rows, and a new table comes after all that are there: a table of the name
    // in a lower row is the one that was loaded into.
    SqliteStatement statement(db,
                              QStringLiteral("SELECT name, sql FROM main.sqlite_schema "
                                             "WHERE type='table' AND rowid=?1 AND NOT EXISTS "
                                             "(SELECT 1 FROM main.sqlite_schema WHERE type='table' "
                                             "AND name=?2 COLLATE NOCASE AND rowid<?1)"));
    if (!statement.isValid() || statement.bind(1, schemaRow) != SQLITE_OK
        || statement.bind(2, table) != SQLITE_OK)
        return tl::unexpected(sqliteError(db, location));
    const int code = statement.step();
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return tl::unexpected(sqliteError(db, location));
    if (code == SQLITE_DONE || isSameSqliteName(statement.text(0), table)
        || hashOf(statement.text(1)) != body)
        return QString();
    return statement.text(0);
}

bool SqliteLoadedTable::hasOnlyConstants() const
{
    return std::all_of(unfilled.begin(), unfilled.end(),
                       [](const SqliteUnfilledColumn &column) { return column.value.has_value(); });
}

const SqliteUnfilledColumn *SqliteLoadedTable::find(const QString &column) const
{
    const auto found =
        std::find_if(unfilled.begin(), unfilled.end(), [&](const SqliteUnfilledColumn &unfilledColumn) {
            return isSameSqliteName(unfilledColumn.name, column);
        });
    return found == unfilled.end() ? nullptr : &*found;
}

} // namespace Weir
