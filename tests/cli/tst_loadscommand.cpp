// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "cli/datafiles.h"

#include <QJsonArray>
#include <QTest>

/// weir-cli loads, undo and forget.
class TestLoadsCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void noLoads();
    void lists();
    void listsAsJson();
    void undoes();
    void undoLeavesChangedRows();
    void forgets();
    void oneDatabaseCannotBeRead();
    void unknownLoad_data();
    void unknownLoad();

private:
    static CliRun run(const DataFiles &files, const QStringList &words)
    {
        return CliRun(words + QStringList{QStringLiteral("-d"), files.path("data")});
    }
    static CliRun loads(const DataFiles &files) { return run(files, {QStringLiteral("loads")}); }
    static QJsonArray loadsJson(const DataFiles &files)
    {
        return run(files, {QStringLiteral("loads"), QStringLiteral("--json")})
            .json()[QStringLiteral("loads")]
            .toArray();
    }
    static bool load(const DataFiles &files, const char *name, const QByteArray &text)
    {
        const int status = run(files, {QStringLiteral("load"), files.write(name, text)}).status;
        return status == 0 || status == 2;
    }
    static constexpr char Users[] =
        "name,email\nAlice,alice@example.com\nBob,bob@example.com\n,nobody@example.com\n";
    static constexpr char Orders[] = "user_id,product_id,quantity\n1,1,1\n";
};

void TestLoadsCommand::noLoads()
{
    const DataFiles files;
    QCOMPARE(loads(files).out, QStringLiteral("No loads.\n"));
    QVERIFY(!files.exists("data/users.db"));
    QVERIFY(loadsJson(files).isEmpty());
}

void TestLoadsCommand::lists()
{
    const DataFiles files;
    QVERIFY(load(files, "users.csv", Users));
    QVERIFY(load(files, "orders.csv", Orders));
    const QJsonArray known = loadsJson(files);
    const CliRun list = loads(files);
    QCOMPARE(list.status, 0);
    const QStringList lines = list.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    const auto cells = [&lines](qsizetype line) {
        return lines[line].split(QRegularExpression(QStringLiteral(" {2,}")));
    };
    // The newest first.
    const auto expected = [&known, &files](int load, const QStringList &what, const char *file) {
        const QString id = known[load][QStringLiteral("load")].toString().left(8);
        return QStringList{id, QStringLiteral("finished")} + what + QStringList{files.path(file)};
    };
    const auto withoutTime = [&cells](qsizetype line) {
        QStringList row = cells(line);
        row.removeAt(1);
        return row;
    };
    const QStringList titles{QStringLiteral("load"),     QStringLiteral("started"),
                             QStringLiteral("state"),    QStringLiteral("entity"),
                             QStringLiteral("database"), QStringLiteral("written"),
                             QStringLiteral("rejected"), QStringLiteral("file")};
    QCOMPARE(cells(0), titles);
    QCOMPARE(withoutTime(2),
             expected(0,
                      {QStringLiteral("orders"), QStringLiteral("orders"), QStringLiteral("1"),
                       QStringLiteral("0")},
                      "orders.csv"));
    QCOMPARE(
        withoutTime(3),
        expected(1,
                 {QStringLiteral("users"), QStringLiteral("users"), QStringLiteral("2"), QStringLiteral("1")},
                 "users.csv"));
}

void TestLoadsCommand::listsAsJson()
{
    const DataFiles files;
    QVERIFY(load(files, "users.csv", Users));
    const QJsonArray list = loadsJson(files);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list[0][QStringLiteral("load")].toString().size(), 32);
    QCOMPARE(list[0][QStringLiteral("state")].toString(), QStringLiteral("finished"));
    QCOMPARE(list[0][QStringLiteral("file")].toString(), files.path("users.csv"));
    QCOMPARE(list[0][QStringLiteral("counts")][QStringLiteral("inserted")].toInt(), 2);
    QCOMPARE(list[0][QStringLiteral("counts")][QStringLiteral("rejected")].toInt(), 1);
}

