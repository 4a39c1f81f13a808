// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitetablerules.h"

#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/tables/sqliteforeignkeys.h"

#include <limits>
#include <sqlite3.h>

namespace Weir {

SqliteTableRules::SqliteTableRules(sqlite3 *db, const Entity &entity)
    : m_db(db)
    , m_table(entity.table)
    , m_key(entity.keyField().name)
    , m_schemaVersion(db, QStringLiteral("PRAGMA main.schema_version"), SqliteStatement::Lifetime::Kept)
{}

int SqliteTableRules::update()
{
    qint64 version = -1;
    if (const int code = readVersion(&version); code != SQLITE_OK)
        return code;
    if (version == m_knownVersion)
        return SQLITE_OK;
    const int code = look();
    m_knownVersion = code == SQLITE_OK ? version : -1;
    return code;
}

int SqliteTableRules::readVersion(qint64 *version)
{
    if (!m_schemaVersion.isValid())
        return m_schemaVersion.code();
    const SqliteReset reset(m_schemaVersion);
    const int code = m_schemaVersion.step();
    if (code != SQLITE_ROW)
        return code;
    *version = m_schemaVersion.integer(0);
    return SQLITE_OK;
}

int SqliteTableRules::look()
{
    m_ownWill = true;
    m_together = false;
    m_autoIncrement = false;
    bool none = false;
    const int code =
        findNone(QStringLiteral("SELECT 1 FROM main.sqlite_schema WHERE tbl_name=?1 COLLATE NOCASE "
                                "AND (type='trigger' OR sql LIKE '%conflict%')"),
                 &none);
    m_ownWill = code != SQLITE_OK || !none;
    if (code != SQLITE_OK)
        return code;
    return m_ownWill ? SQLITE_OK : lookAtKey();
}

int SqliteTableRules::lookAtKey()
{
    int found = 0;
    const int code =
        sqlite3_table_column_metadata(m_db, "main", m_table.toUtf8().constData(), m_key.toUtf8().constData(),
                                      nullptr, nullptr, nullptr, nullptr, &found);
    if (code == SQLITE_ERROR) // there is no such column: the INSERT tells
        return SQLITE_OK;
    m_autoIncrement = found != 0;
    if (code != SQLITE_OK)
        return code;
    return lookAtReferences();
}

int SqliteTableRules::lookAtReferences()
{
    SqliteStatement enforced(m_db, QStringLiteral("PRAGMA foreign_keys"));
    if (!enforced.isValid())
        return enforced.code();
    if (const int code = enforced.step(); code != SQLITE_ROW)
        return code;
    QList<SqliteForeignKey> keys;
    const int code = SqliteForeignKey::read(m_db, m_table, &keys);
    m_together = code == SQLITE_OK && (keys.isEmpty() || enforced.integer(0) == 0);
    return code;
}

int SqliteTableRules::findNone(const QString &sql, bool *none) const
{
    SqliteStatement statement(m_db, sql);
    if (!statement.isValid())
        return statement.code();
    if (const int code = statement.bind(1, m_table); code != SQLITE_OK)
        return code;
    const int code = statement.step();
    *none = code == SQLITE_DONE;
    return code == SQLITE_DONE || code == SQLITE_ROW ? SQLITE_OK : code;
}

bool SqliteTableRules::areKeysExhausted() const
{
    return isLargest(QStringLiteral("SELECT max(") + sqliteIdentifier(m_key) + QStringLiteral(") FROM main.")
                     + sqliteIdentifier(m_table))
        || (m_autoIncrement
            && isLargest(QStringLiteral("SELECT max(seq) FROM main.sqlite_sequence WHERE name=?1")));
}

bool SqliteTableRules::isLargest(const QString &sql) const
{
    SqliteStatement statement(m_db, sql);
    if (!statement.isValid())
        return false;
    if (sqlite3_bind_parameter_count(statement.get()) > 0 && statement.bind(1, m_table) != SQLITE_OK)
        return false;
    return statement.step() == SQLITE_ROW && statement.integer(0) == std::numeric_limits<qint64>::max();
}

} // namespace Weir
