// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "core/project/projectfile.h"
#include "support/datedproject.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// Parsing, help, and the commands that need no run.
class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void usageErrors_data();
    void usageErrors();
    void noArguments();
    void version();
    void help_data();
    void help();
    void colorDefault_data();
    void colorDefault();
    void printsTheSample();
    void printsAProject();
    void projectFromStandardInput();
    void brokenProject_data();
    void brokenProject();
    void validates();
    void validatesGoodRows();
    void typesThatAreNotReadYet();
    void validatesQuietly();
    void validatesAsJson();
    void validateTouchesNoDatabase();
    void migrates();
    void migratesSome();
};

void TestCommandLine::usageErrors_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *arguments, const char *message) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ')
                                 << QString::fromLatin1(message);
    };
    row("fly", "fly");
    row("--fly", "--fly");
    row("run --fly", "--fly");
    row("run fly", "fly");
    row("run --project", "--project");
    row("run --strategy fast", "{contend,queue,group}");
    row("run --tasks 0", "not in range 1 to 1000");
    row("run --tasks 1001", "not in range 1 to 1000");
    row("run --tasks many", "--tasks");
    row("run --tasks 3.5", "--tasks");
    row("run --tasks 99999999999999999999", "--tasks");
    row("run --threads -1", "not in range 0 to 256");
    row("run --traces", "requires --json");
    row("run --json --quiet", "excludes");
    row("run --color blue", "{auto,always,never}");
    row("query", "DATABASE is required");
    row("query users", "SQL is required");
    row("query users a b", "not expected");
    row("query users a --json --csv", "excludes");
    row("validate --tasks 3", "--tasks");
    row("load", "FILES is required");
    row("load x.csv --policy sometimes", "{continue,stop-after,all-or-nothing}");
    row("load x.csv --max-rejected -1", "not in range");
    row("load x.csv --max-percent 101", "not in range 0 to 100");
    row("load x.csv --resume --again", "excludes");
    row("load x.csv --batch-rows 0", "not in range 1 to 1000000");
    row("load x.csv --workers 257", "not in range 0 to 256");
    row("load x.csv --reject-dir d --no-rejects", "excludes");
    row("load x.csv --encoding ascii", "{utf-8,utf-16le,utf-16be,latin-1}");
    row("load x.csv --quote double-single", "{double,single,none}");
    row("load x.csv --header --no-header", "excludes");
    row("load x.csv --extra keep", "{error,ignore}");
    row("load x.csv --missing keep", "{error,blank}");
    row("load x.csv --ragged keep", "{reject,fill}");
    row("load x.csv --json --quiet", "excludes");
    row("load x.csv --interval 0", "not in range");
    row("loads x", "not expected");
    row("undo", "LOAD is required");
    row("undo a b", "not expected");
    row("forget", "LOADS is required");
    row("generate users", "not expected");
    row("generate --rows -1", "not in range");
    row("generate --invalid 100.5", "not in range 0 to 100");
    row("generate --seed x", "--seed");
}

void TestCommandLine::usageErrors()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, message);
    const CliRun run(arguments);
    QCOMPARE(run.status, 1);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.startsWith(QStringLiteral("weir-cli: ")), qPrintable(run.err));
    QVERIFY2(run.err.contains(message), qPrintable(run.err));
    QVERIFY2(run.err.contains(QStringLiteral("\nTry 'weir-cli")), qPrintable(run.err));
}

void TestCommandLine::noArguments()
{
    const CliRun run({});
    QCOMPARE(run.status, 1);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.err.contains(QStringLiteral("Usage: weir-cli COMMAND")));
}

void TestCommandLine::version()
{
    const CliRun run({QStringLiteral("--version")});
    QCOMPARE(run.status, 0);
    QVERIFY(QRegularExpression(QStringLiteral("^weir-cli \\d+\\.\\d+\\.\\d+\n$")).match(run.out).hasMatch());
    QVERIFY(run.err.isEmpty());
}

