// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "core/project/projectfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

class TestRunCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void goldenReport_data();
    void goldenReport();
    void fewerTasks();
    void addsToWhatIsThere();
    void allRowsInserted();
    void quiet();
    void color_data();
    void color();
    void json();
    void jsonWithoutRows();
    void jsonTraces();
    void oneDatabaseUnusable();
    void noDatabaseUsable();
    void badDataDirectory();
    void nothingToDo();

private:
    static QString golden()
    {
        QFile file(QStringLiteral(WEIR_SOURCE_DIR "/tests/data/expected_output.txt"));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static QString withoutTime(QString report)
    {
        return report.replace(QRegularExpression(QStringLiteral("time: \\d+\\.\\d{4} ")),
                              QStringLiteral("time: T "));
    }
    static CliRun run(const QTemporaryDir &directory, const char *options = "", const QByteArray &input = {},
                      bool colorful = false)
    {
        return CliRun(QStringList{QStringLiteral("run"), QStringLiteral("--data-dir"), directory.path()}
                          + QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts),
                      input, colorful);
    }
    static bool spoil(const QTemporaryDir &directory, const char *name)
    {
        QFile file(directory.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000;
    }
    static QJsonObject counts(const QJsonObject &json) { return json[QStringLiteral("counts")].toObject(); }
    static bool addsUp(const QJsonObject &counts)
    {
        const auto of = [&](const char *name) {
            return counts[QLatin1String(name)].toInt(-1);
        };
        return of("given") == of("read")
            && of("read") == of("inserted") + of("rejected") + of("failed") + of("cancelled");
    }
};

void TestRunCommand::goldenReport_data()
{
    QTest::addColumn<QByteArray>("options");
    for (const char *options : {"", "--strategy contend", "--strategy queue", "--strategy group",
                                "--threads 1", "--threads 7", "--tasks 1000", "--color never"})
        QTest::newRow(options) << QByteArray(options);
}

void TestRunCommand::goldenReport()
{
    QFETCH(QByteArray, options);
    const QTemporaryDir directory;
    const CliRun result = run(directory, options.constData());
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.isEmpty(), qPrintable(result.err));
    QVERIFY(QRegularExpression(QStringLiteral("\nTotal execution time: \\d+\\.\\d{4} seconds\n"))
                .match(result.out)
                .hasMatch());
    QCOMPARE(withoutTime(result.out), withoutTime(golden()));
}

void TestRunCommand::fewerTasks()
{
    const QTemporaryDir directory;
    const CliRun result = run(directory, "--tasks 4");
    QCOMPARE(result.status, 2);
    QVERIFY2(result.out.contains(QStringLiteral("\nTotal threads executed: 4 (2, 1, 1 per model)\n")),
             qPrintable(result.out));
    const auto rows = [](const QString &text) {
        return text.left(text.indexOf(QStringLiteral("SUMMARY")));
    };
    QCOMPARE(rows(result.out), rows(golden()));
}

void TestRunCommand::addsToWhatIsThere()
{
    const QTemporaryDir directory;
    QCOMPARE(run(directory).status, 2);
    QCOMPARE(run(directory).status, 2);
    const CliRun query({QStringLiteral("query"), QStringLiteral("users"),
                        QStringLiteral("SELECT count(*) FROM users"), QStringLiteral("--csv"),
                        QStringLiteral("-d"), directory.path()});
    QCOMPARE(query.out, QStringLiteral("count(*)\n18\n"));
}

void TestRunCommand::allRowsInserted()
{
    const QTemporaryDir directory;
    Project project = ProjectFile::sample();
    for (QList<TestRow> &rows : project.testData)
        rows = rows.mid(0, 7);
    const CliRun result = run(directory, "-p-", ProjectFile::serialize(project));
    QCOMPARE(result.status, 0);
    QVERIFY(!result.out.contains(u'✗'));
}

void TestRunCommand::quiet()
{
    const QTemporaryDir directory;
    const CliRun result = run(directory, "-q");
    QCOMPARE(result.status, 2);
    QVERIFY(result.out.isEmpty());
    QVERIFY(result.err.isEmpty());
    QVERIFY(spoil(directory, "products.db"));
    QVERIFY(run(directory, "-q").err.contains(QStringLiteral("products.db")));
}

