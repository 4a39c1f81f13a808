// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitebackup.h"

#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqlitehandle.h"
#include "db/sqlite/sqlitesettings.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cstdio>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace Weir {

namespace {

int copyDatabase(sqlite3 *from, sqlite3 *to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
    if (!backup)
        return sqlite3_extended_errcode(to);
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped == SQLITE_DONE)
        return finished;
    return finished == SQLITE_OK ? stepped : finished;
}

bool syncDirectory(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

SqlError backupError(const QString &file, const QString &reason)
{
    return {ErrorClass::Io, 0,
            QCoreApplication::translate(
                "SqliteBackup",
                "The backup copy %1 cannot be written (%2), so nothing was changed: check "
                "that its directory can be written and has space.")
                .arg(file, reason)};
}

SqlError copyToFile(sqlite3 *db, const QString &location, const QString &file)
{
    auto target = SqliteHandle::open(file, SqliteHandle::Access::ReadWrite);
    if (!target)
        return target.error();
    // The copy is one transaction of the target's, so its commit also brings the file to disk.
    if (SqlError error = executeSqlite(target->get(), QStringLiteral("PRAGMA synchronous=FULL"), file))
        return error;
    const int code = copyDatabase(db, target->get());
    if (code == SQLITE_OK)
        return {};
    return sqliteError(code, QString::fromUtf8(sqlite3_errstr(code)), code == SQLITE_BUSY ? location : file);
}

} // namespace

SqlError backUpSqlite(sqlite3 *db, const QString &location, const QString &file)
{
    QString temporaryName;
    {
        QTemporaryFile temporary(file + QStringLiteral(".XXXXXX")); // 0600
        temporary.setAutoRemove(false);
        if (!temporary.open())
            return backupError(file, temporary.errorString());
        temporaryName = temporary.fileName();
    }
    SqlError error = copyToFile(db, location, temporaryName);
    if (!error
        && std::rename(QFile::encodeName(temporaryName).constData(), QFile::encodeName(file).constData())
            != 0)
        error = backupError(file, qt_error_string(errno));
    if (error) {
        QFile::remove(temporaryName);
        return error;
    }
    if (!syncDirectory(QFileInfo(file).absolutePath()))
        return backupError(file, qt_error_string(errno));
    return {};
}

SqlError restoreSqlite(sqlite3 *db, const QString &location, const QString &file)
{
    auto source = SqliteHandle::open(file, SqliteHandle::Access::ReadOnly);
    if (!source)
        return source.error();
    if (SqlError error = hardenSqlite(source->get(), DatabaseProfile{}, SqlitePurpose::Read, file))
        return error;
    qint64 version = 0;
    if (SqlError error =
            readSqliteInteger(source->get(), QStringLiteral("PRAGMA schema_version"), file, &version))
        return error;
    const int code = copyDatabase(source->get(), db);
    return code == SQLITE_OK ? SqlError{} : sqliteError(db, code, location);
}

} // namespace Weir
