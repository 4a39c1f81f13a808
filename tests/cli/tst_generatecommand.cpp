// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "cli/datafiles.h"
#include "core/project/projectfile.h"

#include <QTest>

using namespace Weir;

class TestGenerateCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyEntity();
    void oneEntity();
    void standardOutput();
    void withoutKeys();
    void gzip();
    void sameSeed();
    void loadsAsPromised_data();
    void loadsAsPromised();
    void keepsWhatExists();
    void errors_data();
    void errors();
    void impossibleRules();
    void staysInItsDirectory_data();
    void staysInItsDirectory();

private:
    static CliRun generate(const DataFiles &files, const char *options, const QByteArray &input = {})
    {
        return CliRun(QStringList{QStringLiteral("generate"), QStringLiteral("-o"), files.path("")}
                          + QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts),
                      input);
    }
    static CliRun toOutput(const char *options)
    {
        return CliRun(QStringList{QStringLiteral("generate"), QStringLiteral("-o"), QStringLiteral("-")}
                      + QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts));
    }
};

void TestGenerateCommand::everyEntity()
{
    const DataFiles files;
    const CliRun run = generate(files, "--rows 20 --invalid 10");
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out.count(QStringLiteral(": rows 20, of them invalid ")), 3);
    for (const char *name : {"users.csv", "products.csv", "orders.csv"})
        QCOMPARE(files.read(name).count('\n'), 21);
    QVERIFY(files.read("orders.csv").startsWith("id,user_id,product_id,quantity\n1,"));
}

void TestGenerateCommand::oneEntity()
{
    const DataFiles files;
    const CliRun run = generate(files, "-e products -e orders -r 0 --quiet");
    QCOMPARE(run.status, 0);
    QVERIFY(run.out.isEmpty());
    QVERIFY(!files.exists("users.csv"));
    QCOMPARE(files.read("products.csv"), QByteArray("id,name,price\n"));
    QVERIFY(files.exists("orders.csv"));
}

void TestGenerateCommand::standardOutput()
{
    const CliRun run = toOutput("-e users -r 3");
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out.count(u'\n'), 4);
    QVERIFY(run.out.startsWith(QStringLiteral("id,name,email\n1,")));
}

void TestGenerateCommand::withoutKeys()
{
    QVERIFY(toOutput("-e users -r 3 --no-keys").out.startsWith(QStringLiteral("name,email\n")));
}

void TestGenerateCommand::gzip()
{
    const DataFiles files;
    QCOMPARE(generate(files, "-e users -r 30000 --gzip").status, 0);
    QVERIFY(files.read("users.csv.gz").startsWith("\x1f\x8b"));
    const CliRun load(
        {QStringLiteral("load"), files.path("users.csv.gz"), QStringLiteral("-d"), files.path("data")});
    QVERIFY2(load.status == 0, qPrintable(load.out + load.err));
    QCOMPARE(files.query("users", QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("30000\n"));
}

void TestGenerateCommand::sameSeed()
{
    QCOMPARE(toOutput("-e users --seed 7").out, toOutput("-e users --seed 7").out);
    QVERIFY(toOutput("-e users --seed 7").out != toOutput("-e users --seed 8").out);
}

void TestGenerateCommand::loadsAsPromised_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("percent");
    QTest::addColumn<int>("rejected");
    for (const char *entity : {"users", "products", "orders"}) {
        QTest::addRow("%s, none", entity) << QString::fromLatin1(entity) << QStringLiteral("0") << 0;
        QTest::addRow("%s, 2.5 %%", entity) << QString::fromLatin1(entity) << QStringLiteral("2.5") << 100;
        QTest::addRow("%s, all", entity) << QString::fromLatin1(entity) << QStringLiteral("100") << 4000;
    }
}

