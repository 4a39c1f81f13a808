// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/clirun.h"
#include "cli/datafiles.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

namespace {
constexpr char Users[] = "name,email\n"
                         "Alice,alice@example.com\n"
                         "\"Bob, \"\"the\"\" builder\",bob@example.com\n"
                         ",nobody@example.com\n"
                         "Dave,nowhere\n"
                         "Eve,eve@example.com\n";
constexpr char GoodUsers[] = "name,email\nAlice,alice@example.com\nBob,bob@example.com\n";
} // namespace

/// weir-cli load with small files.
class TestLoadCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void someRejected();
    void allInserted();
    void severalFiles();
    void gzipFile();
    void quiet();
    void json();
    void jsonTraces_data();
    void jsonTraces();
    void report_data();
    void report();
    void badReport();
    void entityFromName();
    void entityFromHeader();
    void entityUnclear();
    void unknownEntity();
    void namedTwice();
    void missingFile();
    void format_data();
    void format();
    void mapping_data();
    void mapping();
    void badMapping_data();
    void badMapping();
    void ragged_data();
    void ragged();
    void allOrNothing();
    void stopAfterAndResume();
    void knownFile();
    void dropLedger();
    void rejectDirectory();
    void noRejects();
    void oneDatabaseUnusable();
    void noDatabaseUsable();
    void childrenFirst();
    void quoteThatSwallowsLines();

private:
    static CliRun load(const DataFiles &files, const QStringList &arguments)
    {
        return CliRun(QStringList{QStringLiteral("load"), QStringLiteral("-d"), files.path("data")}
                      + arguments);
    }
    static CliRun load(const DataFiles &files, const QString &file, const char *options = "")
    {
        return load(files, QStringList{file} + QString::fromLatin1(options).split(u' ', Qt::SkipEmptyParts));
    }
    static QString count(const DataFiles &files, const char *entity)
    {
        return files.query(entity, QStringLiteral("SELECT count(*) FROM ") + QLatin1String(entity));
    }
};

void TestLoadCommand::someRejected()
{
    const DataFiles files;
    const CliRun run = load(files, QStringLiteral("users=") + files.write("people.csv", Users));
    QCOMPARE(run.status, 2);
    QCOMPARE(files.query("users", QStringLiteral("SELECT id || ':' || name FROM users ORDER BY id")),
             QStringLiteral("1:Alice\n\"2:Bob, \"\"the\"\" builder\"\n3:Eve\n"));
    QCOMPARE(files.read("people.csv.rejected.csv"),
             QByteArray("name,email\n,nobody@example.com\nDave,nowhere\n"));
    const QByteArray reasons = files.read("people.csv.reasons.csv");
    QVERIFY2(reasons.contains("Name is required and cannot be empty"), reasons.constData());
    QVERIFY2(reasons.contains(",5,"), reasons.constData());
    QVERIFY2(run.out.contains(QStringLiteral("people.csv")), qPrintable(run.out));
    QVERIFY2(run.out.contains(QStringLiteral("people.csv.rejected.csv")), qPrintable(run.out));
}

void TestLoadCommand::allInserted()
{
    const DataFiles files;
    const CliRun run = load(files, files.write("users.csv", GoodUsers));
    QCOMPARE(run.status, 0);
    QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
    QCOMPARE(count(files, "users"), QStringLiteral("2\n"));
    QVERIFY(!files.exists("users.csv.rejected.csv"));
    QVERIFY(!files.exists("users.csv.reasons.csv"));
}

void TestLoadCommand::severalFiles()
{
    const DataFiles files;
    const QString users = files.write("users.csv", GoodUsers);
    const QString products = files.write("products.csv", "name,price\nPen,1.5\nInk,0\n");
    const QString orders = files.write("orders.csv", "user_id,product_id,quantity\n1,1,3\n");
    const CliRun run = load(files, {users, products, orders});
    QCOMPARE(run.status, 2);
    QCOMPARE(count(files, "users"), QStringLiteral("2\n"));
    QCOMPARE(count(files, "products"), QStringLiteral("1\n"));
    QCOMPARE(count(files, "orders"), QStringLiteral("1\n"));
    QVERIFY(files.exists("products.csv.rejected.csv"));
    QVERIFY(!files.exists("orders.csv.rejected.csv"));
}

void TestLoadCommand::gzipFile()
{
    const DataFiles files;
    const CliRun run = load(files, files.writeGzip("users.csv.gz", Users));
    QCOMPARE(run.status, 2);
    QCOMPARE(count(files, "users"), QStringLiteral("3\n"));
    QCOMPARE(files.read("users.csv.rejected.csv"),
             QByteArray("name,email\n,nobody@example.com\nDave,nowhere\n"));
}

