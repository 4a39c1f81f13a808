// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitesavepoint.h"

#include "db/sqlite/statements/sqliteidentifier.h"

#include <sqlite3.h>

namespace Weir {

namespace {

SqliteStatement prepared(sqlite3 *db, const char *verb, const QString &name)
{
    return {db, QLatin1String(verb) + sqliteIdentifier(name), SqliteStatement::Lifetime::Kept};
}

} // namespace

SqliteSavepoint::SqliteSavepoint(sqlite3 *db, const QString &name)
    : m_db(db)
    , m_set(prepared(db, "SAVEPOINT ", name))
    , m_release(prepared(db, "RELEASE ", name))
    , m_rollBack(prepared(db, "ROLLBACK TO ", name))
{}

int SqliteSavepoint::code() const
{
    if (!m_set.isValid())
        return m_set.code();
    return m_release.isValid() ? m_rollBack.code() : m_release.code();
}

int SqliteSavepoint::set()
{
    return sqlite3_get_autocommit(m_db) == 0 ? m_set.run() : SQLITE_ABORT_ROLLBACK;
}

int SqliteSavepoint::rollBack()
{
    const int code = m_rollBack.run();
    return code == SQLITE_DONE ? m_release.run() : code;
}

} // namespace Weir
