// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "db/sqlite/read/sqlitequery.h"
#include "support/dbfixture.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <thread>

using namespace Weir;
using namespace Weir::Test;

class TestSqliteQuery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void reads_data();
    void reads();
    void valuesAndColumns();
    void refusesWriting_data();
    void refusesWriting();
    void refusesWhatIsNotOneStatement_data();
    void refusesWhatIsNotOneStatement();
    void writesWhenAllowed();
    void errorsNameTheMistake();
    void tooLargeAResult();
    void missingFileIsNotMade();
    void countsRows();
    void countsUntilStopped();
};

void TestSqliteQuery::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteQuery::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteQuery::reads_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("result");
    QTest::newRow("count") << QStringLiteral("SELECT COUNT(*) FROM users") << QStringLiteral("2");
    QTest::newRow("semicolon") << QStringLiteral("SELECT 1;") << QStringLiteral("1");
    QTest::newRow("comments") << QStringLiteral("-- a\n/* b */ SELECT 1 ; ; -- c\n /* d */ ")
                              << QStringLiteral("1");
    QTest::newRow("view") << QStringLiteral("SELECT * FROM v") << QStringLiteral("2");
    QTest::newRow("recursive") << QStringLiteral(
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE "
        "i<9) SELECT sum(i) FROM n")
                               << QStringLiteral("45");
    QTest::newRow("pragma") << QStringLiteral("PRAGMA user_version") << QStringLiteral("1");
    QTest::newRow("integrity") << QStringLiteral("PRAGMA integrity_check") << QStringLiteral("ok");
    QTest::newRow("schema") << QStringLiteral("SELECT name FROM sqlite_schema WHERE type='table'")
                            << QStringLiteral("users");
    QTest::newRow("pragma function") << QStringLiteral("SELECT count(*) FROM pragma_table_info('users')")
                                     << QStringLiteral("3");
    QTest::newRow("explain") << QStringLiteral("EXPLAIN QUERY PLAN SELECT 1") << QStringLiteral("2");
}

void TestSqliteQuery::reads()
{
    QFETCH(QString, sql);
    QFETCH(QString, result);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    runSql(fixture.path(), QStringLiteral("CREATE VIEW v AS SELECT count(*) FROM users"));
    const auto answer = fixture.backend->query(sql, false);
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().sentence));
    QVERIFY(!answer->rows.isEmpty());
    if (!sql.startsWith(QStringLiteral("EXPLAIN")))
        QCOMPARE(answer->rows.constFirst().constFirst(), result);
    QCOMPARE(answer->changes, 0);
}

void TestSqliteQuery::valuesAndColumns()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto answer = fixture.backend->query(
        QStringLiteral(
            "SELECT NULL AS n, '' AS e, 0.1 AS r, 1000.0 AS k, x'41' AS b, 'a' || char(0) || 'b' AS z, "
            "-9223372036854775808 AS i, 9e999 AS \"in f\" UNION ALL SELECT 1,2,3,4,5,6,7,8"),
        false);
    QVERIFY(answer);
    QCOMPARE(
        answer->columns,
        (QStringList{QStringLiteral("n"), QStringLiteral("e"), QStringLiteral("r"), QStringLiteral("k"),
                     QStringLiteral("b"), QStringLiteral("z"), QStringLiteral("i"), QStringLiteral("in f")}));
    const QStringList row = answer->rows.constFirst();
    QVERIFY(row.at(0).isNull());
    QVERIFY(row.at(1).isEmpty() && !row.at(1).isNull());
    QCOMPARE(
        row.mid(2),
        (QStringList{QStringLiteral("0.1"), QStringLiteral("1000.0"), QStringLiteral("A"),
                     QStringLiteral("a\0b"), QStringLiteral("-9223372036854775808"), QStringLiteral("Inf")}));
    QCOMPARE(answer->rows.size(), 2);
}

void TestSqliteQuery::refusesWriting_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql : {"DELETE FROM users",
                            "INSERT INTO users DEFAULT VALUES",
                            "UPDATE users SET name=1",
                            "DROP TABLE users",
                            "CREATE TABLE t(a)",
                            "CREATE TEMP TABLE t(a)",
                            "VACUUM",
                            "VACUUM INTO 'copy.db'",
                            "BEGIN",
                            "COMMIT",
                            "SAVEPOINT s",
                            "ATTACH 'x.db' AS x",
                            "PRAGMA user_version=5",
                            "PRAGMA query_only=OFF",
                            "PRAGMA writable_schema=ON",
                            "PRAGMA journal_mode=DELETE",
                            "PRAGMA trusted_schema=ON",
                            "PRAGMA wal_checkpoint",
                            "PRAGMA temp_store_directory='/tmp'",
                            "REINDEX",
                            "ANALYZE",
                            "WITH a AS (SELECT 1) DELETE FROM users",
                            "INSERT INTO users DEFAULT VALUES RETURNING id",
                            "ALTER TABLE users RENAME TO u"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void TestSqliteQuery::refusesWriting()
{
    QFETCH(QString, sql);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    runSql(fixture.path(), QStringLiteral("CREATE INDEX byName ON users(name)"));
    const auto answer = fixture.backend->query(sql, false);
    QVERIFY(!answer);
    QVERIFY2(answer.error().sentence.contains(QStringLiteral("does more than read")),
             qPrintable(answer.error().sentence));
    QCOMPARE(fixture.count(usersEntity()), 1);
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA user_version")), QStringLiteral("1"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(fixture.backend->generation(), 0);
}

void TestSqliteQuery::refusesWhatIsNotOneStatement_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named");
    QTest::newRow("two") << QStringLiteral("SELECT 1; SELECT 2") << QStringLiteral("More than one");
    QTest::newRow("second is bad") << QStringLiteral("SELECT 1; nonsense") << QStringLiteral("nonsense");
    QTest::newRow("empty") << QString() << QStringLiteral("no SQL statement");
    QTest::newRow("comment") << QStringLiteral(" -- nothing ") << QStringLiteral("no SQL statement");
    QTest::newRow("semicolons") << QStringLiteral(" ;; ; ") << QStringLiteral("no SQL statement");
    QTest::newRow("NUL") << QStringLiteral("SELECT 1\0; DROP TABLE users") << QStringLiteral("NUL");
    QTest::newRow("syntax") << QStringLiteral("SELEKT 1") << QStringLiteral("SELEKT");
}