void TestRunCommand::color_data()
{
    QTest::addColumn<QByteArray>("option");
    QTest::addColumn<bool>("colorful");
    QTest::addColumn<bool>("expected");
    QTest::newRow("auto, file") << QByteArray() << false << false;
    QTest::newRow("auto, terminal") << QByteArray("--color auto") << true << true;
    QTest::newRow("always") << QByteArray("--color always") << false << true;
    QTest::newRow("never") << QByteArray("--color never") << true << false;
}

void TestRunCommand::color()
{
    QFETCH(QByteArray, option);
    QFETCH(bool, colorful);
    QFETCH(bool, expected);
    const QTemporaryDir directory;
    CliRun result = run(directory, option.constData(), {}, colorful);
    QCOMPARE(result.out.count(QStringLiteral("\x1b[32m✓\x1b[0m Row ")), expected ? 25 : 0);
    QCOMPARE(result.out.count(QStringLiteral("\x1b[31m✗\x1b[0m Row ")), expected ? 5 : 0);
    result.out.remove(QRegularExpression(QStringLiteral("\x1b\\[\\d+m")));
    QCOMPARE(withoutTime(result.out), withoutTime(golden()));
}

void TestRunCommand::json()
{
    const QTemporaryDir directory;
    const CliRun result = run(directory, "--json --strategy queue --tasks 12");
    QCOMPARE(result.status, 2);
    const QJsonObject json = result.json();
    QVERIFY(addsUp(counts(json)));
    QCOMPARE(counts(json)[QStringLiteral("inserted")].toInt(), 25);
    QVERIFY(json[QStringLiteral("accounted")].toBool());
    QCOMPARE(json[QStringLiteral("cancelled")].toBool(true), false);
    QCOMPARE(json[QStringLiteral("tasks")].toInt(), 12);
    QCOMPARE(json[QStringLiteral("settings")][QStringLiteral("strategy")].toString(),
             QStringLiteral("queue"));
    QVERIFY(json[QStringLiteral("elapsedNs")].toDouble() > 0);
    QVERIFY(json[QStringLiteral("latenciesNs")][QStringLiteral("maximum")].toDouble() > 0);
    QVERIFY(!json.contains(QStringLiteral("traces")));

    const QJsonArray entities = json[QStringLiteral("entities")].toArray();
    QCOMPARE(entities.size(), 3);
    for (const QJsonValue &entity : entities) {
        QVERIFY(addsUp(counts(entity.toObject())));
        QVERIFY(entity[QStringLiteral("error")].isNull());
        QCOMPARE(entity[QStringLiteral("outcomes")].toArray().size(), 10);
    }
    const QJsonArray users = entities[0][QStringLiteral("outcomes")].toArray();
    QVERIFY(users[0][QStringLiteral("key")].toInt() > 0);
    QCOMPARE(users[0][QStringLiteral("verdict")].toString(), QStringLiteral("inserted"));
    QCOMPARE(users[0][QStringLiteral("display")].toString(),
             QStringLiteral("User 'Alice' (alice@example.com)"));
    QCOMPARE(users[9][QStringLiteral("verdict")].toString(), QStringLiteral("rejected"));
    QCOMPARE(users[9][QStringLiteral("reason")].toString(),
             QStringLiteral("Name is required and cannot be empty"));
    const QJsonObject violation = users[9][QStringLiteral("violations")][0].toObject();
    QCOMPARE(violation[QStringLiteral("field")].toString(), QStringLiteral("name"));
    QCOMPARE(violation[QStringLiteral("rule")].toString(), QStringLiteral("required"));
}

/// Every database is in the way of its own file.
void TestRunCommand::jsonWithoutRows()
{
    const QTemporaryDir directory;
    for (const char *name : {"users.db", "products.db", "orders.db"})
        QVERIFY(QDir(directory.path()).mkdir(QString::fromLatin1(name)));
    const QJsonObject json = run(directory, "--json").json();
    QCOMPARE(counts(json)[QStringLiteral("inserted")].toInt(-1), 0);
    QVERIFY(json.contains(QStringLiteral("rowsPerSecond")));
    QVERIFY(json[QStringLiteral("rowsPerSecond")].isNull());
}

