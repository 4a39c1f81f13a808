// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitetablerules.h"

#include <sqlite3.h>

namespace Weir {

SqliteTableRules::SqliteTableRules(sqlite3 *db, const Entity &entity)
    : m_db(db)
    , m_table(entity.table)
    , m_key(entity.keyField().name)
    , m_schemaVersion(db, QStringLiteral("PRAGMA main.schema_version"), SqliteStatement::Lifetime::Kept)
{}

void SqliteTableRules::update()
{
    qint64 version = -1;
    if (m_schemaVersion.isValid()) {
        const SqliteReset reset(m_schemaVersion);
        if (m_schemaVersion.step() == SQLITE_ROW)
            version = m_schemaVersion.integer(0);
    }
    if (version >= 0 && version == m_knownVersion)
        return;
    m_knownVersion = version;
    // In doubt it has all of them: that costs time only.
    m_ownWill = version < 0
        || !hasNone(QStringLiteral("SELECT 1 FROM main.sqlite_schema WHERE tbl_name=?1 COLLATE NOCASE "
                                   "AND (type='trigger' OR sql LIKE '%conflict%')"));
    m_together = !m_ownWill && isAutoIncrementKey(&m_autoIncrement)
        && hasNone(QStringLiteral("SELECT 1 FROM pragma_foreign_key_list(?1, 'main'), pragma_foreign_keys "
                                  "WHERE foreign_keys"));
}

/// False: it could not be read.
bool SqliteTableRules::isAutoIncrementKey(bool *autoIncrement) const
{
    int found = 0;
    const int code =
        sqlite3_table_column_metadata(m_db, "main", m_table.toUtf8().constData(), m_key.toUtf8().constData(),
                                      nullptr, nullptr, nullptr, nullptr, &found);
    *autoIncrement = found != 0;
    return code == SQLITE_OK;
}

bool SqliteTableRules::hasNone(const QString &sql) const
{
    SqliteStatement statement(m_db, sql);
    return statement.isValid() && statement.bind(1, m_table) == SQLITE_OK && statement.step() == SQLITE_DONE;
}

} // namespace Weir