void TestCommandLine::help_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("parts");
    const auto row = [](const char *arguments, const char *parts) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments).split(u' ')
                                 << QString::fromLatin1(parts).split(u'|');
    };
    row("--help",
        "Usage: weir-cli COMMAND|\n  run  |\n  load  |\n  loads  |\n  undo  |\n  forget  |\n  generate  |\n  "
        "validate  |\n  "
        "migrate  |\n  query  |\n  project  |--version");
    row("-h", "Usage: weir-cli COMMAND");
    row("run --help",
        "Usage: weir-cli run [OPTIONS]|--project FILE|--data-dir DIR|--strategy NAME|--tasks N|"
        "--threads N|--json|--traces|--quiet|--color WHEN|Examples:|Exit status:|  3    |  130  ");
    row("load --help",
        "Usage: weir-cli load [OPTIONS] FILES|--project FILE|--data-dir DIR|-n, --dry-run, "
        "--preview|--policy NAME|"
        "--max-rejected N|--max-percent X|--resume|--again|--batch-rows N|--workers N|--no-rejects|"
        "--reject-dir DIR|--no-undo|--drop-ledger|--delimiter C|--quote QUOTE|--encoding NAME|--header|"
        "--no-header|--map FIELD=COLUMN|--extra WHAT|--missing WHAT|--ragged WHAT|--json|--report "
        "FILE|--force|"
        "--interval S|--quiet|--color WHEN|Examples:|Exit status:|  3    |  130  ");
    row("loads --help", "Usage: weir-cli loads|--json|Examples:|Exit status:");
    row("undo --help", "Usage: weir-cli undo [OPTIONS] LOAD|--json|--quiet|Examples:|Exit status:");
    row("forget --help", "Usage: weir-cli forget [OPTIONS] LOADS|--quiet|Examples:|Exit status:");
    row("generate --help",
        "Usage: weir-cli generate|--project FILE|--entity ENTITY|--rows N|--invalid X|--seed S|--out DIR|"
        "--no-keys|--gzip|--force|--quiet|Examples:|Exit status:|  130  ");
    row("validate --help", "Usage: weir-cli validate|--json|--quiet|Examples:|Exit status:");
    row("migrate --help", "Usage: weir-cli migrate|--data-dir DIR|Examples:|Exit status:");
    row("query --help",
        "Usage: weir-cli query [OPTIONS] DATABASE SQL|--write|--json|--csv|Examples:|Exit status:");
    row("project --help", "Usage: weir-cli project|--project FILE|Examples:|Exit status:");
}

void TestCommandLine::help()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, parts);
    const CliRun run(arguments);
    QCOMPARE(run.status, 0);
    QVERIFY(run.err.isEmpty());
    for (const QString &part : parts)
        QVERIFY2(run.out.contains(part), qPrintable(part + QStringLiteral(" is not in:\n") + run.out));
    static const QRegularExpression badlyLaidOut(QStringLiteral("[A-Za-z]--[a-z]| \\n"));
    QVERIFY2(!run.out.contains(badlyLaidOut), qPrintable(run.out));
    for (const QString &line : run.out.split(u'\n'))
        QVERIFY2(line.size() <= 80 || line.contains(u'/'), qPrintable(line));
}

void TestCommandLine::colorDefault_data()
{
    QTest::addColumn<bool>("terminal");
    QTest::addColumn<QByteArray>("noColor");
    QTest::addColumn<QByteArray>("term");
    QTest::addColumn<bool>("wanted");
    QTest::newRow("terminal") << true << QByteArray() << QByteArray("xterm") << true;
    QTest::newRow("no terminal") << false << QByteArray() << QByteArray("xterm") << false;
    QTest::newRow("NO_COLOR") << true << QByteArray("1") << QByteArray("xterm") << false;
    QTest::newRow("empty NO_COLOR") << true << QByteArray("") << QByteArray("xterm") << true;
    QTest::newRow("dumb") << true << QByteArray() << QByteArray("dumb") << false;
    QTest::newRow("no TERM") << true << QByteArray() << QByteArray() << false;
}

void TestCommandLine::colorDefault()
{
    QFETCH(bool, terminal);
    QFETCH(QByteArray, noColor);
    QFETCH(QByteArray, term);
    QTEST(wantsColor(terminal, noColor, term), "wanted");
}

void TestCommandLine::printsTheSample()
{
    const CliRun run({QStringLiteral("project")});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out.toUtf8(), ProjectFile::serialize(ProjectFile::sample()));
}

void TestCommandLine::printsAProject()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("p.weir"));
    Project project = ProjectFile::sample();
    project.name = QStringLiteral("Läden 名");
    QVERIFY(ProjectFile::save(project, path));
    const CliRun run({QStringLiteral("project"), QStringLiteral("--project"), path});
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out.toUtf8(), ProjectFile::serialize(project));
}

