// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqliteerror.h"

#include "db/sqlite/statements/sqlitefilepointer.h"

#include <QCoreApplication>

#include <cerrno>
#include <sqlite3.h>

namespace Weir {

namespace {

/// What is known of a failure.
struct Failure
{
    int code = 0; // extended
    QString detail;
    QString location;
    int systemError = 0;

    int primary() const { return code & 0xff; }
    /// As shown: the system's own words tell a stale handle from a broken disk.
    QString codeText() const
    {
        const QString number = QString::number(code);
        return systemError == 0 ? number : number + QStringLiteral(", ") + qt_error_string(systemError);
    }
};

// Not QString::arg(): it numbers its arguments by the placeholders that are there, and here some are not.
QString filled(const QString &text, const Failure &failure)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView rest = QStringView(text).sliced(i);
        if (rest.startsWith(u"%1"))
            result += failure.location;
        else if (rest.startsWith(u"%2"))
            result += failure.codeText();
        else if (rest.startsWith(u"%3"))
            result += failure.detail;
        else {
            result += text[i];
            continue;
        }
        ++i;
    }
    return result;
}

bool isRead(int code)
{
    return code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS;
}

/// The place on the disk is used up: what a call that writes or makes a file says of it.
bool isOutOfSpace(const Failure &failure)
{
    const bool writes =
        (failure.primary() == SQLITE_IOERR && !isRead(failure.code)) || failure.primary() == SQLITE_CANTOPEN;
    if (failure.code == SQLITE_IOERR_SHMSIZE && failure.systemError == 0) // the log's index could not grow
        return true;
    return writes && (failure.systemError == ENOSPC || failure.systemError == EDQUOT);
}

bool isOutOfMemory(const Failure &failure)
{
    return failure.primary() == SQLITE_NOMEM || failure.code == SQLITE_IOERR_NOMEM
        || ((failure.primary() == SQLITE_IOERR || failure.primary() == SQLITE_CANTOPEN)
            && failure.systemError == ENOMEM);
}

bool isOutOfFiles(const Failure &failure)
{
    return failure.primary() == SQLITE_CANTOPEN
        && (failure.systemError == EMFILE || failure.systemError == ENFILE);
}

ErrorClass classOf(const Failure &failure)
{
    if (failure.code == SQLITE_BUSY_SNAPSHOT)
        return ErrorClass::Locked;
    if (failure.code == SQLITE_CONSTRAINT_COMMITHOOK) // no row's fault
        return ErrorClass::Other;
    if (isOutOfMemory(failure))
        return ErrorClass::Memory;
    if (isOutOfSpace(failure))
        return ErrorClass::Full;
    switch (failure.primary()) {
    case SQLITE_BUSY:
        return ErrorClass::Busy;
    case SQLITE_LOCKED:
        return ErrorClass::Locked;
    case SQLITE_INTERRUPT:
        return ErrorClass::Interrupted;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
        return ErrorClass::Constraint;
    case SQLITE_TOOBIG:
        return ErrorClass::TooBig;
    case SQLITE_FULL:
    case SQLITE_NOLFS:
        return ErrorClass::Full;
    case SQLITE_IOERR:
        return ErrorClass::Io;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return ErrorClass::ReadOnly;
    case SQLITE_CANTOPEN:
        return ErrorClass::CannotOpen;
    case SQLITE_NOTADB:
        return ErrorClass::NotADatabase;
    case SQLITE_CORRUPT:
        return ErrorClass::Corrupt;
    case SQLITE_SCHEMA:
        return ErrorClass::Schema;
    default:
        return ErrorClass::Other;
    }
}

