// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqliteerror.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <sqlite3.h>

using namespace Weir;

class TestSqliteError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void classes_data();
    void classes();
    void everyCodeHasASentence();
    void theSystemsReasonCounts_data();
    void theSystemsReasonCounts();
    void namesAreNotTakenForPlaceholders();
};

void TestSqliteError::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteError::classes_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorClass>("errorClass");
    QTest::addColumn<QString>("named");
    const auto row = [](int code, ErrorClass errorClass, const char *named) {
        QTest::addRow("%d", code) << code << errorClass << QString::fromLatin1(named);
    };
    // Who asks has seen something fail: no code is taken for success.
    row(SQLITE_OK, ErrorClass::Other, "no reason");
    row(SQLITE_ROW, ErrorClass::Other, "no reason");
    row(SQLITE_DONE, ErrorClass::Other, "no reason");
    row(SQLITE_CONSTRAINT_COMMITHOOK, ErrorClass::Other, "by itself");
    row(SQLITE_ABORT_ROLLBACK, ErrorClass::Other, "by itself");
    row(SQLITE_IOERR_CORRUPTFS, ErrorClass::Io, "Reading");
    row(SQLITE_IOERR_NOMEM, ErrorClass::Memory, "memory");
    row(SQLITE_BUSY, ErrorClass::Busy, "another program");
    row(SQLITE_BUSY_RECOVERY, ErrorClass::Busy, "another program");
    row(SQLITE_BUSY_TIMEOUT, ErrorClass::Busy, "another program");
    row(SQLITE_BUSY_SNAPSHOT, ErrorClass::Locked, "run again");
    row(SQLITE_LOCKED, ErrorClass::Locked, "run again");
    row(SQLITE_LOCKED_SHAREDCACHE, ErrorClass::Locked, "run again");
    row(SQLITE_INTERRUPT, ErrorClass::Interrupted, "stopped");
    row(SQLITE_CONSTRAINT_UNIQUE, ErrorClass::Constraint, "the detail");
    row(SQLITE_CONSTRAINT_NOTNULL, ErrorClass::Constraint, "the detail");
    row(SQLITE_CONSTRAINT_CHECK, ErrorClass::Constraint, "the detail");
    row(SQLITE_CONSTRAINT_FOREIGNKEY, ErrorClass::Constraint, "the detail");
    row(SQLITE_CONSTRAINT_TRIGGER, ErrorClass::Constraint, "the detail");
    row(SQLITE_CONSTRAINT_PRIMARYKEY, ErrorClass::Constraint, "the detail");
    row(SQLITE_CONSTRAINT_ROWID, ErrorClass::Constraint, "the detail");
    row(SQLITE_CONSTRAINT_DATATYPE, ErrorClass::Constraint, "the detail");
    row(SQLITE_MISMATCH, ErrorClass::Constraint, "the detail");
    row(SQLITE_TOOBIG, ErrorClass::TooBig, "shorten");
    row(SQLITE_FULL, ErrorClass::Full, "free some space");
    row(SQLITE_IOERR_SHMSIZE, ErrorClass::Full, "free some space");
    row(SQLITE_IOERR_WRITE, ErrorClass::Io, "778");
    row(SQLITE_IOERR_FSYNC, ErrorClass::Io, "1034");
    row(SQLITE_IOERR_DELETE, ErrorClass::Io, "2570");
    row(SQLITE_IOERR_READ, ErrorClass::Io, "Reading");
    row(SQLITE_IOERR_LOCK, ErrorClass::Io, "locks");
    row(SQLITE_READONLY, ErrorClass::ReadOnly, "read-only");
    row(SQLITE_READONLY_DBMOVED, ErrorClass::ReadOnly, "moved");
    row(SQLITE_READONLY_DIRECTORY, ErrorClass::ReadOnly, "directory");
    row(SQLITE_PERM, ErrorClass::ReadOnly, "read-only");
    row(SQLITE_CANTOPEN, ErrorClass::CannotOpen, "cannot be opened");
    row(SQLITE_CANTOPEN_FULLPATH, ErrorClass::CannotOpen, "cannot be opened");
    row(SQLITE_NOTADB, ErrorClass::NotADatabase, "not an SQLite database");
    row(SQLITE_CORRUPT, ErrorClass::Corrupt, "damaged");
    row(SQLITE_CORRUPT_INDEX, ErrorClass::Corrupt, "damaged");
    row(SQLITE_SCHEMA, ErrorClass::Schema, "changed");
    row(SQLITE_NOMEM, ErrorClass::Memory, "memory");
    row(SQLITE_ERROR, ErrorClass::Other, "the detail");
    row(SQLITE_MISUSE, ErrorClass::Other, "the detail");
    row(12345, ErrorClass::Other, "12345");
}

