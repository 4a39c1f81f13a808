// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/printabletext.h"
#include "db/sqlite/emptying/sqliteemptying.h"
#include "db/sqlite/emptying/sqlitetakenrows.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitehandle.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitesettings.h"
#include "db/sqlite/tables/sqlitedeferredkeys.h"
#include "db/sqlite/tables/sqliteforeignkeys.h"

#include <QCoreApplication>

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

/// What a connection must not do while rows are put back.
class WithoutTriggers
{
public:
    explicit WithoutTriggers(sqlite3 *db)
        : m_db(db)
        , m_code(sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr))
    {}
    ~WithoutTriggers()
    {
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
        // Cannot fail: it touches the connection only.
        sqlite3_exec(m_db, "PRAGMA ignore_check_constraints=OFF", nullptr, nullptr, nullptr);
    }
    WithoutTriggers(const WithoutTriggers &) = delete;
    WithoutTriggers &operator=(const WithoutTriggers &) = delete;

    int code() const { return m_code; }

private:
    sqlite3 *const m_db;
    const int m_code;
};

class Restoring
{
public:
    Restoring(sqlite3 *db, const SqliteTakenRows &taken)
        : m_db(db)
        , m_taken(taken)
    {}

    Expected<void, SqlError> open();
    Expected<void, SqlError> insertAll() const;
    sqlite3 *copy() const { return m_copy.get(); }

private:
    Expected<void, SqlError> insertRowsOf(const SqliteTakenTable &stored) const;
    Expected<SqliteTakenTable, SqlError> targetFor(const SqliteTakenTable &stored) const;
    Expected<void, SqlError> insertInto(const SqliteTakenTable &target, const SqliteTakenTable &stored) const;
    Expected<void, SqlError> checkReferences() const;
    SqlError notPutBack(const QString &reason) const;
    SqlError damaged() const;

    sqlite3 *const m_db;
    const SqliteTakenRows &m_taken;
    SqliteHandle m_copy;
};

Expected<void, SqlError> Restoring::open()
{
    if (!m_taken.file().isInPlace())
        return tl::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, m_taken.place()));
    auto copy = SqliteHandle::open(m_taken.place(), SqliteHandle::Access::ReadOnly);
    if (!copy)
        return tl::unexpected(copy.error());
    m_copy = std::move(*copy);
    if (const auto done = hardenSqlite(m_copy.get(), DatabaseProfile{}, SqlitePurpose::Read, m_taken.place());
        !done)
        return done;
    qint64 id = 0;
    if (const auto done =
            readSqliteInteger(m_copy.get(), QStringLiteral("PRAGMA application_id"), m_taken.place(), &id);
        !done)
        return done;
    if (id == SqliteKeptFile::ApplicationId)
        return {};
    return tl::unexpected(damaged());
}

Expected<void, SqlError> Restoring::insertAll() const
{
    for (const SqliteTakenTable &stored : m_taken.tables()) {
        if (const auto done = insertRowsOf(stored); !done)
            return done;
    }
    return checkReferences();
}

Expected<void, SqlError> Restoring::insertRowsOf(const SqliteTakenTable &stored) const
{
    const auto target = targetFor(stored);
    if (!target)
        return tl::unexpected(target.error());
    // Rows that break the table's own checks were there before; checks that were added since count.
    const bool isUnchanged = target->definition == stored.definition;
    const QString checks = isUnchanged ? QStringLiteral("ON") : QStringLiteral("OFF");
    if (const auto done = executeSqlite(
            m_db, QStringLiteral("PRAGMA ignore_check_constraints=%1").arg(checks), m_taken.location());
        !done)
        return done;
    SqliteTakenTable source = stored;
    if (target->rowId.isEmpty())
        source.rowId.clear();
    return insertInto(*target, source);
}

/// The table as it is now, with the columns that the rows have.
Expected<SqliteTakenTable, SqlError> Restoring::targetFor(const SqliteTakenTable &stored) const
{
    auto now = SqliteTakenTable::read(m_db, stored.name, m_taken.location());
    if (!now) {
        const SqlError &error = now.error();
        if (error.errorClass != ErrorClass::NoTable)
            return tl::unexpected(error);
        return tl::unexpected(
            notPutBack(QCoreApplication::translate("SqliteEmptying", "the table \"%1\" is gone")
                           .arg(printableText(stored.name))));
    }
    for (const QString &column : stored.columns) {
        const bool isThere = std::any_of(now->columns.cbegin(), now->columns.cend(),
                                         [&](const QString &name) { return isSameSqliteName(name, column); });
        if (!isThere) {
            return tl::unexpected(
                notPutBack(QCoreApplication::translate("SqliteEmptying",
                                                       "the table \"%1\" has no column \"%2\" any more")
                               .arg(printableText(stored.name), printableText(column))));
        }
    }
    now->columns = stored.columns;
    if (stored.rowId.isEmpty())
        now->rowId.clear();
    return now;
}