void TestLoadCommand::quiet()
{
    const DataFiles files;
    const CliRun run = load(files, files.write("users.csv", Users), "--quiet");
    QCOMPARE(run.status, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.isEmpty(), qPrintable(run.err));
}

void TestLoadCommand::json()
{
    const DataFiles files;
    const CliRun run = load(files, files.write("users.csv", Users), "--json");
    QCOMPARE(run.status, 2);
    const QJsonObject json = run.json();
    QVERIFY2(!json.isEmpty(), qPrintable(run.out));
    QCOMPARE(json[QStringLiteral("accounted")].toBool(), true);
    const QJsonObject file = json[QStringLiteral("files")][0].toObject();
    const QJsonObject counts = file[QStringLiteral("counts")].toObject();
    QCOMPARE(counts[QStringLiteral("inserted")].toInt(), 3);
    QCOMPARE(counts[QStringLiteral("rejected")].toInt(), 2);
}

void TestLoadCommand::jsonTraces_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QStringList>("around"); // of each batch
    QTest::addColumn<QStringList>("attempts");
    const QString every = QStringLiteral("validating queued");
    QTest::newRow("batch by batch") << QStringLiteral("--batch-rows 2") << QStringList{every, every, every}
                                    << QStringList{
                                           QStringLiteral("beginning writing committing reporting"),
                                           QStringLiteral("beginning writing syncing committing reporting"),
                                           QStringLiteral("beginning writing syncing committing reporting")};
    QTest::newRow("all or nothing") << QStringLiteral("--batch-rows 2 --policy all-or-nothing")
                                    << QStringList{QStringLiteral("validating queued writing reporting"),
                                                   every, every}
                                    << QStringList{QString(), QString(), QString()};
}

void TestLoadCommand::jsonTraces()
{
    QFETCH(const QString, options);
    QFETCH(const QStringList, around);
    QFETCH(const QStringList, attempts);
    const DataFiles files;
    const QString users = files.write("users.csv", Users);
    QVERIFY(!load(files, users, "--json --dry-run").json().contains(QStringLiteral("settled")));
    const QJsonObject json = load(files, users, ("--json --traces " + options.toLatin1()).constData()).json();
    const QJsonObject file = json[QStringLiteral("files")][0].toObject();
    const auto phases = [](const QJsonValue &spans) {
        QStringList names;
        double end = -1;
        for (const QJsonValue &span : spans.toArray()) {
            names += span[QStringLiteral("phase")].toString();
            const double begin = span[QStringLiteral("beginNs")].toDouble();
            if ((end >= 0 && begin != end) || span[QStringLiteral("endNs")].toDouble() < begin)
                names += QStringLiteral("torn");
            end = span[QStringLiteral("endNs")].toDouble();
        }
        return names.join(u' ');
    };
    const QJsonArray traces = file[QStringLiteral("traces")].toArray();
    QCOMPARE(traces.size(), around.size());
    QCOMPARE(file[QStringLiteral("tracesLeftOut")].toInt(-1), 0);
    for (int batch = 0; batch < traces.size(); ++batch) {
        QCOMPARE(traces[batch][QStringLiteral("batch")].toInt(-1), batch);
        QCOMPARE(phases(traces[batch][QStringLiteral("spans")]), around[batch]);
        const QJsonArray tries = traces[batch][QStringLiteral("attempts")].toArray();
        QCOMPARE(tries.size(), attempts[batch].isEmpty() ? 0 : 1);
        if (!tries.isEmpty())
            QCOMPARE(phases(tries[0][QStringLiteral("spans")]), attempts[batch]);
    }
    const QJsonArray settled = json[QStringLiteral("settled")].toArray();
    QCOMPARE(settled.size(), 1);
    QCOMPARE(phases(settled[0][QStringLiteral("spans")]), QStringLiteral("committing settling"));
}

void TestLoadCommand::report_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("html") << QByteArray("report.html") << QByteArray("<html");
    QTest::newRow("json") << QByteArray("report.json") << QByteArray("\"files\"");
    QTest::newRow("csv") << QByteArray("report.CSV") << QByteArray("required");
}

void TestLoadCommand::report()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, part);
    const DataFiles files;
    const QString path = files.path(name.constData());
    const CliRun run = load(files, {files.write("users.csv", Users), QStringLiteral("--report"), path});
    QCOMPARE(run.status, 2);
    const QByteArray text = files.read(name.constData());
    QVERIFY2(text.contains(part), text.constData());
}