void TestCommandLine::projectFromStandardInput()
{
    Project project = ProjectFile::sample();
    project.name = QStringLiteral("piped");
    const CliRun run({QStringLiteral("project"), QStringLiteral("-p-")}, ProjectFile::serialize(project));
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out.toUtf8(), ProjectFile::serialize(project));
    const CliRun broken({QStringLiteral("project"), QStringLiteral("-p"), QStringLiteral("-")}, "{");
    QCOMPARE(broken.status, 3);
    QVERIFY2(broken.err.startsWith(QStringLiteral("weir-cli: standard input: Line 1, column 2: ")),
             qPrintable(broken.err));
}

void TestCommandLine::brokenProject_data()
{
    QTest::addColumn<QString>("command");
    for (const char *command :
         {"run", "validate", "migrate", "project", "query", "load", "loads", "undo", "forget", "generate"})
        QTest::newRow(command) << QString::fromLatin1(command);
}

void TestCommandLine::brokenProject()
{
    QFETCH(QString, command);
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("broken.weir"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("{\n\"format\": 1,\n\"name\": \x1b}") > 0);
    file.close();
    QStringList arguments{command, QStringLiteral("--project"), path};
    if (command == QStringLiteral("query"))
        arguments += {QStringLiteral("users"), QStringLiteral("SELECT 1")};
    if (QStringList{QStringLiteral("load"), QStringLiteral("undo"), QStringLiteral("forget")}.contains(
            command))
        arguments += QStringLiteral("users.csv");
    const CliRun run(arguments);
    QCOMPARE(run.status, 3);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.startsWith(QStringLiteral("weir-cli: broken.weir: Line 3, column 9: ")),
             qPrintable(run.err));
    QVERIFY(!run.err.contains(QChar(0x1b)));

    arguments[2] = directory.filePath(QStringLiteral("none.weir"));
    const CliRun missing(arguments);
    QCOMPARE(missing.status, 3);
    QVERIFY2(missing.err.contains(QStringLiteral("none.weir")), qPrintable(missing.err));
}

void TestCommandLine::validates()
{
    const CliRun run({QStringLiteral("validate")});
    QCOMPARE(run.status, 2);
    QCOMPARE(run.out,
             QStringLiteral("✗ Users row 10: Name is required and cannot be empty\n"
                            "✗ Products row 10: Price cannot be negative\n"
                            "✗ Products row 10: Price must be greater than 0\n"
                            "✗ Orders row 8: Quantity must be greater than 0\n"
                            "✗ Orders row 9: Quantity must be greater than 0\n"
                            "✗ Orders row 10: Quantity must be greater than 0\n"
                            "30 rows checked, 25 valid, 5 not\n"));
    const CliRun colorful({QStringLiteral("validate")}, {}, true);
    QCOMPARE(colorful.out.count(QStringLiteral("\x1b[31m✗\x1b[0m ")), 6);
}

void TestCommandLine::validatesGoodRows()
{
    Project project = ProjectFile::sample();
    project.testData = {{QStringLiteral("users"), project.rowsOf(QStringLiteral("users")).mid(0, 1)}};
    const CliRun run({QStringLiteral("validate"), QStringLiteral("-p-")}, ProjectFile::serialize(project));
    QCOMPARE(run.status, 0);
    QCOMPARE(run.out, QStringLiteral("✓ 1 row checked, all valid\n"));
}

void TestCommandLine::typesThatAreNotReadYet()
{
    Project project = ProjectFile::sample();
    addBirthday(&project);
    QList<TestRow> &users = project.testData[QStringLiteral("users")];
    users = users.mid(0, 2);
    users[1][3] = QStringLiteral("2024-02-29");
    project.testData = {{QStringLiteral("users"), users}};
    const QByteArray text = ProjectFile::serialize(project);
    const CliRun told({QStringLiteral("validate"), QStringLiteral("-p-")}, text);
    QCOMPARE(told.status, 2);
    QCOMPARE(told.out,
             QStringLiteral("✗ %1\n"
                            "✗ Users row 2: Born has the type date, whose values this Weir cannot read yet\n"
                            "2 rows checked, 1 valid, 1 not\n")
                 .arg(birthdayRefused()));
    const CliRun json({QStringLiteral("validate"), QStringLiteral("-p-"), QStringLiteral("--json")}, text);
    QCOMPARE(json.status, 2);
    QCOMPARE(json.json()[QStringLiteral("notes")].toArray(), QJsonArray{birthdayRefused()});

    project.testData.clear();
    const QByteArray noRows = ProjectFile::serialize(project);
    QCOMPARE(CliRun({QStringLiteral("validate"), QStringLiteral("-qp-")}, noRows).status, 2);

    const QTemporaryDir directory;
    const QString data = directory.filePath(QStringLiteral("data"));
    const QString refused = QStringLiteral("weir-cli: %1\n").arg(birthdayRefused());
    const CliRun run({QStringLiteral("run"), QStringLiteral("-p-"), QStringLiteral("-d"), data}, text);
    QCOMPARE(run.status, 3);
    QCOMPARE(run.err, refused);
    const CliRun migrate({QStringLiteral("migrate"), QStringLiteral("-p-"), QStringLiteral("-d"), data},
                         text);
    QCOMPARE(migrate.status, 2);
    QCOMPARE(migrate.err, refused);
}

