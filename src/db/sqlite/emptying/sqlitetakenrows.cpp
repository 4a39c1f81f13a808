// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/emptying/sqlitetakenrows.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitehandle.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitesettings.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>
#include <sqlite3.h>

namespace Weir {

namespace {

constexpr int StepsBetweenLooks = 1000; // of SQLite's virtual machine

SqlError cannotCopy(const QString &file, const QString &reason)
{
    return {ErrorClass::Io, 0,
            QCoreApplication::translate(
                "SqliteEmptying",
                "The rows cannot be copied to %1 (%2), so nothing was deleted: check that its "
                "folder can be written and has space.")
                .arg(file, reason)};
}

Expected<void, SqlError> readEncoding(sqlite3 *db, const QString &location, QString *encoding)
{
    SqliteStatement statement(db, QStringLiteral("PRAGMA main.encoding"));
    if (!statement.isValid() || statement.step() != SQLITE_ROW)
        return tl::unexpected(sqliteError(db, location));
    *encoding = statement.text(0);
    return {};
}

} // namespace

SqliteTakenRows::SqliteTakenRows(QString location, std::unique_ptr<SqliteKeptFile> file)
    : m_location(std::move(location))
    , m_file(std::move(file))
{}

Expected<void, SqlError> SqliteTakenRows::take(sqlite3 *source, std::vector<SqliteTakenTable> tables,
                                               const std::stop_token &stop)
{
    QString encoding;
    if (const auto done = readEncoding(source, m_location, &encoding); !done)
        return done;
    auto target = SqliteHandle::open(place(), SqliteHandle::Access::ReadWrite);
    if (!target)
        return tl::unexpected(target.error());
    const SqliteStop stopTarget(target->get(), stop);
    // No journal: what fails is thrown away as a whole.
    const QString settings = QStringLiteral("PRAGMA journal_mode=OFF; PRAGMA locking_mode=EXCLUSIVE; "
                                            "PRAGMA synchronous=FULL; PRAGMA encoding='%1'; BEGIN; "
                                            "PRAGMA application_id=%2")
                                 .arg(encoding, QString::number(SqliteKeptFile::ApplicationId));
    if (const auto done = executeSqlite(target->get(), settings, place()); !done)
        return done;
    for (SqliteTakenTable &table : tables) {
        if (const auto done = takeTable(source, target->get(), &table); !done)
            return done;
    }
    if (const auto done = executeSqlite(target->get(), QStringLiteral("COMMIT"), place()); !done)
        return done;
    if (const auto synced = m_file->syncFolder(); !synced)
        return tl::unexpected(cannotCopy(place(), synced.error().sentence));
    if (!m_file->isInPlace())
        return tl::unexpected(sqliteError(SQLITE_READONLY_DBMOVED, {}, place()));
    m_tables = std::move(tables);
    return {};
}

Expected<void, SqlError> SqliteTakenRows::takeTable(sqlite3 *source, sqlite3 *target,
                                                    SqliteTakenTable *table) const
{
    QStringList columns;
    for (const QString &column : std::as_const(table->columns))
        columns += sqliteIdentifier(column);
    const QString create = QStringLiteral("CREATE TABLE main.%1 (").arg(sqliteIdentifier(table->name))
        + columns.join(u',') + u')';
    if (const auto done = executeSqlite(target, create, place()); !done)
        return done;
    SqliteStatement from(source, table->selectSql());
    if (!from.isValid())
        return tl::unexpected(sqliteError(source, m_location));
    SqliteStatement to(target, table->insertSql());
    if (!to.isValid())
        return tl::unexpected(sqliteError(target, place()));
    switch (copySqliteRows(from, to, &table->rows)) {
    case SqliteCopyEnd::Complete:
        return {};
    case SqliteCopyEnd::ReadFailed:
        return tl::unexpected(sqliteError(source, m_location));
    case SqliteCopyEnd::WriteFailed:
        break;
    }
    return tl::unexpected(sqliteError(target, place()));
}

qint64 SqliteTakenRows::rows() const
{
    return std::accumulate(m_tables.begin(), m_tables.end(), qint64{0},
                           [](qint64 sum, const SqliteTakenTable &table) { return sum + table.rows; });
}

SqliteStop::SqliteStop(sqlite3 *db, const std::stop_token &stop)
    : m_db(db)
{
    const auto isStopped = [](void *token) noexcept {
        return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0;
    };
    sqlite3_progress_handler(db, StepsBetweenLooks, isStopped, const_cast<std::stop_token *>(&stop));
}

SqliteStop::~SqliteStop()
{
    sqlite3_progress_handler(m_db, 0, nullptr, nullptr);
}

} // namespace Weir