void TestLoadsCommand::undoes()
{
    const DataFiles files;
    QVERIFY(load(files, "users.csv", Users));
    QVERIFY(load(files, "orders.csv", Orders));
    const QString id = loadsJson(files)[1][QStringLiteral("load")].toString();
    const CliRun undone = run(files, {QStringLiteral("undo"), id.left(8)});
    QVERIFY2(undone.status == 0, qPrintable(undone.out + undone.err));
    QVERIFY2(undone.out.contains(QStringLiteral(": 2\n")), qPrintable(undone.out));
    QCOMPARE(files.query("users", QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("0\n"));
    QCOMPARE(files.query("orders", QStringLiteral("SELECT count(*) FROM orders")), QStringLiteral("1\n"));
    QCOMPARE(loadsJson(files)[1][QStringLiteral("state")].toString(), QStringLiteral("undone"));
}

void TestLoadsCommand::undoLeavesChangedRows()
{
    const DataFiles files;
    QVERIFY(load(files, "users.csv", Users));
    QCOMPARE(run(files,
                 {QStringLiteral("query"), QStringLiteral("users"), QStringLiteral("--write"),
                  QStringLiteral("UPDATE users SET name = 'Alicia' WHERE id = 1")})
                 .status,
             0);
    const CliRun undone =
        run(files, {QStringLiteral("undo"), QStringLiteral("last"), QStringLiteral("--json")});
    QCOMPARE(undone.status, 2);
    QCOMPARE(undone.json()[QStringLiteral("removed")].toInt(), 1);
    QCOMPARE(undone.json()[QStringLiteral("changed")].toInt(), 1);
    QCOMPARE(files.query("users", QStringLiteral("SELECT name FROM users")), QStringLiteral("Alicia\n"));
}

void TestLoadsCommand::forgets()
{
    const DataFiles files;
    QVERIFY(load(files, "users.csv", Users));
    const CliRun forgotten = run(files, {QStringLiteral("forget"), QStringLiteral("last")});
    QVERIFY2(forgotten.status == 0, qPrintable(forgotten.err));
    QVERIFY2(forgotten.out.contains(QStringLiteral("users.csv")), qPrintable(forgotten.out));
    QCOMPARE(loads(files).out, QStringLiteral("No loads.\n"));
    QCOMPARE(files.query("users", QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("2\n"));
}

void TestLoadsCommand::oneDatabaseCannotBeRead()
{
    const DataFiles files;
    QVERIFY(load(files, "users.csv", Users));
    QVERIFY(load(files, "orders.csv", Orders));
    const QStringList names{loadsJson(files)[0].toObject()[QStringLiteral("load")].toString(),
                            loadsJson(files)[1].toObject()[QStringLiteral("load")].toString()};
    files.write("data/products.db", QByteArray(4096, 'x'));
    const CliRun list = loads(files);
    QCOMPARE(list.status, 2);
    QCOMPARE(list.out.split(u'\n', Qt::SkipEmptyParts).size(), 4); // with its head
    QVERIFY2(list.err.contains(QStringLiteral("products.db")), qPrintable(list.err));
    QCOMPARE(run(files, {QStringLiteral("forget"), names[0]}).status, 0);
    const CliRun last = run(files, {QStringLiteral("undo"), QStringLiteral("last")});
    QCOMPARE(last.status, 3);
    QVERIFY2(last.err.contains(QStringLiteral("products.db")), qPrintable(last.err));
    QCOMPARE(run(files, {QStringLiteral("undo"), names[1]}).status, 0);
}

void TestLoadsCommand::unknownLoad_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("name");
    for (const char *command : {"undo", "forget"}) {
        QTest::addRow("%s, none", command) << QString::fromLatin1(command) << QStringLiteral("zzz");
        QTest::addRow("%s, empty", command) << QString::fromLatin1(command) << QString();
    }
}

void TestLoadsCommand::unknownLoad()
{
    QFETCH(QString, command);
    QFETCH(QString, name);
    const DataFiles files;
    QVERIFY(load(files, "users.csv", Users));
    const CliRun unknown = run(files, {command, name});
    QCOMPARE(unknown.status, 3);
    QVERIFY2(unknown.err.contains(QStringLiteral("weir-cli loads")), qPrintable(unknown.err));
}

QTEST_GUILESS_MAIN(TestLoadsCommand)
#include "tst_loadscommand.moc"