void TestLoadCommand::badReport()
{
    const DataFiles files;
    const QString users = files.write("users.csv", Users);
    const CliRun format = load(files, {users, QStringLiteral("--report"), files.path("report.txt")});
    QCOMPARE(format.status, 1);
    QVERIFY2(format.err.contains(QStringLiteral(".html, .json or .csv")), qPrintable(format.err));
    QVERIFY(!files.exists("data"));
    const CliRun place = load(files, {users, QStringLiteral("--report"), files.path("none/report.csv")});
    QCOMPARE(place.status, 3);
    QVERIFY2(place.err.contains(QStringLiteral("none/report.csv")), qPrintable(place.err));
}

void TestLoadCommand::entityFromName()
{
    const DataFiles files;
    QCOMPARE(load(files, files.write("orders-2026.csv", "1,2,3\n"), "--no-header").status, 0);
    QCOMPARE(count(files, "orders"), QStringLiteral("1\n"));
}

void TestLoadCommand::entityFromHeader()
{
    const DataFiles files;
    QCOMPARE(load(files, files.write("x.csv", "Quantity,User ID,Product ID\n3,1,2\n")).status, 0);
    QCOMPARE(files.query("orders", QStringLiteral("SELECT user_id, product_id, quantity FROM orders")),
             QStringLiteral("1,2,3\n"));
}

void TestLoadCommand::entityUnclear()
{
    const DataFiles files;
    const CliRun run = load(files, files.write("x.csv", "a,b\n1,2\n"));
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("users=")), qPrintable(run.err));
    QVERIFY(!files.exists("data"));
}

void TestLoadCommand::unknownEntity()
{
    const DataFiles files;
    const CliRun run = load(files, QStringLiteral("people=") + files.write("x.csv", Users));
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("\"people\"; it has users, products, orders")),
             qPrintable(run.err));
}

void TestLoadCommand::namedTwice()
{
    const DataFiles files;
    const QString users = files.write("users.csv", Users);
    const CliRun run = load(files, {users, QStringLiteral("users=") + users});
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("twice")), qPrintable(run.err));
}

void TestLoadCommand::missingFile()
{
    const DataFiles files;
    const CliRun run = load(files, QStringLiteral("users=") + files.path("none.csv"));
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("none.csv")), qPrintable(run.err));
    QVERIFY(!files.exists("data"));
}

void TestLoadCommand::format_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("options");
    const QByteArray header("name,email\n");
    QTest::newRow("tabs") << QByteArray("name\temail\nA, B\ta@example.com\n") << QByteArray();
    QTest::newRow("semicolons") << QByteArray("name;email\nA, B;a@example.com\n")
                                << QByteArray("--delimiter semicolon");
    QTest::newRow("any delimiter") << QByteArray("name#email\nA, B#a@example.com\n")
                                   << QByteArray("--delimiter #");
    QTest::newRow("no header") << QByteArray("\"A, B\",a@example.com\n") << QByteArray("--no-header");
    QTest::newRow("single quotes") << QByteArray("name,email\n'A, B',a@example.com\n")
                                   << QByteArray("--quote single");
    QTest::newRow("latin-1") << QByteArray("name;email\nA, B;a@example.com\n")
                             << QByteArray("--encoding latin-1");
}

void TestLoadCommand::format()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, options);
    const DataFiles files;
    const CliRun run =
        load(files, QStringLiteral("users=") + files.write("x.txt", text), options.constData());
    QVERIFY2(run.status == 0, qPrintable(run.out + run.err));
    QCOMPARE(files.query("users", QStringLiteral("SELECT name, email FROM users")),
             QStringLiteral("\"A, B\",a@example.com\n"));
}

void TestLoadCommand::mapping_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("options");
    QTest::newRow("by name") << QByteArray("who,mail\n") << QByteArray("--map name=who --map email=mail");
    QTest::newRow("by number") << QByteArray("who,mail\n") << QByteArray("--map name=1 --map email=2");
    QTest::newRow("with entity") << QByteArray("who,email\n") << QByteArray("--map users.name=who");
    QTest::newRow("forgiving") << QByteArray(" NAME ,E-Mail\n") << QByteArray();
}

void TestLoadCommand::mapping()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, options);
    const DataFiles files;
    const CliRun run =
        load(files, QStringLiteral("users=") + files.write("x.csv", header + "Ann,ann@example.com\n"),
             options.constData());
    QVERIFY2(run.status == 0, qPrintable(run.out + run.err));
    QCOMPARE(files.query("users", QStringLiteral("SELECT name, email FROM users")),
             QStringLiteral("Ann,ann@example.com\n"));
}

