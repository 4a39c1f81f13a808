// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitedeleteeffects.h"

#include "db/sqlite/statements/sqliteauthorizer.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/tables/sqliteforeignkeys.h"

#include <new>
#include <sqlite3.h>
#include <utility>

namespace Weir {

namespace {

/// Parent p's columns equal child c's. The parent's come first: their collation counts
/// (sqlite.org/foreignkeys.html, 3).
QString matchOf(const SqliteForeignKey &reference, const QString &key)
{
    QStringList pairs;
    for (qsizetype i = 0; i < reference.columns.size(); ++i) {
        const QString &column = reference.parentColumns.at(i);
        pairs += QStringLiteral("p.") + sqliteIdentifier(column.isNull() ? key : column)
            + QStringLiteral("=c.") + sqliteIdentifier(reference.columns.at(i));
    }
    return pairs.join(QStringLiteral(" AND "));
}

/// Finds a row of `child` that refers to the row ?1 of `table`.
QString referringSql(const QString &table, const QString &key, const QString &child,
                     const SqliteForeignKey &reference)
{
    const QString id = sqliteIdentifier(key);
    QString sql = QStringLiteral("SELECT 1 FROM main.") + sqliteIdentifier(table)
        + QStringLiteral(" AS p, main.") + sqliteIdentifier(child) + QStringLiteral(" AS c WHERE p.") + id
        + QStringLiteral("=?1 AND ") + matchOf(reference, key);
    if (isSameSqliteName(child, table))
        sql += QStringLiteral(" AND c.") + id + QStringLiteral("<>?1"); // the row itself goes anyway
    return sql;
}

} // namespace

SqliteDeleteEffects::SqliteDeleteEffects(sqlite3 *db, const QString &table, const QString &key,
                                         const QString &deleteSql)
{
    m_code = findReferences(db, table, key);
    if (m_code == SQLITE_OK)
        m_code = findTriggers(db, deleteSql);
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

int SqliteDeleteEffects::findReferences(sqlite3 *db, const QString &table, const QString &key)
{
    SqliteStatement enforced(db, QStringLiteral("PRAGMA foreign_keys"));
    int code = enforced.isValid() ? enforced.step() : enforced.code();
    if (code != SQLITE_ROW)
        return code;
    if (enforced.integer(0) == 0)
        return SQLITE_OK;
    SqliteStatement children(db, QStringLiteral("SELECT name FROM main.sqlite_schema WHERE type='table'"));
    if (!children.isValid())
        return children.code();
    while ((code = children.step()) == SQLITE_ROW) {
        if (const int found = findReferencesOf(db, children.text(0), table, key); found != SQLITE_OK)
            return found;
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

int SqliteDeleteEffects::findReferencesOf(sqlite3 *db, const QString &child, const QString &table,
                                          const QString &key)
{
    QList<SqliteForeignKey> references;
    if (const int code = SqliteForeignKey::read(db, child, &references); code != SQLITE_OK)
        return code;
    for (const SqliteForeignKey &reference : std::as_const(references)) {
        if (!isSameSqliteName(reference.parent, table))
            continue;
        m_referenced = true;
        SqliteStatement referring(db, referringSql(table, key, child, reference));
        // With a key's definition that is wrong nothing refers.
        if (!referring.isValid() && referring.code() != SQLITE_ERROR)
            return referring.code();
        if (reference.hasDeleteAction && referring.isValid())
            m_referring.push_back(std::move(referring));
    }
    return SQLITE_OK;
}

/// The authorizer is told which trigger a part of a statement belongs to.
int SqliteDeleteEffects::findTriggers(sqlite3 *db, const QString &deleteSql)
{
    const SqliteAuthorizer authorizer(db, noteTrigger, this);
    const SqliteStatement statement(db, deleteSql);
    return m_isIncomplete ? SQLITE_NOMEM : statement.code();
}

int SqliteDeleteEffects::noteTrigger(void *effects, int action, const char *, const char *, const char *,
                                     const char *trigger) noexcept
{
    if (!trigger)
        return SQLITE_OK;
    auto *self = static_cast<SqliteDeleteEffects *>(effects);
    self->m_hasTriggers = true;
    try {
        const QString name = QString::fromUtf8(trigger);
        if ((action == SQLITE_DELETE || action == SQLITE_UPDATE) && !self->m_changingTriggers.contains(name))
            self->m_changingTriggers += name;
    } catch (const std::bad_alloc &) {
        self->m_isIncomplete = true;
    }
    return SQLITE_OK;
}

} // namespace Weir