void TestSqliteQuery::refusesWhatIsNotOneStatement()
{
    QFETCH(QString, sql);
    QFETCH(QString, named);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    for (const bool writable : {false, true}) {
        const auto answer = fixture.backend->query(sql, writable);
        QVERIFY(!answer);
        QVERIFY2(answer.error().sentence.contains(named), qPrintable(answer.error().sentence));
    }
}

void TestSqliteQuery::writesWhenAllowed()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2), plainRow(3)}));
    QCOMPARE(fixture.backend->query(QStringLiteral("DELETE FROM users WHERE id>1"), true)->changes, 2);
    QCOMPARE(fixture.backend->query(QStringLiteral("SELECT 1"), true)->changes, 0);
    const auto returned =
        fixture.backend->query(QStringLiteral("INSERT INTO users(name) VALUES('x') RETURNING name"), true);
    QVERIFY(returned);
    QCOMPARE(returned->rows, (QList<QStringList>{{QStringLiteral("x")}}));
    QCOMPARE(returned->changes, 1);
    QCOMPARE(fixture.count(usersEntity()), 2);
    QVERIFY(!fixture.backend->query(QStringLiteral("ATTACH 'x.db' AS x"), true)); // not even then
}

void TestSqliteQuery::errorsNameTheMistake()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto column = fixture.backend->query(QStringLiteral("SELECT \"nmae\" FROM users"), false);
    QVERIFY(!column && column.error().sentence.contains(QStringLiteral("nmae"))); // not taken for a text
    const auto table = fixture.backend->query(QStringLiteral("SELECT * FROM usres"), false);
    QVERIFY(!table && table.error().sentence.contains(QStringLiteral("usres")));
}

void TestSqliteQuery::tooLargeAResult()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto answer = fixture.backend->query(
        QStringLiteral("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n) SELECT i FROM n"),
        false);
    QVERIFY(!answer);
    QCOMPARE(answer.error().errorClass, ErrorClass::TooBig);
    QVERIFY(answer.error().sentence.contains(QStringLiteral("LIMIT")));
    const auto wide = fixture.backend->query(
        QStringLiteral("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<300) "
                       "SELECT printf('%.*c', 1000000, 'x') FROM n"),
        false);
    QVERIFY(!wide);
    QCOMPARE(wide.error().errorClass, ErrorClass::TooBig);
}

void TestSqliteQuery::missingFileIsNotMade()
{
    DbFixture fixture;
    for (const bool writable : {false, true}) {
        const auto answer = fixture.backend->query(QStringLiteral("SELECT 1"), writable);
        QVERIFY(!answer);
        QCOMPARE(answer.error().errorClass, ErrorClass::CannotOpen);
        QVERIFY(answer.error().sentence.contains(fixture.path()));
    }
    QVERIFY(!QFile::exists(fixture.path()));
}

void TestSqliteQuery::countsRows()
{
    DbFixture fixture;
    QCOMPARE(fixture.backend->countRows(QStringLiteral("users"), {}).value_or(-1), qint64(0));
    QVERIFY(!QFile::exists(fixture.path()));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    runSql(fixture.path(), QStringLiteral("CREATE TABLE \"a\"\"b; DROP TABLE users\" AS SELECT 1"));
    QCOMPARE(fixture.backend->countRows(QStringLiteral("users"), {}).value_or(-1), qint64(2));
    QCOMPARE(fixture.backend->countRows(QStringLiteral("a\"b; DROP TABLE users"), {}).value_or(-1),
             qint64(1));
    const auto none = fixture.backend->countRows(QStringLiteral("nowhere"), {});
    QVERIFY(!none && none.error().sentence.contains(QStringLiteral("nowhere")));
}

void TestSqliteQuery::countsUntilStopped()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(
        fixture.path(),
        QStringLiteral("CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) "
                       "SELECT i FROM n"));
    std::stop_source stop;
    const std::jthread stopper([&stop] {
        stoppableSleep(std::chrono::milliseconds(20)); // time to begin
        stop.request_stop();
    });
    const auto count = fixture.backend->countRows(QStringLiteral("endless"), stop.get_token());
    QVERIFY(!count);
    QCOMPARE(count.error().errorClass, ErrorClass::Interrupted);
}

QTEST_GUILESS_MAIN(TestSqliteQuery)
#include "tst_sqlitequery.moc"