void TestGenerateCommand::loadsAsPromised()
{
    QFETCH(QString, entity);
    QFETCH(QString, percent);
    QFETCH(int, rejected);
    const DataFiles files;
    const CliRun made({QStringLiteral("generate"), QStringLiteral("-o"), files.path(""), QStringLiteral("-e"),
                       entity, QStringLiteral("-r"), QStringLiteral("4000"), QStringLiteral("--invalid"),
                       percent});
    QVERIFY2(made.status == 0, qPrintable(made.err));
    const CliRun load({QStringLiteral("load"), QStringLiteral("--json"), QStringLiteral("-d"),
                       files.path("data"), files.path("") + u'/' + entity + QStringLiteral(".csv")});
    QVERIFY2(load.status == (rejected == 0 ? 0 : 2), qPrintable(load.err));
    const QJsonObject counts = load.json()[QStringLiteral("counts")].toObject();
    QCOMPARE(counts[QStringLiteral("rejected")].toInt(-1), rejected);
    QCOMPARE(counts[QStringLiteral("inserted")].toInt(-1), 4000 - rejected);
}

void TestGenerateCommand::keepsWhatExists()
{
    const DataFiles files;
    files.write("users.csv", "mine");
    const CliRun kept = generate(files, "-e users");
    QCOMPARE(kept.status, 3);
    QVERIFY2(kept.err.contains(QStringLiteral("--force")), qPrintable(kept.err));
    QCOMPARE(files.read("users.csv"), QByteArray("mine"));
    QCOMPARE(generate(files, "-e users --force").status, 0);
    QVERIFY(files.read("users.csv").startsWith("id,name,email\n"));
}

void TestGenerateCommand::errors_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("no such entity") << QByteArray("-e people") << 1
                                    << QStringLiteral("users, products, orders");
    QTest::newRow("several") << QByteArray("-o -") << 1 << QStringLiteral("--entity");
    QTest::newRow("compressed output") << QByteArray("-e users -o - --gzip") << 1 << QStringLiteral("--gzip");
    QTest::newRow("no such directory")
        << QByteArray("-e users -o /none/such") << 3 << QStringLiteral("/none/such/users.csv");
}

void TestGenerateCommand::errors()
{
    QFETCH(QByteArray, options);
    QFETCH(int, status);
    QFETCH(QString, message);
    const CliRun run(QStringList{QStringLiteral("generate")}
                     + QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts));
    QCOMPARE(run.status, status);
    QVERIFY2(run.err.contains(message), qPrintable(run.err));
}

void TestGenerateCommand::impossibleRules()
{
    const DataFiles files;
    Project project = ProjectFile::sample();
    Rule pattern;
    pattern.kind = Rule::Kind::Pattern;
    pattern.pattern = QStringLiteral("\\pL+");
    project.entities[0].fields[1].rules += pattern;
    const CliRun run = generate(files, "-p - -e users", ProjectFile::serialize(project));
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("\\pL+")), qPrintable(run.err));
    QVERIFY(!files.exists("users.csv"));
}

void TestGenerateCommand::staysInItsDirectory_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("up") << QStringLiteral("../evil");
    QTest::newRow("absolute") << QStringLiteral("/tmp/weir-evil");
    QTest::newRow("below") << QStringLiteral("in/evil");
}

/// An entity's name is the project's, where files go is the user's to say.
void TestGenerateCommand::staysInItsDirectory()
{
    QFETCH(QString, name);
    const DataFiles files;
    Project project = ProjectFile::sample();
    project.testData.clear();
    project.entities[0].name = name;
    QVERIFY(!files.write("out/in/x", "").isEmpty());
    const QByteArray text = ProjectFile::serialize(project);
    const CliRun run({QStringLiteral("generate"), QStringLiteral("-o"), files.path("out"),
                      QStringLiteral("-p"), QStringLiteral("-"), QStringLiteral("--entity"), name},
                     text);
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("because of the \"/\"")), qPrintable(run.err));
    for (const char *file : {"evil.csv", "out/in/evil.csv"})
        QVERIFY(!files.exists(file));
    QVERIFY(!QFile::exists(name + QStringLiteral(".csv")));
}

QTEST_GUILESS_MAIN(TestGenerateCommand)
#include "tst_generatecommand.moc"
