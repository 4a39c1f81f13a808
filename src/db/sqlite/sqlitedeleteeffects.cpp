// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitedeleteeffects.h"

#include "db/sqlite/sqliteidentifier.h"

#include <sqlite3.h>

namespace Weir {

namespace {

/// Finds a row of `child` that refers to the row ?1 of `table`. `match`: parent p's columns equal child c's.
QString referringSql(const QString &table, const QString &key, const QString &child, const QString &match)
{
    const QString id = sqliteIdentifier(key);
    QString sql = QStringLiteral("SELECT 1 FROM main.") + sqliteIdentifier(table)
        + QStringLiteral(" AS p, main.") + sqliteIdentifier(child) + QStringLiteral(" AS c WHERE p.") + id
        + QStringLiteral("=?1 AND ") + match;
    if (child.compare(table, Qt::CaseInsensitive) == 0)
        sql += QStringLiteral(" AND c.") + id + QStringLiteral("<>?1"); // the row itself goes anyway
    return sql;
}

} // namespace

SqliteDeleteEffects::SqliteDeleteEffects(sqlite3 *db, const QString &table, const QString &key,
                                         const QString &deleteSql)
{
    findReferences(db, table, key);
    if (m_known)
        findTriggers(db, deleteSql);
}

int SqliteDeleteEffects::actionsOn(qint64 key)
{
    for (SqliteStatement &referring : m_referring) {
        const SqliteReset reset(referring);
        if (const int code = referring.bind(1, key); code != SQLITE_OK)
            return code;
        if (const int code = referring.step(); code != SQLITE_DONE)
            return code;
    }
    return SQLITE_DONE;
}

void SqliteDeleteEffects::findReferences(sqlite3 *db, const QString &table, const QString &key)
{
    // The parent's column first: its collation counts (sqlite.org/foreignkeys.html, 3).
    SqliteStatement keys(
        db,
        QStringLiteral("SELECT t.name, on_delete NOT IN ('NO ACTION', 'RESTRICT'), "
                       "group_concat(printf('p.\"%w\"=c.\"%w\"', ifnull(\"to\", ?2), \"from\"), ' AND ') "
                       "FROM pragma_foreign_keys, pragma_table_list AS t, "
                       "pragma_foreign_key_list(t.name, 'main') AS f "
                       "WHERE foreign_keys AND t.schema='main' AND f.\"table\"=?1 COLLATE NOCASE "
                       "GROUP BY t.name, f.id"));
    int code = SQLITE_ERROR;
    if (keys.isValid() && keys.bind(1, table) == SQLITE_OK && keys.bind(2, key) == SQLITE_OK) {
        while ((code = keys.step()) == SQLITE_ROW) {
            m_referenced = true;
            const bool hasAction = keys.integer(1) != 0;
            SqliteStatement referring(db, referringSql(table, key, keys.text(0), keys.text(2)));
            // With a key's definition that is wrong nothing refers.
            m_known = m_known && (referring.isValid() || sqlite3_errcode(db) == SQLITE_ERROR);
            if (hasAction && referring.isValid())
                m_referring.push_back(std::move(referring));
        }
    }
    m_known = m_known && code == SQLITE_DONE;
}

/// The authorizer is told which trigger a part of a statement belongs to
/// (sqlite.org/c3ref/set_authorizer.html).
void SqliteDeleteEffects::findTriggers(sqlite3 *db, const QString &deleteSql)
{
    sqlite3_set_authorizer(db, noteTrigger, this);
    const SqliteStatement statement(db, deleteSql);
    m_known = statement.isValid();
    sqlite3_set_authorizer(db, nullptr, nullptr);
}

int SqliteDeleteEffects::noteTrigger(void *effects, int action, const char *, const char *, const char *,
                                     const char *trigger)
{
    if (!trigger)
        return SQLITE_OK;
    auto *self = static_cast<SqliteDeleteEffects *>(effects);
    self->m_hasTriggers = true;
    const QString name = QString::fromUtf8(trigger);
    if ((action == SQLITE_DELETE || action == SQLITE_UPDATE) && !self->m_changingTriggers.contains(name))
        self->m_changingTriggers += name;
    return SQLITE_OK;
}

} // namespace Weir