void TestCommandLine::validatesQuietly()
{
    const CliRun run({QStringLiteral("validate"), QStringLiteral("--quiet")});
    QCOMPARE(run.status, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.err.isEmpty());
}

void TestCommandLine::validatesAsJson()
{
    const CliRun run({QStringLiteral("validate"), QStringLiteral("--json")});
    QCOMPARE(run.status, 2);
    const QJsonObject json = run.json();
    QCOMPARE(json[QStringLiteral("rows")].toInt(), 30);
    QCOMPARE(json[QStringLiteral("validRows")].toInt(), 25);
    QCOMPARE(json[QStringLiteral("invalidRows")].toInt(), 5);
    const QJsonArray violations = json[QStringLiteral("violations")].toArray();
    QCOMPARE(violations.size(), 6);
    QCOMPARE(violations[1].toObject(),
             (QJsonObject{{QStringLiteral("entity"), QStringLiteral("products")},
                          {QStringLiteral("row"), 10},
                          {QStringLiteral("field"), QStringLiteral("price")},
                          {QStringLiteral("rule"), QStringLiteral("not-negative")},
                          {QStringLiteral("message"), QStringLiteral("Price cannot be negative")}}));
}

void TestCommandLine::validateTouchesNoDatabase()
{
    const QTemporaryDir directory;
    qputenv("XDG_DATA_HOME", directory.path().toUtf8());
    QCOMPARE(CliRun({QStringLiteral("validate")}).status, 2);
    qunsetenv("XDG_DATA_HOME");
    QVERIFY(QDir(directory.path()).isEmpty());
}

void TestCommandLine::migrates()
{
    const QTemporaryDir directory;
    const QStringList arguments{QStringLiteral("migrate"), QStringLiteral("--data-dir"), directory.path()};
    const CliRun first(arguments);
    QCOMPARE(first.status, 0);
    for (const char *table : {"users", "products", "orders"}) {
        QVERIFY2(first.out.contains(QString::fromLatin1(table)), qPrintable(first.out));
        QVERIFY(QFile::exists(directory.filePath(QString::fromLatin1(table) + QStringLiteral(".db"))));
    }
    const CliRun second(arguments);
    QCOMPARE(second.status, 0);
    QCOMPARE(second.out.count(QStringLiteral("Nothing to do in ")), 3);

    Project project = ProjectFile::sample();
    Field phone;
    phone.name = QStringLiteral("phone");
    phone.label = QStringLiteral("Phone");
    project.entities[0].fields += phone;
    project.testData.clear();
    const CliRun third(arguments + QStringList{QStringLiteral("-p-")}, ProjectFile::serialize(project));
    QCOMPARE(third.status, 0);
    QVERIFY2(third.out.contains(QStringLiteral("phone")), qPrintable(third.out));
    QCOMPARE(third.out.count(QStringLiteral("Nothing to do in ")), 2);
    QVERIFY(CliRun(arguments + QStringList{QStringLiteral("--quiet")}).out.isEmpty());
}

void TestCommandLine::migratesSome()
{
    const QTemporaryDir directory;
    const QStringList arguments{QStringLiteral("migrate"), QStringLiteral("--data-dir"), directory.path()};
    const auto spoil = [&](const char *name) {
        QFile file(directory.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000;
    };
    QVERIFY(spoil("users.db"));
    const CliRun some(arguments);
    QCOMPARE(some.status, 2);
    QVERIFY2(some.err.contains(QStringLiteral("users.db")), qPrintable(some.err));
    QVERIFY(some.out.contains(QStringLiteral("orders")));
    QFile::remove(directory.filePath(QStringLiteral("products.db")));
    QFile::remove(directory.filePath(QStringLiteral("orders.db")));
    QVERIFY(spoil("products.db"));
    QVERIFY(spoil("orders.db"));
    const CliRun none(arguments);
    QCOMPARE(none.status, 3);
    QCOMPARE(none.err.count(QStringLiteral("weir-cli: ")), 3);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
