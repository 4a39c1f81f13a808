// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqliteerror.h"

#include <QRegularExpression>
#include <QTest>

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
    row(SQLITE_OK, ErrorClass::None, "");
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
    row(SQLITE_NOMEM, ErrorClass::Other, "the detail");
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
    QCOMPARE(error.sentence.contains(QStringLiteral("/data/users.db")), errorClass != ErrorClass::None);
}

void TestSqliteError::everyCodeHasASentence()
{
    for (int code = 1; code < 100; ++code) {
        const SqlError error = sqliteError(code, QStringLiteral("d"), QStringLiteral("/f"));
        QCOMPARE(bool(error), !error.sentence.isEmpty());
        QVERIFY(error || code >= SQLITE_ROW);
        QVERIFY(!error.sentence.contains(u'%'));
    }
}

void TestSqliteError::namesAreNotTakenForPlaceholders()
{
    const SqlError error = sqliteError(SQLITE_CORRUPT, QStringLiteral("%1%2"), QStringLiteral("/%3/%2.db"));
    QVERIFY(error.sentence.contains(QStringLiteral("/%3/%2.db")));
    QVERIFY(error.sentence.contains(QStringLiteral("(%1%2)")));
}

QTEST_GUILESS_MAIN(TestSqliteError)
#include "tst_sqliteerror.moc"
