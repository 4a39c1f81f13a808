// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/sqlitedriver.h"

#include "db/connections.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace Weir {

namespace {

struct Driver
{
    bool isThere = false;
    QString source; // of its SQLite
};

Driver examineDriver()
{
    const QString name = QStringLiteral("QSQLITE");
    Driver driver;
    driver.isThere = QSqlDatabase::isDriverAvailable(name);
    if (!driver.isThere)
        return driver;
    const QString connection = newConnectionName(QStringLiteral("driver"));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(name, connection);
        database.setDatabaseName(QStringLiteral(":memory:"));
        if (database.open()) {
            QSqlQuery query(QStringLiteral("select sqlite_source_id()"), database);
            if (query.next())
                driver.source = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return driver;
}

} // namespace

/// Two copies of SQLite in one process must not touch each other's connections.
Expected<void, SqlError> checkSqliteDriver(const QString &location)
{
    static const Driver driver = examineDriver();
    if (!driver.isThere) {
        return tl::unexpected(SqlError{
            ErrorClass::CannotOpen, 0,
            QCoreApplication::translate("SqliteConnection",
                                        "The database %1 cannot be opened because Qt's SQLite driver is not "
                                        "installed: install it (Debian: libqt6sql6-sqlite).")
                .arg(location)});
    }
    if (driver.source == QLatin1String(sqlite3_sourceid()))
        return {};
    return tl::unexpected(SqlError{
        ErrorClass::Other, 0,
        QCoreApplication::translate("SqliteConnection",
                                    "Qt's SQLite driver has a SQLite of its own (%1), not the one Weir "
                                    "uses (%2): install a Qt that uses the system's SQLite.")
            .arg(driver.source, QLatin1String(sqlite3_sourceid()))});
}

} // namespace Weir
