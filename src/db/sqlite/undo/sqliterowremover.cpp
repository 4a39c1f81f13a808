// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/undo/sqliterowremover.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/tables/sqlitedeferredkeys.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace Weir {

namespace {

QString referredTo()
{
    return QCoreApplication::translate("SqliteRowRemover", "other rows refer to it.");
}

} // namespace

Expected<std::unique_ptr<RowRemover>, SqlError>
SqliteRowRemover::open(sqlite3 *db, const QString &location, const QString &table, const QString &key)
{
    const QString sql =
        QStringLiteral("DELETE FROM main.%1 WHERE %2=?1").arg(sqliteIdentifier(table), sqliteIdentifier(key));
    std::unique_ptr<SqliteRowRemover> remover(new SqliteRowRemover(db, location, table, key, sql));
    for (const int code :
         {remover->m_savepoint.code(), remover->m_effects.code(), remover->m_delete.code()}) {
        if (code != SQLITE_OK)
            return tl::unexpected(remover->error(code));
    }
    return remover;
}

SqliteRowRemover::SqliteRowRemover(sqlite3 *db, QString location, const QString &table, const QString &key,
                                   const QString &deleteSql)
    : m_db(db)
    , m_location(std::move(location))
    , m_savepoint(db, QStringLiteral("weir_undo"))
    , m_effects(db, table, key, deleteSql)
    , m_delete(db, deleteSql, SqliteStatement::Lifetime::Kept)
{}

Expected<QString, SqlError> SqliteRowRemover::remove(qint64 key)
{
    const int actions = m_effects.actionsOn(key);
    if (actions == SQLITE_ROW)
        return referredTo();
    if (actions != SQLITE_DONE)
        return tl::unexpected(error(actions));
    if (m_effects.none())
        return tryRemoving(key);
    if (const int code = m_savepoint.set(); code != SQLITE_DONE)
        return tl::unexpected(error(code));
    auto reason = tryRemoving(key);
    if (!reason)
        return reason;
    const int code = reason->isEmpty() ? m_savepoint.release() : m_savepoint.rollBack();
    return code == SQLITE_DONE ? std::move(reason) : tl::unexpected(error(code));
}

Expected<QString, SqlError> SqliteRowRemover::tryRemoving(qint64 key)
{
    const qint64 before = sqlite3_total_changes64(m_db);
    if (m_delete.bind(1, key) != SQLITE_OK)
        return tl::unexpected(error());
    if (m_delete.run() == SQLITE_DONE)
        return refusal(sqlite3_total_changes64(m_db) - before);
    const SqlError failed = error();
    if (sqlite3_get_autocommit(m_db) != 0 || !failed.concernsRowOnly())
        return tl::unexpected(failed);
    return failed.sentence;
}

/// Why a delete that has succeeded must be taken back. `changes`: rows it changed in all tables.
QString SqliteRowRemover::refusal(qint64 changes) const
{
    if (m_effects.none())
        return {};
    if (sqlite3_changes64(m_db) != 1)
        return QCoreApplication::translate("SqliteRowRemover", "a trigger of the table keeps it.");
    if (hasOpenForeignKeys(m_db))
        return referredTo();
    if (changes > 1 && !m_effects.changingTriggers().isEmpty()) {
        return QCoreApplication::translate("SqliteRowRemover", "the trigger \"%1\" would change other rows.")
            .arg(m_effects.changingTriggers().join(QStringLiteral("\", \"")));
    }
    return {};
}

SqlError SqliteRowRemover::error() const
{
    return sqliteError(m_db, m_location);
}

SqlError SqliteRowRemover::error(int code) const
{
    return sqliteError(m_db, code, m_location);
}

} // namespace Weir