void TestSqliteError::classes()
{
    QFETCH(int, code);
    QFETCH(ErrorClass, errorClass);
    QFETCH(QString, named);
    const SqlError error = sqliteError(code, QStringLiteral("the detail"), QStringLiteral("/data/users.db"));
    QCOMPARE(error.errorClass, errorClass);
    QCOMPARE(error.code, code);
    QVERIFY2(error.sentence.contains(named), qPrintable(error.sentence));
    QVERIFY(error.sentence.contains(QStringLiteral("/data/users.db")));
}

void TestSqliteError::everyCodeHasASentence()
{
    for (int code = 0; code < 10'000; ++code) {
        const SqlError error = sqliteError(code, QStringLiteral("d"), QStringLiteral("/f"));
        QVERIFY(!error.isNone() && !error.sentence.isEmpty());
        QVERIFY(!error.sentence.contains(u'%'));
    }
}

void TestSqliteError::theSystemsReasonCounts_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("system");
    QTest::addColumn<ErrorClass>("errorClass");
    QTest::addColumn<QString>("named");
    const auto row = [](int code, int system, ErrorClass errorClass, const char *named) {
        QTest::addRow("%d %d", code, system) << code << system << errorClass << QString::fromLatin1(named);
    };
    row(SQLITE_CANTOPEN, EMFILE, ErrorClass::CannotOpen, "too many files");
    row(SQLITE_CANTOPEN, ENFILE, ErrorClass::CannotOpen, "too many files");
    row(SQLITE_CANTOPEN, EACCES, ErrorClass::CannotOpen, "may read and write");
    row(SQLITE_CANTOPEN, ENOSPC, ErrorClass::Full, "free some space");
    row(SQLITE_CANTOPEN, ENOMEM, ErrorClass::Memory, "memory");
    row(SQLITE_IOERR_WRITE, EDQUOT, ErrorClass::Full, "free some space");
    row(SQLITE_IOERR_SHMSIZE, EIO, ErrorClass::Io, "Writing");
    row(SQLITE_IOERR_SHMSIZE, ENOSPC, ErrorClass::Full, "free some space");
    row(SQLITE_IOERR_READ, ENOSPC, ErrorClass::Io, "Reading");
    row(SQLITE_IOERR_READ, EDQUOT, ErrorClass::Io, "Reading");
    row(SQLITE_IOERR_READ, ENOMEM, ErrorClass::Memory, "memory");
    row(SQLITE_IOERR_READ, ESTALE, ErrorClass::Io, std::strerror(ESTALE));
}

void TestSqliteError::theSystemsReasonCounts()
{
    QFETCH(int, code);
    QFETCH(int, system);
    QFETCH(ErrorClass, errorClass);
    QFETCH(QString, named);
    const SqlError error = sqliteError(code, {}, QStringLiteral("/f"), system);
    QCOMPARE(error.errorClass, errorClass);
    QVERIFY2(error.sentence.contains(named), qPrintable(error.sentence));
}

void TestSqliteError::namesAreNotTakenForPlaceholders()
{
    const SqlError error = sqliteError(SQLITE_CORRUPT, QStringLiteral("%1%2"), QStringLiteral("/%3/%2.db"));
    QVERIFY(error.sentence.contains(QStringLiteral("/%3/%2.db")));
    QVERIFY(error.sentence.contains(QStringLiteral("(%1%2)")));
}

QTEST_GUILESS_MAIN(TestSqliteError)
#include "tst_sqliteerror.moc"
