// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

class TestQueryCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void dbshellChecks_data();
    void dbshellChecks();
    void table();
    void json();
    void csv();
    void byFileName();
    void unknownDatabase();
    void readsOnly_data();
    void readsOnly();
    void writes();
    void errors_data();
    void errors();
    void missingFile();

private:
    CliRun query(const QString &database, const QString &sql, const QStringList &options = {}) const
    {
        return CliRun(
            QStringList{QStringLiteral("query"), QStringLiteral("-d"), m_directory.path(), database, sql}
            + options);
    }
    CliRun query(const char *database, const char *sql, const QStringList &options = {}) const
    {
        return query(QString::fromLatin1(database), QString::fromUtf8(sql), options);
    }

    QTemporaryDir m_directory;
};

void TestQueryCommand::initTestCase()
{
    // One thread: the keys follow the rows.
    const CliRun run({QStringLiteral("run"), QStringLiteral("-q"), QStringLiteral("-d"), m_directory.path(),
                      QStringLiteral("--threads"), QStringLiteral("1")});
    QCOMPARE(run.status, 2);
}

void TestQueryCommand::dbshellChecks_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("columns");
    QTest::addColumn<int>("rows");
    QTest::newRow("users") << QStringLiteral("users") << QStringLiteral("id,name,email") << 9;
    QTest::newRow("products") << QStringLiteral("products") << QStringLiteral("id,name,price") << 9;
    QTest::newRow("orders") << QStringLiteral("orders") << QStringLiteral("id,user_id,product_id,quantity")
                            << 7;
}

void TestQueryCommand::dbshellChecks()
{
    QFETCH(QString, table);
    QFETCH(QString, columns);
    QFETCH(int, rows);
    const CliRun run = query(table, QStringLiteral("SELECT * FROM %1;").arg(table));
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out.count(u'\n'), rows + 3);
    QCOMPARE(run.out.section(u'\n', 0, 0).simplified().replace(u' ', u','), columns);
    QVERIFY(run.out.endsWith(QStringLiteral("\n(%1 rows)\n").arg(rows)));
}

void TestQueryCommand::table()
{
    const CliRun run =
        query("products", "SELECT id, name, price FROM products WHERE id IN (1, 6, 9) ORDER BY price DESC");
    QCOMPARE(run.out,
             QStringLiteral("id  name           price\n"
                            "--  ------------  ------\n"
                            " 1  Laptop        1000.0\n"
                            " 9  Gaming Chair   500.0\n"
                            " 6  Mouse           30.0\n"
                            "(3 rows)\n"));
    const CliRun hostile = query("users", "SELECT char(27) || '[31m' || char(10) AS x, NULL AS none");
    QCOMPARE(hostile.out,
             QStringLiteral("x           none\n----------  ----\n\\x1B[31m\\n  NULL\n(1 row)\n"));
    QCOMPARE(query("users", "SELECT * FROM users WHERE 0").out,
             QStringLiteral("id  name  email\n--  ----  -----\n(0 rows)\n"));
}

void TestQueryCommand::json()
{
    const CliRun run =
        query("users", "SELECT id, name, NULL, '' FROM users LIMIT 1", {QStringLiteral("--json")});
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("columns")].toArray().size(), 4);
    const QJsonArray rows = json[QStringLiteral("rows")].toArray();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().toArray(),
             (QJsonArray{QStringLiteral("1"), QStringLiteral("Alice"), QJsonValue(), QString()}));
    QCOMPARE(json[QStringLiteral("changes")].toInt(-1), 0);
}

void TestQueryCommand::csv()
{
    const CliRun run =
        query("users", "SELECT 'a,\"b\"' AS x, NULL AS n, '' AS e, 1.5 AS f", {QStringLiteral("--csv")});
    QCOMPARE(run.out, QStringLiteral("x,n,e,f\n\"a,\"\"b\"\"\",,\"\",1.5\n"));
}

void TestQueryCommand::byFileName()
{
    QCOMPARE(query("users.db", "SELECT 1").status, 0);
}

void TestQueryCommand::unknownDatabase()
{
    const CliRun run = query("customers", "SELECT 1");
    QCOMPARE(run.status, 1);
    QVERIFY2(run.err.contains(QStringLiteral("\"customers\"; it has users, products, orders")),
             qPrintable(run.err));
}

void TestQueryCommand::readsOnly_data()
{
    QTest::addColumn<QString>("sql");
    for (const char *sql : {"DELETE FROM users", "INSERT INTO users (name) VALUES ('x')", "DROP TABLE users",
                            "PRAGMA journal_mode = DELETE", "ATTACH '/tmp/x.db' AS x", "VACUUM", "BEGIN"})
        QTest::newRow(sql) << QString::fromLatin1(sql);
}

void TestQueryCommand::readsOnly()
{
    QFETCH(QString, sql);
    const CliRun run = query(QStringLiteral("users"), sql);
    QCOMPARE(run.status, 3);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.err.startsWith(QStringLiteral("weir-cli: ")));
    QCOMPARE(query("users", "SELECT count(*) FROM users", {QStringLiteral("--csv")}).out,
             QStringLiteral("count(*)\n9\n"));
}

void TestQueryCommand::writes()
{
    const QStringList write{QStringLiteral("--write")};
    QCOMPARE(query("orders", "DELETE FROM orders WHERE quantity > 3", write).out,
             QStringLiteral("(2 rows changed)\n"));
    QCOMPARE(query("orders", "UPDATE orders SET quantity = 1 WHERE user_id = 1", write).out,
             QStringLiteral("(1 row changed)\n"));
    QCOMPARE(query("orders", "SELECT count(*) FROM orders", {QStringLiteral("--csv")}).out,
             QStringLiteral("count(*)\n5\n"));
}

void TestQueryCommand::errors_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("syntax") << QStringLiteral(
        "SELEC 1") << QStringLiteral("The statement is wrong (near \"SELEC\": syntax error): correct it.");
    QTest::newRow("no such table") << QStringLiteral("SELECT * FROM nowhere")
                                   << QStringLiteral(
                                          "The statement is wrong (no such table: nowhere): correct it.");
    QTest::newRow("nothing") << QStringLiteral(
        " ") << QStringLiteral("There is no SQL statement in the text: give one, such as SELECT 1.");
    QTest::newRow("two statements") << QStringLiteral(
        "SELECT 1; SELECT 2") << QStringLiteral("More than one statement was given: run them one by one.");
}

void TestQueryCommand::errors()
{
    QFETCH(QString, sql);
    QFETCH(QString, sentence);
    const CliRun run = query(QStringLiteral("users"), sql);
    QCOMPARE(run.status, 3);
    QCOMPARE(run.out, QString());
    QCOMPARE(run.err, QStringLiteral("weir-cli: %1\n").arg(sentence));
}

void TestQueryCommand::missingFile()
{
    const QTemporaryDir empty;
    const CliRun run({QStringLiteral("query"), QStringLiteral("-d"), empty.path(), QStringLiteral("users"),
                      QStringLiteral("SELECT 1")});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("users.db")), qPrintable(run.err));
    QVERIFY(!QFile::exists(empty.filePath(QStringLiteral("users.db"))));
}

QTEST_GUILESS_MAIN(TestQueryCommand)
#include "tst_querycommand.moc"