void TestLoadCommand::badMapping_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *header, const char *options, const char *message) {
        QTest::addRow("%s %s", header, options)
            << QByteArray(header) << QByteArray(options) << QString::fromLatin1(message);
    };
    row("name,email", "--map name", "FIELD=COLUMN");
    row("name,email", "--map nose=name", "no entity of these files has this field");
    row("name,email", "--map orders.name=name", "no entity of these files has this field");
    row("name,email", "--map name=nose", "There is no column \"nose\"; there are: name, email");
    row("name,email", "--map name=3", "There is no column \"3\"");
    row("a,a,email", "--map name=a", "Several columns");
    row("name,email,phone", "", "phone");
    row("name", "", "email");
}

void TestLoadCommand::badMapping()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, options);
    QFETCH(QString, message);
    const DataFiles files;
    const CliRun run = load(files, QStringLiteral("users=") + files.write("x.csv", header + "\na,b,c\n"),
                            options.constData());
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(message), qPrintable(run.err));
    QVERIFY(!files.exists("x.rejected.csv"));
}

void TestLoadCommand::ragged_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("inserted");
    QTest::newRow("rejected") << QByteArray("--extra ignore") << QStringLiteral("1\n");
    QTest::newRow("filled") << QByteArray("--extra ignore --ragged fill") << QStringLiteral("2\n");
}

void TestLoadCommand::ragged()
{
    QFETCH(QByteArray, options);
    QFETCH(QString, inserted);
    const DataFiles files;
    const char text[] = "name,email,phone\nAnn,ann@example.com,1\nBob,bob@example.com\n";
    load(files, files.write("users.csv", text), options.constData());
    QCOMPARE(count(files, "users"), inserted);
}

void TestLoadCommand::allOrNothing()
{
    const DataFiles files;
    const CliRun run = load(files, files.write("users.csv", Users), "--policy all-or-nothing");
    QCOMPARE(run.status, 2);
    QCOMPARE(count(files, "users"), QStringLiteral("0\n"));
    QVERIFY(files.read("users.csv.rejected.csv").contains("Dave"));
    const CliRun good = load(files, files.write("more-users.csv", GoodUsers), "--policy all-or-nothing");
    QVERIFY2(good.status == 0, qPrintable(good.out + good.err));
    QCOMPARE(count(files, "users"), QStringLiteral("2\n"));
}

void TestLoadCommand::stopAfterAndResume()
{
    const DataFiles files;
    const QString users = files.write("users.csv", Users);
    const CliRun stopped = load(files, users, "--max-rejected 0 --batch-rows 1");
    QCOMPARE(stopped.status, 2);
    QVERIFY2(stopped.out.contains(QStringLiteral("--resume")), qPrintable(stopped.out));
    QVERIFY2(stopped.err.contains(QStringLiteral("Stopped")), qPrintable(stopped.err));
    QCOMPARE(count(files, "users"), QStringLiteral("2\n"));
    const CliRun resumed = load(files, users, "--resume");
    QCOMPARE(resumed.status, 2);
    QCOMPARE(count(files, "users"), QStringLiteral("3\n"));
    QCOMPARE(files.read("users.csv.rejected.csv"),
             QByteArray("name,email\n,nobody@example.com\nDave,nowhere\n"));
}

void TestLoadCommand::knownFile()
{
    const DataFiles files;
    const QString users = files.write("users.csv", GoodUsers);
    QCOMPARE(load(files, users).status, 0);
    const CliRun known = load(files, users);
    QCOMPARE(known.status, 3);
    QVERIFY2(known.err.contains(QStringLiteral("--again")), qPrintable(known.err));
    QCOMPARE(count(files, "users"), QStringLiteral("2\n"));
    QCOMPARE(load(files, users, "--again").status, 0);
    QCOMPARE(count(files, "users"), QStringLiteral("4\n"));
}

void TestLoadCommand::dropLedger()
{
    const DataFiles files;
    const QString users = files.write("users.csv", GoodUsers);
    QCOMPARE(load(files, users, "--drop-ledger").status, 0);
    QCOMPARE(load(files, users, "--drop-ledger").status, 0);
    QCOMPARE(count(files, "users"), QStringLiteral("4\n"));
}

void TestLoadCommand::rejectDirectory()
{
    const DataFiles files;
    const QString users = files.write("users.csv", Users);
    QVERIFY(QDir().mkpath(files.path("elsewhere")));
    QCOMPARE(load(files, {users, QStringLiteral("--reject-dir"), files.path("elsewhere")}).status, 2);
    QVERIFY(files.exists("elsewhere/users.csv.rejected.csv"));
    QVERIFY(!files.exists("users.csv.rejected.csv"));
}