QString readOnlySentence(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_READONLY_DBMOVED:
        return QCoreApplication::translate(
            "SqliteError",
            "The database file %1 was moved, replaced or deleted while in use: put it "
            "back, or run again to start with the file that is there now.");
    case SQLITE_READONLY_DIRECTORY:
    case SQLITE_READONLY_CANTINIT:
        return QCoreApplication::translate(
            "SqliteError",
            "The directory of the database %1 cannot be written: SQLite needs to keep "
            "its log there; change the directory's permissions or choose another "
            "one.");
    default:
        return QCoreApplication::translate(
            "SqliteError",
            "The database file %1 is read-only: make it writable or choose another "
            "file.");
    }
}

QString ioSentence(int extendedCode)
{
    switch (extendedCode) {
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_FSTAT:
        return QCoreApplication::translate(
            "SqliteError",
            "Reading the database %1 failed (SQLite code %2): check the disk or the "
            "connection to it.");
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
        return QCoreApplication::translate(
            "SqliteError",
            "The disk did not confirm what was written to %1 (SQLite code %2): check the "
            "disk, then run again.");
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_CHECKRESERVEDLOCK:
    case SQLITE_IOERR_SHMLOCK:
        return QCoreApplication::translate(
            "SqliteError",
            "Locking the database %1 failed (SQLite code %2): its file system may not "
            "support locks; move the file to a local disk.");
    default:
        return QCoreApplication::translate(
            "SqliteError",
            "Writing to the database %1 failed (SQLite code %2): check the disk, then "
            "run again.");
    }
}

QString corruptSentence(const QString &detail)
{
    // SQLite reports a schema that it refuses to trust as a malformed one.
    if (detail.contains(QLatin1String("unsafe use of"))) {
        return QCoreApplication::translate(
            "SqliteError",
            "The tables of the database %1 call a function that a file may not call "
            "by itself (%3): remove it from the table's definition.");
    }
    return QCoreApplication::translate(
        "SqliteError",
        "The database %1 is damaged (%3): restore it from a backup, or save what "
        "is readable with \"sqlite3 FILE .recover\".");
}

QString cannotOpenSentence(const Failure &failure)
{
    if (isOutOfFiles(failure)) {
        return QCoreApplication::translate(
            "SqliteError",
            "The database %1 cannot be opened because too many files are open (SQLite code %2): close other "
            "programs or use fewer threads, then run again.");
    }
    return QCoreApplication::translate("SqliteError",
                                       "The database %1 cannot be opened (SQLite code %2): check that its "
                                       "directory exists and that you may read and write there.");
}

QString otherSentence(const Failure &failure)
{
    switch (failure.code) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return QCoreApplication::translate(
            "SqliteError",
            "The work on the database %1 failed, and SQLite gives no reason for it (code %2): run again.");
    case SQLITE_ABORT_ROLLBACK:
    case SQLITE_CONSTRAINT_COMMITHOOK:
        return QCoreApplication::translate("SqliteError",
                                           "The database %1 ended the transaction by itself (SQLite code "
                                           "%2): nothing of it was written; run "
                                           "again.");
    default:
        return QCoreApplication::translate("SqliteError",
                                           "The database %1 reports an error: %3 (SQLite code %2).");
    }
}

QString sentenceOf(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Busy:
        return QCoreApplication::translate(
            "SqliteError",
            "The database %1 is locked by another program: close that program or wait "
            "until it is done, then run again.");
    case ErrorClass::Locked:
        return QCoreApplication::translate("SqliteError",
                                           "The database %1 is in use by another transaction: run again.");
    case ErrorClass::Interrupted:
        return QCoreApplication::translate("SqliteError", "The work on the database %1 was stopped.");
    case ErrorClass::Constraint:
        return QCoreApplication::translate(
            "SqliteError", "The database %1 refuses the row (%3): change the row or the table.");
    case ErrorClass::TooBig:
        return QCoreApplication::translate(
            "SqliteError", "A value of the row is larger than the database %1 takes: shorten it.");
    case ErrorClass::Full:
        return QCoreApplication::translate(
            "SqliteError", "The disk that holds %1 is full: free some space, then run again.");
    case ErrorClass::Memory:
        return QCoreApplication::translate("SqliteError",
                                           "There is not enough memory for the work on the database %1 "
                                           "(SQLite code %2): close other programs, "
                                           "then run again.");
    case ErrorClass::NotADatabase:
        return QCoreApplication::translate(
            "SqliteError",
            "The file %1 is not an SQLite database: choose another file, or move this "
            "one away and run again to make a new one.");
    case ErrorClass::Schema:
        return QCoreApplication::translate(
            "SqliteError", "The tables of the database %1 changed while in use (%3): run again.");
    default:
        return {};
    }
}

