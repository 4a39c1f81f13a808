// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/undo/sqlitereadback.h"

#include "db/ledger.h"
#include "db/sqlite/read/sqliterowhash.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitesettings.h"
#include "db/sqlite/undo/sqliteloadedtable.h"

#include <QtEndian>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

SqliteReadBack::SqliteReadBack(sqlite3 *db, QString location)
    : m_db(db)
    , m_location(std::move(location))
{}

SqliteReadBack::~SqliteReadBack() = default;

Expected<std::optional<QByteArray>, SqlError>
SqliteReadBack::hashes(const QByteArray &loadId, const RecordedTable &recorded, const QByteArray &keys)
{
    const auto table = tableOf(loadId, recorded);
    if (!table)
        return tl::unexpected(table.error());
    if (!(*table)->read.isValid())
        return std::nullopt;
    const auto decoded = decodeKeys(keys);
    if (!decoded)
        return std::nullopt;
    QByteArray hashes(static_cast<qsizetype>(decoded->size() * sizeof(quint32)), '\0');
    char *at = hashes.data();
    for (const qint64 key : *decoded) {
        SqliteStatement &read = (*table)->read;
        const SqliteReset reset(read);
        const int code = read.bind(1, key) == SQLITE_OK ? read.step() : SQLITE_ERROR;
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            return tl::unexpected(error());
        if (code == SQLITE_ROW) // or a trigger has moved it away
            qToLittleEndian(sqliteRowHash(read.get(), (*table)->columns), at);
        at += sizeof(quint32);
    }
    return hashes;
}

/// Looked at again when the schema has changed.
Expected<SqliteReadBack::Table *, SqlError> SqliteReadBack::tableOf(const QByteArray &loadId,
                                                                    const RecordedTable &recorded)
{
    qint64 version = 0;
    if (const auto done =
            readSqliteInteger(m_db, QStringLiteral("PRAGMA main.schema_version"), m_location, &version);
        !done)
        return tl::unexpected(done.error());
    const std::shared_ptr<Table> known = m_tables.value(loadId);
    if (known && known->schemaVersion == version)
        return known.get();
    auto table = std::make_shared<Table>();
    table->schemaVersion = version;
    if (const auto done = look(recorded, table.get()); !done)
        return tl::unexpected(done.error());
    m_tables.insert(loadId, table);
    return table.get();
}

Expected<void, SqlError> SqliteReadBack::look(const RecordedTable &recorded, Table *table) const
{
    QStringList columns = recorded.columns;
    const auto then = SqliteLoadedTable::fromJson(recorded.definition.toUtf8());
    if (columns.isEmpty() || !then)
        return {};
    const auto triggers = hasTriggers(recorded.name);
    if (!triggers)
        return tl::unexpected(triggers.error());
    if (!*triggers && then->hasOnlyConstants())
        return {};
    for (const SqliteUnfilledColumn &column : then->unfilled)
        columns += column.name;
    const QString key = columns.takeFirst();
    table->columns = static_cast<int>(columns.size());
    QStringList cells;
    std::transform(columns.cbegin(), columns.cend(), std::back_inserter(cells), sqliteIdentifier);
    table->read =
        SqliteStatement(m_db, sqliteRowSql(recorded.name, key, cells), SqliteStatement::Lifetime::Kept);
    if (table->read.isValid())
        return {};
    return tl::unexpected(error());
}

Expected<bool, SqlError> SqliteReadBack::hasTriggers(const QString &table) const
{
    SqliteStatement statement(m_db,
                              QStringLiteral("SELECT 1 FROM main.sqlite_schema WHERE type='trigger' "
                                             "AND tbl_name=?1 COLLATE NOCASE"));
    if (!statement.isValid() || statement.bind(1, table) != SQLITE_OK)
        return tl::unexpected(error());
    const int code = statement.step();
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return tl::unexpected(error());
    return code == SQLITE_ROW;
}

SqlError SqliteReadBack::error() const
{
    return sqliteError(m_db, m_location);
}

} // namespace Weir
