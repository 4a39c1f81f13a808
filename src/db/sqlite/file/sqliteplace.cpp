// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/sqliteplace.h"

#include "db/sqlite/statements/sqliteerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Weir {

namespace {

// Of the files that SQLite keeps beside a database.
constexpr std::array<const char *, 3> Endings{"-journal", "-wal", "-shm"};

bool isWritable(const QString &path)
{
    // As the effective user and with the file system's word: a read-only mount refuses root, too.
    return faccessat(AT_FDCWD, QFile::encodeName(path).constData(), W_OK, AT_EACCESS) == 0;
}

QString directoryOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

/// Of the file itself, links not followed; nothing: there is none.
std::optional<struct stat> statusOf(const QString &path)
{
    struct stat status = {};
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0)
        return std::nullopt;
    return status;
}

tl::unexpected<SqlError> cannotOpen(const QString &sentence, int code = SQLITE_CANTOPEN)
{
    return tl::unexpected(SqlError{ErrorClass::CannotOpen, code, sentence});
}

Expected<void, SqlError> checkKind(const QString &path, const struct stat &status)
{
    if (S_ISREG(status.st_mode))
        return {};
    if (S_ISDIR(status.st_mode)) {
        return cannotOpen(
            QCoreApplication::translate("SqliteFile",
                                        "%1 is a directory, not a database file: choose another file name.")
                .arg(path),
            SQLITE_CANTOPEN_ISDIR);
    }
    if (S_ISLNK(status.st_mode)) {
        return cannotOpen(QCoreApplication::translate(
                              "SqliteFile",
                              "%1 is a symbolic link to a file that does not exist: remove the link "
                              "or choose another file name.")
                              .arg(path),
                          SQLITE_CANTOPEN_SYMLINK);
    }
    return cannotOpen(QCoreApplication::translate("SqliteFile",
                                                  "%1 is a device, a pipe or a socket, not a database file: "
                                                  "choose another file name.")
                          .arg(path));
}

/// SQLite writes to these and deletes them, whatever they are.
Expected<void, SqlError> checkCompanions(const QString &path)
{
    for (const char *ending : Endings) {
        const QString companion = path + QLatin1String(ending);
        const std::optional<struct stat> status = statusOf(companion);
        if (!status || (S_ISREG(status->st_mode) && status->st_nlink == 1))
            continue;
        return cannotOpen(
            QCoreApplication::translate("SqliteFile",
                                        "SQLite would write to %1 beside the database, but that is a link, a "
                                        "second name of another file, or no file at all: move it away.")
                .arg(companion));
    }
    return {};
}

} // namespace

Expected<void, SqlError> checkSqlitePlace(const QString &path, bool create)
{
    const QString directory = directoryOf(path);
    if (!QFileInfo(directory).isDir()) {
        return cannotOpen(
            QCoreApplication::translate("SqliteFile",
                                        "The directory %1 of the database %2 does not exist: create it or "
                                        "choose another one.")
                .arg(directory, QFileInfo(path).fileName()));
    }
    const std::optional<struct stat> status = statusOf(path);
    if (!status && errno != ENOENT)
        return tl::unexpected(sqliteError(SQLITE_CANTOPEN, {}, path));
    if (!status && !create) {
        return cannotOpen(QCoreApplication::translate(
                              "SqliteFile", "The database file %1 does not exist yet: a run creates it.")
                              .arg(path));
    }
    if (status) {
        if (const auto done = checkKind(path, *status); !done)
            return done;
    }
    if (const auto done = checkCompanions(path); !done)
        return done;
    if (status)
        return checkSqliteWritable(path);
    if (!isWritable(directory))
        return tl::unexpected(sqliteError(SQLITE_READONLY_DIRECTORY, {}, path));
    return {};
}

Expected<void, SqlError> checkSqliteWritable(const QString &path)
{
    if (!isWritable(path))
        return tl::unexpected(sqliteError(SQLITE_READONLY, {}, path));
    if (!isWritable(directoryOf(path)))
        return tl::unexpected(sqliteError(SQLITE_READONLY_DIRECTORY, {}, path));
    return {};
}

QStringList sqliteFilesOf(const QString &path)
{
    QStringList files{path};
    for (const char *ending : Endings)
        files += path + QLatin1String(ending);
    files += sqliteLockFileOf(path);
    return files;
}

QString sqliteLockFileOf(const QString &path)
{
    return path + QStringLiteral(".weir-lock");
}

} // namespace Weir
