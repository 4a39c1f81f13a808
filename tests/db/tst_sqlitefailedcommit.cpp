// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqlitefailedcommit.h"
#include "support/rawdatabase.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;
using WeirTest::RawDatabase;

/// What is made of a COMMIT that failed, while another program commits to the same file.
class TestSqliteFailedCommit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void othersCommitMeanwhile_data();
    void othersCommitMeanwhile();
};

void TestSqliteFailedCommit::othersCommitMeanwhile_data()
{
    QTest::addColumn<QByteArray>("journal");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("happened");
    QTest::addColumn<int>("others");
    QTest::addColumn<ErrorClass>("expected");
    const auto row = [](const char *name, const char *journal, int code, bool happened, int others,
                        ErrorClass expected) {
        QTest::newRow(name) << QByteArray(journal) << code << happened << others << expected;
    };
    row("full", "delete", SQLITE_FULL, false, 0, ErrorClass::Full);
    row("full, another commit", "delete", SQLITE_FULL, false, 1, ErrorClass::Full);
    row("full, two others", "delete", SQLITE_FULL, false, 2, ErrorClass::Full);
    row("write, another commit", "truncate", SQLITE_IOERR_WRITE, false, 1, ErrorClass::Io);
    row("sync", "delete", SQLITE_IOERR_FSYNC, false, 0, ErrorClass::Io);
    row("sync, another commit", "delete", SQLITE_IOERR_FSYNC, false, 1, ErrorClass::CommitUnknown);
    row("sync, two others", "persist", SQLITE_IOERR_FSYNC, false, 2, ErrorClass::CommitUnknown);
    row("sync, happened", "truncate", SQLITE_IOERR_FSYNC, true, 0, ErrorClass::CommitUnknown);
    row("directory, happened", "delete", SQLITE_IOERR_DIR_FSYNC, true, 0, ErrorClass::None);
    row("directory, happened, another commit", "delete", SQLITE_IOERR_DIR_FSYNC, true, 1, ErrorClass::None);
    row("log", "wal", SQLITE_IOERR_FSYNC, false, 0, ErrorClass::Io);
    row("log, another commit", "wal", SQLITE_IOERR_FSYNC, false, 1, ErrorClass::Io);
}

void TestSqliteFailedCommit::othersCommitMeanwhile()
{
    QFETCH(QByteArray, journal);
    QFETCH(int, code);
    QFETCH(bool, happened);
    QFETCH(int, others);
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("users.db"));
    const RawDatabase own(path);
    QVERIFY(own.exec("CREATE TABLE users(name)"));
    QCOMPARE(own.value(("PRAGMA journal_mode=" + journal).constData()), journal.toStdString());
    SqliteFailedCommit commit(own.handle(), path);
    QVERIFY(own.exec("BEGIN IMMEDIATE; INSERT INTO users VALUES('own')"));
    commit.remember();
    QVERIFY(own.exec(happened ? "COMMIT" : "ROLLBACK"));
    const RawDatabase other(path);
    for (int i = 0; i < others; ++i)
        QVERIFY(other.exec("INSERT INTO users VALUES('other')"));
    QTEST(errorOf(commit.settle(sqliteError(code, {}, path))).errorClass, "expected");
    QCOMPARE(own.value("SELECT count(*) FROM users"), std::to_string(others + (happened ? 1 : 0)));
}

QTEST_GUILESS_MAIN(TestSqliteFailedCommit)
#include "tst_sqlitefailedcommit.moc"