void TestRunCommand::jsonTraces()
{
    const QTemporaryDir directory;
    const CliRun result = run(directory, "--json --traces");
    const QJsonArray traces = result.json()[QStringLiteral("traces")].toArray();
    QCOMPARE(traces.size(), 30);
    const auto phases = [](const QJsonValue &spans) {
        QStringList names;
        for (const QJsonValue &span : spans.toArray()) {
            names += span[QStringLiteral("phase")].toString();
            if (span[QStringLiteral("endNs")].toDouble() < span[QStringLiteral("beginNs")].toDouble())
                names += QStringLiteral("backwards");
        }
        return names.join(u' ');
    };
    int committed = 0;
    for (int i = 0; i < traces.size(); ++i) {
        QCOMPARE(traces[i][QStringLiteral("task")].toInt(-1), i);
        const QString around = phases(traces[i][QStringLiteral("spans")]);
        const QJsonArray attempts = traces[i][QStringLiteral("attempts")].toArray();
        if (attempts.isEmpty()) {
            QCOMPARE(around, QStringLiteral("queued connecting starting validating reporting"));
            continue;
        }
        QCOMPARE(around, QStringLiteral("queued connecting starting validating grouping"));
        QCOMPARE(attempts.size(), 1);
        QVERIFY(attempts[0][QStringLiteral("committed")].toBool());
        QCOMPARE(phases(attempts[0][QStringLiteral("spans")]),
                 QStringLiteral("beginning writing committing reporting"));
        ++committed;
    }
    QCOMPARE(committed, 25);
    const QJsonArray settled = result.json()[QStringLiteral("settled")].toArray();
    QCOMPARE(settled.size(), 3);
    QCOMPARE(settled[0][QStringLiteral("database")].toString(), QStringLiteral("users"));
    QCOMPARE(phases(settled[0][QStringLiteral("spans")]), QStringLiteral("settling"));
}

void TestRunCommand::oneDatabaseUnusable()
{
    const QTemporaryDir directory;
    QVERIFY(spoil(directory, "products.db"));
    const CliRun text = run(directory);
    QCOMPARE(text.status, 2);
    QVERIFY(text.out.contains(QStringLiteral("\n✗ Row 1: Row 1: products.db could not be used\n")));
    QVERIFY(text.out.contains(
        QStringLiteral("\nUsers:    9 successful | 1 failed\nProducts: 0 successful | 10 failed\n")));
    QCOMPARE(text.err.count(u'\n'), 1);
    QVERIFY2(text.err.contains(QStringLiteral("products.db")), qPrintable(text.err));

    const CliRun json = run(directory, "--json");
    QCOMPARE(json.status, 2);
    const QJsonObject products = json.json()[QStringLiteral("entities")][1].toObject();
    QVERIFY(products[QStringLiteral("error")].toString().contains(QStringLiteral("products.db")));
    QVERIFY(addsUp(counts(products)));
    QCOMPARE(counts(products)[QStringLiteral("inserted")].toInt(), 0);
}

void TestRunCommand::noDatabaseUsable()
{
    const QTemporaryDir directory;
    for (const char *name : {"users.db", "products.db", "orders.db"})
        QVERIFY(spoil(directory, name));
    const CliRun result = run(directory);
    QCOMPARE(result.status, 3);
    QCOMPARE(result.err.count(u'\n'), 3);
    QVERIFY(result.out.contains(QStringLiteral("\nOrders:   0 successful | 10 failed\n")));
}

void TestRunCommand::badDataDirectory()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const CliRun result(
        {QStringLiteral("run"), QStringLiteral("-d"), file.fileName() + QStringLiteral("/data")});
    QCOMPARE(result.status, 3);
    QVERIFY(result.out.isEmpty());
    QVERIFY2(result.err.contains(file.fileName()), qPrintable(result.err));
}

void TestRunCommand::nothingToDo()
{
    const QTemporaryDir directory;
    Project project = ProjectFile::sample();
    project.testData.clear();
    const CliRun result = run(directory, "-p-", ProjectFile::serialize(project));
    QCOMPARE(result.status, 3);
    QVERIFY2(result.err.contains(QStringLiteral("no rows")), qPrintable(result.err));
}

QTEST_GUILESS_MAIN(TestRunCommand)
#include "tst_runcommand.moc"
