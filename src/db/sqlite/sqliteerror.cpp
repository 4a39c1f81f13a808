// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteerror.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace Weir {

namespace {

// Not QString::arg(): it numbers its arguments by the placeholders that are there, and here some are not.
QString filled(const QString &text, const QString &location, int code, const QString &detail)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView rest = QStringView(text).sliced(i);
        if (rest.startsWith(u"%1"))
            result += location;
        else if (rest.startsWith(u"%2"))
            result += QString::number(code);
        else if (rest.startsWith(u"%3"))
            result += detail;
        else {
            result += text[i];
            continue;
        }
        ++i;
    }
    return result;
}

ErrorClass classOf(int extendedCode)
{
    if (extendedCode == SQLITE_BUSY_SNAPSHOT)
        return ErrorClass::Locked;
    if (extendedCode == SQLITE_IOERR_SHMSIZE) // the log's index could not grow
        return ErrorClass::Full;
    switch (extendedCode & 0xff) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE:
        return ErrorClass::None;
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
    case SQLITE_IOERR_FSTAT:
        return QCoreApplication::translate(
            "SqliteError",
            "Reading the database %1 failed (SQLite code %2): check the disk or the "
            "connection to it.");
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
        return QCoreApplication::translate(
            "SqliteError",
            "The disk did not confirm what was written to %1 (SQLite code %2): the "
            "transaction was rolled back; check the disk, then run again.");
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

QString sentenceOf(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::None:
        return {};
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
    case ErrorClass::CannotOpen:
        return QCoreApplication::translate(
            "SqliteError",
            "The database %1 cannot be opened (SQLite code %2): check that its "
            "directory exists and that you may read and write there.");
    case ErrorClass::NotADatabase:
        return QCoreApplication::translate(
            "SqliteError",
            "The file %1 is not an SQLite database: choose another file, or move this "
            "one away and run again to make a new one.");
    case ErrorClass::Schema:
        return QCoreApplication::translate(
            "SqliteError", "The tables of the database %1 changed while in use (%3): run again.");
    case ErrorClass::NoTable:
    case ErrorClass::Io:
    case ErrorClass::Corrupt:
    case ErrorClass::ReadOnly:
    case ErrorClass::InUse:
    case ErrorClass::Other:
        break;
    }
    return QCoreApplication::translate("SqliteError",
                                       "The database %1 reports an error: %3 (SQLite code %2).");
}

} // namespace

SqlError sqliteError(int extendedCode, const QString &detail, const QString &location)
{
    const ErrorClass errorClass = classOf(extendedCode);
    QString sentence;
    if (errorClass == ErrorClass::ReadOnly)
        sentence = readOnlySentence(extendedCode);
    else if (errorClass == ErrorClass::Io)
        sentence = ioSentence(extendedCode);
    else if (errorClass == ErrorClass::Corrupt)
        sentence = corruptSentence(detail);
    else
        sentence = sentenceOf(errorClass);
    return {errorClass, extendedCode, filled(sentence, location, extendedCode, detail)};
}

SqlError sqliteError(sqlite3 *db, const QString &location)
{
    return sqliteError(sqlite3_extended_errcode(db), QString::fromUtf8(sqlite3_errmsg(db)), location);
}

SqlError sqliteError(sqlite3 *db, int code, const QString &location)
{
    if (sqlite3_extended_errcode(db) == code)
        return sqliteError(db, location);
    return sqliteError(code, QString::fromUtf8(sqlite3_errstr(code)), location);
}

} // namespace Weir