Expected<void, SqlError> Restoring::insertInto(const SqliteTakenTable &target,
                                               const SqliteTakenTable &stored) const
{
    SqliteStatement from(m_copy.get(), stored.selectSql());
    if (!from.isValid())
        return tl::unexpected(sqliteError(m_copy.get(), m_taken.place()));
    SqliteStatement to(m_db, target.insertSql());
    if (!to.isValid())
        return tl::unexpected(sqliteError(m_db, m_taken.location()));
    qint64 rows = 0;
    switch (copySqliteRows(from, to, &rows)) {
    case SqliteCopyEnd::Complete:
        if (rows != stored.rows)
            return tl::unexpected(damaged());
        return {};
    case SqliteCopyEnd::ReadFailed:
        return tl::unexpected(sqliteError(m_copy.get(), m_taken.place()));
    case SqliteCopyEnd::WriteFailed:
        break;
    }
    const SqlError error = sqliteError(m_db, m_taken.location());
    if (!error.concernsRowOnly())
        return tl::unexpected(error);
    return tl::unexpected(notPutBack(
        QCoreApplication::translate("SqliteEmptying", "there is no place for the row %2 of \"%1\": %3")
            .arg(printableText(target.name), stored.keyText(from),
                 printableText(QString::fromUtf8(sqlite3_errmsg(m_db))))));
}

Expected<void, SqlError> Restoring::checkReferences() const
{
    if (!hasOpenForeignKeys(m_db))
        return {};
    for (const SqliteTakenTable &table : m_taken.tables()) {
        std::optional<SqliteOrphan> first;
        const int code = visitSqliteOrphans(m_db, table.name, [&first](const SqliteOrphan &orphan) {
            first = orphan;
            return false;
        });
        if (code != SQLITE_OK)
            return tl::unexpected(sqliteError(m_db, code, m_taken.location()));
        if (!first)
            continue;
        return tl::unexpected(
            notPutBack(QCoreApplication::translate("SqliteEmptying",
                                                   "rows of \"%1\" (the first has the row id %2) refer to "
                                                   "rows of \"%3\" that are not there")
                           .arg(printableText(table.name),
                                first->rowId ? QString::number(*first->rowId) : QStringLiteral("–"),
                                printableText(first->parent))));
    }
    return tl::unexpected(
        notPutBack(QCoreApplication::translate("SqliteEmptying", "rows refer to others that are not there")));
}

SqlError Restoring::notPutBack(const QString &reason) const
{
    return {ErrorClass::Constraint, SQLITE_CONSTRAINT,
            QCoreApplication::translate("SqliteEmptying",
                                        "No row was put back in the database %1, because %2. Mend that and "
                                        "undo the emptying again before the next run, load or emptying and "
                                        "before the project or Weir is closed: until then the rows are kept "
                                        "in %3.")
                .arg(m_taken.location(), reason, m_taken.place())};
}

SqlError Restoring::damaged() const
{
    return {
        ErrorClass::Corrupt, SQLITE_CORRUPT,
        QCoreApplication::translate("SqliteEmptying",
                                    "The copy %1 does not hold the rows that were taken away, so none was "
                                    "put back: something else changed that file.")
            .arg(m_taken.place())};
}

} // namespace

Expected<void, SqlError> restoreSqliteRows(sqlite3 *db, const QString &location, const EmptyTicket &ticket,
                                           const std::stop_token &stop)
{
    const auto taken = std::dynamic_pointer_cast<const SqliteTakenRows>(ticket.taken);
    if (!taken || taken->location() != location) {
        return tl::unexpected(SqlError{
            ErrorClass::Other, SQLITE_MISUSE,
            QCoreApplication::translate("SqliteEmptying",
                                        "The rows were taken out of another database than %1, so none "
                                        "was put back: give this database its former file again, then "
                                        "undo once more.")
                .arg(location)});
    }
    Restoring restoring(db, *taken);
    if (const auto done = restoring.open(); !done)
        return done;
    const WithoutTriggers without(db);
    if (without.code() != SQLITE_OK)
        return tl::unexpected(sqliteError(db, without.code(), location));
    return inSqliteTransaction(db, location, [&] {
        const SqliteStop stopTarget(db, stop);
        const SqliteStop stopCopy(restoring.copy(), stop);
        const auto done = executeSqlite(db, QStringLiteral("PRAGMA defer_foreign_keys=ON"), location);
        return done ? restoring.insertAll() : done;
    });
}

} // namespace Weir
