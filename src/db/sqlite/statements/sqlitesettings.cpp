// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitesettings.h"

#include "db/sqlite/statements/sqlitebusyhandler.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitefailedcommit.h"
#include "db/sqlite/statements/sqlitefilepointer.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <QCoreApplication>
#include <QScopeGuard>

#include <new>
#include <sqlite3.h>
#include <utility>
#include <vector>

namespace Weir {

namespace {

Expected<void, SqlError> setSwitches(sqlite3 *db, SqlitePurpose purpose, const QString &location)
{
    std::vector<std::pair<int, int>> switches{
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        // The last connection to close would checkpoint; that is left to who holds the gate.
        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    };
    if (purpose != SqlitePurpose::Write)
        switches.emplace_back(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
    if (purpose == SqlitePurpose::Read)
        switches.emplace_back(SQLITE_DBCONFIG_ENABLE_VIEW, 0);
    for (const auto &[option, value] : switches) {
        if (const int code = sqlite3_db_config(db, option, value, nullptr); code != SQLITE_OK)
            return tl::unexpected(sqliteError(db, code, location));
    }
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    return {};
}

/// `unknown`: told where there is no memory to find out.
Expected<void, SqlError> commitOrSettle(sqlite3 *db, const QString &location, SqliteFailedCommit &commit,
                                        const SqlError &unknown)
{
    try {
        auto done = executeSqlite(db, QStringLiteral("COMMIT"), location);
        return !done && sqlite3_get_autocommit(db) != 0 ? commit.settle(done.error()) : done;
    } catch (const std::bad_alloc &) {
        if (sqlite3_get_autocommit(db) == 0)
            throw;
        return tl::unexpected(unknown);
    }
}

/// Whatever came before, an exception as well: no transaction stays open, and no setting of a commit that
/// failed. The first error counts, not what happens here.
void leaveTransaction(sqlite3 *db, SqliteFailedCommit &commit) noexcept
{
    if (sqlite3_get_autocommit(db) == 0)
        sqlite3_exec(db, "ROLLBACK", nullptr, nullptr, nullptr);
    try {
        static_cast<void>(commit.restore());
    } catch (const std::bad_alloc &) {}
}

} // namespace

Expected<void, SqlError> hardenSqlite(sqlite3 *db, const DatabaseProfile &profile, SqlitePurpose purpose,
                                      const QString &location)
{
    if (const auto done = setSwitches(db, purpose, location); !done)
        return done;
    if (const int code = sqlite3_wal_autocheckpoint(db, 0); code != SQLITE_OK)
        return tl::unexpected(sqliteError(db, code, location));
    const bool reading = purpose != SqlitePurpose::Write;
    return executeSqlite(db,
                         QStringLiteral("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; "
                                        "PRAGMA synchronous=%1; PRAGMA foreign_keys=%2; PRAGMA query_only=%3")
                             .arg(synchronousName(profile.sqlite().synchronous),
                                  profile.sqlite().foreignKeys ? QStringLiteral("ON") : QStringLiteral("OFF"),
                                  reading ? QStringLiteral("ON") : QStringLiteral("OFF")),
                         location);
}

Expected<void, SqlError> setSqliteJournalMode(sqlite3 *db, JournalMode mode, SqliteBusyHandler &busy,
                                              const QString &location)
{
    const QString wanted = journalModeName(mode);
    SqliteStatement statement(db, QStringLiteral("PRAGMA main.journal_mode=%1").arg(wanted));
    if (!statement.isValid())
        return tl::unexpected(sqliteError(db, location));
    int code = statement.step();
    // SQLite does not call the busy handler for the exclusive lock that this takes.
    for (int count = 0; (code & 0xff) == SQLITE_BUSY && busy.wait(count); ++count) {
        statement.reset();
        code = statement.step();
    }
    if (code != SQLITE_ROW)
        return tl::unexpected(sqliteError(db, code, location));
    const QString got = statement.text(0);
    if (got == wanted)
        return {};
    return tl::unexpected(SqlError{
        ErrorClass::Other, 0,
        QCoreApplication::translate("SqliteSettings",
                                    "The database %1 keeps journal mode \"%2\" where \"%3\" was asked for: "
                                    "close other programs that use it, or choose \"%2\" in the project.")
            .arg(location, got, wanted)});
}

Expected<void, SqlError> executeSqlite(sqlite3 *db, const QString &sql, const QString &location)
{
    if (sqlite3_exec(db, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(sqliteError(db, location));
    return {};
}

Expected<void, SqlError> inSqliteTransaction(sqlite3 *db, const QString &location,
                                             const std::function<Expected<void, SqlError>()> &work)
{
    if (const auto done = executeSqlite(db, QStringLiteral("BEGIN IMMEDIATE"), location); !done)
        return done;
    SqliteFailedCommit commit(db, location);
    const auto tidy = qScopeGuard([&]() noexcept { leaveTransaction(db, commit); });
    commit.remember();
    const SqlError unknown =
        sqliteCommitUnknown(sqliteError(SQLITE_NOMEM, {}, location), location); // before it is needed
    auto done = work();
    if (done && sqlite3_get_autocommit(db) != 0)
        done = tl::unexpected(sqliteTransactionEnded(location));
    if (done && isSqliteFileMoved(db)) // what is committed into a file without a name is gone
        done = tl::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, location));
    return done ? commitOrSettle(db, location, commit, unknown) : done;
}

Expected<void, SqlError> readSqliteInteger(sqlite3 *db, const QString &sql, const QString &location,
                                           qint64 *value)
{
    SqliteStatement statement(db, sql);
    if (!statement.isValid())
        return tl::unexpected(sqliteError(db, statement.code(), location));
    if (const int code = statement.step(); code != SQLITE_ROW)
        return tl::unexpected(sqliteError(db, code, location));
    *value = statement.integer(0);
    return {};
}

} // namespace Weir
