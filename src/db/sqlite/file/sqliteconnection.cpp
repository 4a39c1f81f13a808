// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/sqliteconnection.h"

#include "db/sqlite/file/sqlitedriver.h"
#include "db/sqlite/statements/sqliteerror.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace Weir {

namespace {

// A URI of our own making is the one way to tell QSQLITE not to create the file.
QString existingFileUri(const QString &file)
{
    return QStringLiteral("file://") + QString::fromLatin1(QUrl::toPercentEncoding(file, "/"))
        + QStringLiteral("?mode=rw");
}

} // namespace

Expected<std::unique_ptr<SqliteConnection>, SqlError> SqliteConnection::open(const QString &file,
                                                                             const QString &name,
                                                                             const DatabaseProfile &profile,
                                                                             SqlitePurpose purpose)
{
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(file, name, profile.patience));
    auto done = connection->openDriver();
    if (done)
        done = connection->takeHandle();
    if (done)
        done = connection->setUp(profile, purpose);
    if (!done)
        return tl::unexpected(done.error());
    return connection;
}

SqliteConnection::SqliteConnection(QString file, QString name, std::chrono::milliseconds patience)
    : m_file(std::move(file))
    , m_name(std::move(name))
    , m_busy(patience)
{}

SqliteConnection::~SqliteConnection()
{
    if (!QSqlDatabase::contains(m_name))
        return;
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.close(); // removeDatabase() would do it under a lock that all threads share
    }
    QSqlDatabase::removeDatabase(m_name);
}

SqlError SqliteConnection::lastError() const
{
    return errorOf(sqlite3_extended_errcode(m_handle));
}

SqlError SqliteConnection::errorOf(int code) const
{
    if ((code & 0xff) == SQLITE_BUSY && m_busy.wasStopped())
        return sqliteError(SQLITE_INTERRUPT, {}, m_file);
    return sqliteError(m_handle, code, m_file);
}

Expected<void, SqlError> SqliteConnection::openDriver()
{
    if (const auto done = checkSqliteDriver(m_file); !done)
        return done;
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=0"));
    database.setDatabaseName(existingFileUri(m_file));
    errno = 0;
    if (database.open())
        return {};
    const int systemError = errno; // the driver does not tell it
    const QSqlError error = database.lastError();
    const int code = error.nativeErrorCode().toInt();
    return tl::unexpected(
        sqliteError(code == SQLITE_OK ? SQLITE_CANTOPEN : code, error.databaseText(), m_file, systemError));
}

Expected<void, SqlError> SqliteConnection::takeHandle()
{
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || std::strcmp(handle.typeName(), "sqlite3*") != 0)
        return tl::unexpected(
            sqliteError(SQLITE_MISUSE, QStringLiteral("Qt's SQLite driver gives no handle"), m_file));
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    return {};
}

Expected<void, SqlError> SqliteConnection::setUp(const DatabaseProfile &profile, SqlitePurpose purpose)
{
    sqlite3_extended_result_codes(m_handle, 1);
    m_busy.install(m_handle);
    if (const auto done = hardenSqlite(m_handle, profile, purpose, m_file); !done)
        return done;
    if (purpose != SqlitePurpose::Write)
        return {};
    return setSqliteJournalMode(m_handle, profile.sqlite().journalMode, m_busy, m_file);
}

} // namespace Weir