SqlError errorOf(const Failure &failure)
{
    const ErrorClass errorClass = classOf(failure);
    QString sentence;
    if (errorClass == ErrorClass::ReadOnly)
        sentence = readOnlySentence(failure.code);
    else if (errorClass == ErrorClass::Io)
        sentence = ioSentence(failure.code);
    else if (errorClass == ErrorClass::Corrupt)
        sentence = corruptSentence(failure.detail);
    else if (errorClass == ErrorClass::CannotOpen)
        sentence = cannotOpenSentence(failure);
    else if (errorClass == ErrorClass::Other)
        sentence = otherSentence(failure);
    else
        sentence = sentenceOf(errorClass);
    return {errorClass, failure.code, filled(sentence, failure)};
}

/// The errno of the last call that failed on the file or on its log; 0: none did.
int lastFileError(sqlite3 *db)
{
    int error = 0;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_LAST_ERRNO, &error) == SQLITE_OK && error != 0)
        return error;
    sqlite3_file *const log = sqliteFilePointer(db, SQLITE_FCNTL_JOURNAL_POINTER);
    return log && log->pMethods->xFileControl(log, SQLITE_FCNTL_LAST_ERRNO, &error) == SQLITE_OK ? error : 0;
}

/// SQLite calls a file whose reading the disk refuses a damaged one: so it does for these, and no others
/// (unixRead() in its os_unix.c).
bool isTakenForDamage(int systemError)
{
    return systemError == EIO || systemError == ENXIO || systemError == ERANGE;
}

SqlError failureOn(sqlite3 *db, int code, const QString &detail, const QString &location)
{
    Failure failure{code, detail, location};
    if (code == SQLITE_IOERR_SHORT_READ) {
        // no call failed
    } else if (failure.primary() == SQLITE_IOERR || failure.primary() == SQLITE_CANTOPEN) {
        failure.systemError = sqlite3_system_errno(db);
    } else if (failure.primary() == SQLITE_CORRUPT) {
        if (const int error = lastFileError(db); isTakenForDamage(error)) {
            failure.code = SQLITE_IOERR_CORRUPTFS;
            failure.systemError = error;
        }
    }
    return errorOf(failure);
}

} // namespace

SqlError sqliteError(int extendedCode, const QString &detail, const QString &location, int systemError)
{
    return errorOf({extendedCode, detail, location, systemError});
}

SqlError sqliteError(sqlite3 *db, const QString &location)
{
    return failureOn(db, sqlite3_extended_errcode(db), QString::fromUtf8(sqlite3_errmsg(db)), location);
}

SqlError sqliteError(sqlite3 *db, int code, const QString &location)
{
    if (sqlite3_extended_errcode(db) == code)
        return sqliteError(db, location);
    return failureOn(db, code, QString::fromUtf8(sqlite3_errstr(code)), location);
}

SqlError sqliteTransactionEnded(const QString &location)
{
    return errorOf({SQLITE_ABORT_ROLLBACK, {}, location});
}

SqlError sqliteCommitUnknown(const SqlError &error, const QString &location)
{
    return {ErrorClass::CommitUnknown, error.code,
            error.sentence + u' '
                + QCoreApplication::translate("SqliteError",
                                              "It cannot be found out whether the last transaction is in the "
                                              "database %1: look at its tables before you run again.")
                      .arg(location)};
}

} // namespace Weir