void TestLoadCommand::noRejects()
{
    const DataFiles files;
    QCOMPARE(load(files, files.write("users.csv", Users), "--no-rejects").status, 2);
    QVERIFY(!files.exists("users.csv.rejected.csv"));
    QVERIFY(!files.exists("users.csv.reasons.csv"));
}

void TestLoadCommand::oneDatabaseUnusable()
{
    const DataFiles files;
    files.write("data/users.db", QByteArray(5000, 'x'));
    const QString users = files.write("users.csv", GoodUsers);
    const QString orders = files.write("orders.csv", "user_id,product_id,quantity\n1,1,3\n");
    const CliRun run = load(files, {users, orders});
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(QStringLiteral("users.db")), qPrintable(run.err));
    QCOMPARE(count(files, "orders"), QStringLiteral("1\n"));
}

void TestLoadCommand::noDatabaseUsable()
{
    const DataFiles files;
    files.write("data/users.db", QByteArray(5000, 'x'));
    const CliRun run = load(files, files.write("users.csv", GoodUsers));
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(QStringLiteral("users.db")), qPrintable(run.err));
}

void TestLoadCommand::childrenFirst()
{
    const DataFiles files;
    const QString project = files.write("family.weir", R"({"format": 1, "name": "Family",
        "databases": [{"name": "d", "file": "d.db"}],
        "entities": [
          {"name": "parent", "title": "P", "singular": "p", "table": "parent", "database": "d", "display": "p",
           "fields": [{"name": "id", "type": "integer", "key": true}, {"name": "v", "type": "text"}]},
          {"name": "child", "title": "C", "singular": "c", "table": "child", "database": "d", "display": "c",
           "fields": [{"name": "id", "type": "integer", "key": true}, {"name": "p", "type": "integer"}]}]})");
    const auto with = [&](const QStringList &arguments) {
        return load(files, QStringList{QStringLiteral("-p"), project} + arguments);
    };
    QCOMPARE(with({files.write("one/parent.csv", "id,v\n1,A\n")}).status, 0);
    const CliRun made({QStringLiteral("query"), QStringLiteral("-p"), project, QStringLiteral("-d"),
                       files.path("data"), QStringLiteral("d"), QStringLiteral("--write"),
                       QStringLiteral("CREATE TABLE child(id INTEGER PRIMARY KEY, "
                                      "p INTEGER REFERENCES parent(id))")});
    QCOMPARE(made.err, QString());
    const QString children = files.write("child.csv", "id,p\n10,2\n11,3\n");
    const QString parents = files.write("parent.csv", "id,v\n2,B\n3,C\n");
    const QString order = QStringLiteral("parent.csv, child.csv");

    const CliRun preview = with({children, parents, QStringLiteral("--dry-run")});
    QVERIFY2(preview.out.contains(order), qPrintable(preview.out));
    const CliRun machine = with({children, parents, QStringLiteral("--dry-run"), QStringLiteral("--json")});
    QVERIFY(machine.json()[QLatin1String("notes")][0].toString().contains(order));
    const CliRun asGiven = with({parents, children, QStringLiteral("--dry-run")});
    QVERIFY(!asGiven.out.contains(order));

    const CliRun run = with({children, parents, QStringLiteral("--json")});
    QCOMPARE(run.status, 0);
    QVERIFY(run.json()[QLatin1String("notes")][0].toString().contains(order));
    QCOMPARE(run.json()[QLatin1String("counts")][QLatin1String("inserted")].toInt(), 4);
}

void TestLoadCommand::quoteThatSwallowsLines()
{
    const DataFiles files;
    const QByteArray text =
        "name,email\nA,a@example.com\n\"B,b@example.com\nC,c@example.com\nD,d@example.com\n";
    const QString sentence = QStringLiteral("A quote opened in line 3 was never closed: 3 lines were taken");
    const CliRun run = load(files, files.write("users.csv", text));
    QCOMPARE(run.status, 2);
    QVERIFY2(run.out.contains(sentence), qPrintable(run.out));
    const CliRun machine = load(files, files.write("again/users.csv", text), "--json --again");
    const auto spanned = machine.json()[QLatin1String("files")][0][QLatin1String("rejectedOverSeveralLines")];
    QCOMPARE(spanned[QLatin1String("lines")].toInt(), 3);
    QVERIFY(machine.err.contains(sentence));
}

QTEST_GUILESS_MAIN(TestLoadCommand)
#include "tst_loadcommand.moc"
