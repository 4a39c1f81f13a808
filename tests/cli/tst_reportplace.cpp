// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a command writes where the user says: nothing that is there already is destroyed by mistake.
#include "datafiles.h"

#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

const QByteArray Users = "name,email\nAnn,ann@example.com\nBo,\n";
const QByteArray Precious = "do not lose me\n";

} // namespace

class TestReportPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void ownReportsAreReplaced_data();
    void ownReportsAreReplaced();
    void otherFilesAreKept_data();
    void otherFilesAreKept();
    void forceReplacesOthers();
    void neverOverTheWork_data();
    void neverOverTheWork();
    void notThroughLinks_data();
    void notThroughLinks();
    void intoAPipe();
    void fileThatAppearsMeanwhile();
    void generateMakesFilesInItsDirectoryOnly_data();
    void generateMakesFilesInItsDirectoryOnly();

private:
    static CliRun load(const DataFiles &files, const QString &report, bool force = false,
                       const QStringList &more = {})
    {
        QStringList arguments{QStringLiteral("load"),    QStringLiteral("-d"),       files.path("data"),
                              QStringLiteral("--again"), QStringLiteral("--report"), report,
                              files.path("users.csv")};
        if (force)
            arguments += QStringLiteral("--force");
        return CliRun(arguments + more);
    }
    static bool link(const DataFiles &files, const char *from, const char *to)
    {
        return ::link(QFile::encodeName(files.path(from)).constData(),
                      QFile::encodeName(files.path(to)).constData())
            == 0;
    }
    static bool symlink(const QString &target, const DataFiles &files, const char *name)
    {
        return ::symlink(QFile::encodeName(target).constData(),
                         QFile::encodeName(files.path(name)).constData())
            == 0;
    }
};

void TestReportPlace::ownReportsAreReplaced_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"r.html", "r.json", "r.csv", "R.HTML"})
        QTest::newRow(name) << QByteArray(name);
}

void TestReportPlace::ownReportsAreReplaced()
{
    QFETCH(QByteArray, name);
    const DataFiles files;
    files.write("users.csv", Users);
    const QString report = files.path(name.constData());
    QCOMPARE(load(files, report).status, 2);
    const QByteArray first = files.read(name.constData());
    QVERIFY(!first.isEmpty());
    files.write("users.csv", Users + "Cy,\n");
    const CliRun again = load(files, report);
    QVERIFY2(again.status == 2, qPrintable(again.err));
    QVERIFY(files.read(name.constData()) != first);
}

void TestReportPlace::otherFilesAreKept_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("r.html") << Precious;
    QTest::newRow("another page") << QByteArray("r.html") << QByteArray("<!DOCTYPE html>\n<html>\n</html>\n");
    QTest::newRow("another object") << QByteArray("r.json") << QByteArray("{\n  \"format\": 1\n}\n");
    QTest::newRow("another table") << QByteArray("r.csv") << QByteArray("file,table,database\n1,2,3\n");
    QTest::newRow("almost") << QByteArray("r.csv")
                            << QByteArray(
                                   "file,table,database,stage,rule,column,count,example_line,example_value,"
                                   "example_message,note\n");
    QTest::newRow("empty") << QByteArray("r.json") << QByteArray();
}

void TestReportPlace::otherFilesAreKept()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, content);
    const DataFiles files;
    files.write("users.csv", Users);
    const QString report = files.write(name.constData(), content);
    const CliRun run = load(files, report);
    QCOMPARE(run.status, 3);
    QVERIFY2(run.err.contains(report) && run.err.contains(QStringLiteral("--force")), qPrintable(run.err));
    QCOMPARE(files.read(name.constData()), content);
    QVERIFY(!files.exists("data/users.db")); // told before anything is loaded
}

void TestReportPlace::forceReplacesOthers()
{
    const DataFiles files;
    files.write("users.csv", Users);
    const QString report = files.write("r.html", Precious);
    const CliRun run = load(files, report, true);
    QVERIFY2(run.status == 2, qPrintable(run.err));
    QVERIFY(files.read("r.html").startsWith("<!DOCTYPE html>"));
}

void TestReportPlace::neverOverTheWork_data()
{
    QTest::addColumn<QByteArray>("report");
    QTest::addColumn<QByteArray>("kind"); // of a link to `victim`; empty: the report's name is the victim's
    QTest::addColumn<QByteArray>("victim");
    QTest::newRow("source") << QByteArray("users.csv") << QByteArray() << QByteArray("users.csv");
    QTest::newRow("source, hard link")
        << QByteArray("r.csv") << QByteArray("hard") << QByteArray("users.csv");
    QTest::newRow("source, symbolic link")
        << QByteArray("r.csv") << QByteArray("soft") << QByteArray("users.csv");
    QTest::newRow("source by another way")
        << QByteArray("data/../users.csv") << QByteArray() << QByteArray("users.csv");
    QTest::newRow("project") << QByteArray("p.json") << QByteArray() << QByteArray("p.json");
    QTest::newRow("project, hard link") << QByteArray("r.json") << QByteArray("hard") << QByteArray("p.json");
    QTest::newRow("database") << QByteArray("data/shop.csv") << QByteArray() << QByteArray("data/shop.csv");
    QTest::newRow("database, hard link")
        << QByteArray("r.csv") << QByteArray("hard") << QByteArray("data/shop.csv");
    QTest::newRow("database, symbolic link")
        << QByteArray("r.csv") << QByteArray("soft") << QByteArray("data/shop.csv");
    QTest::newRow("rejected lines") << QByteArray("users.csv.rejected.csv") << QByteArray()
                                    << QByteArray("users.csv.rejected.csv");
    QTest::newRow("rejected lines of another load")
        << QByteArray("old.csv.rejected-12.csv") << QByteArray() << QByteArray("old.csv.rejected-12.csv");
    QTest::newRow("reasons, symbolic link")
        << QByteArray("r.csv") << QByteArray("soft") << QByteArray("x.reasons.csv");
}

void TestReportPlace::neverOverTheWork()
{
    QFETCH(QByteArray, report);
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, victim);
    const DataFiles files;
    files.write("users.csv", Users);
    const CliRun sample({QStringLiteral("project")});
    QString project = sample.out;
    project.replace(QStringLiteral("\"users.db\""), QStringLiteral("\"shop.csv\""));
    const QStringList more{QStringLiteral("-p"), files.write("p.json", project.toUtf8())};
    QCOMPARE(CliRun(QStringList{QStringLiteral("migrate"), QStringLiteral("-d"), files.path("data")} + more)
                 .status,
             0);
    QVERIFY(files.exists("data/shop.csv"));
    if (!files.exists(victim.constData()))
        files.write(victim.constData(), Precious);
    if (kind == "hard")
        QVERIFY(link(files, victim.constData(), report.constData()));
    else if (kind == "soft")
        QVERIFY(symlink(files.path(victim.constData()), files, report.constData()));
    const QByteArray before = files.read(victim.constData());
    for (const bool force : {false, true}) {
        const CliRun run = load(files, files.path(report.constData()), force, more);
        QCOMPARE(run.status, 3);
        QVERIFY2(run.err.contains(QStringLiteral("choose another name")), qPrintable(run.err));
        QCOMPARE(files.read(victim.constData()), before);
    }
}

void TestReportPlace::notThroughLinks_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("said");
    QTest::newRow("nothing there") << QStringLiteral("nowhere.json") << QStringLiteral("leads to no file");
    QTest::newRow("itself") << QStringLiteral("r.json") << QStringLiteral("leads to no file");
    QTest::newRow("a device") << QStringLiteral("/dev/null") << QStringLiteral("not a file");
    QTest::newRow("a folder") << QStringLiteral("data") << QStringLiteral("not a file");
}

void TestReportPlace::notThroughLinks()
{
    QFETCH(QString, target);
    QFETCH(QString, said);
    const DataFiles files;
    files.write("users.csv", Users);
    QVERIFY(QDir().mkpath(files.path("data")));
    QVERIFY(symlink(target, files, "r.json"));
    for (const bool force : {false, true}) {
        const CliRun run = load(files, files.path("r.json"), force);
        QCOMPARE(run.status, 3);
        QVERIFY2(run.err.contains(said), qPrintable(run.err));
        QVERIFY(!files.exists("nowhere.json"));
    }
}

void TestReportPlace::intoAPipe()
{
    const DataFiles files;
    files.write("users.csv", Users);
    const QByteArray name = QFile::encodeName(files.path("r.json"));
    QCOMPARE(::mkfifo(name.constData(), 0600), 0);
    const int reader = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    const CliRun run = load(files, files.path("r.json"));
    QVERIFY2(run.status == 2, qPrintable(run.err));
    QByteArray text(1 << 16, '\0');
    text.truncate(::read(reader, text.data(), static_cast<std::size_t>(text.size())));
    ::close(reader);
    QVERIFY2(QJsonDocument::fromJson(text).isObject(), text.constData());
    struct stat status = {};
    QVERIFY(::lstat(name.constData(), &status) == 0 && S_ISFIFO(status.st_mode));
}

// A name that the load itself gives to a file of its own.
void TestReportPlace::fileThatAppearsMeanwhile()
{
    const DataFiles files;
    files.write("users.csv", Users);
    const CliRun run = load(files, files.path("users.csv.rejected.csv"), true);
    QCOMPARE(run.status, 3);
    QVERIFY(!files.exists("users.csv.rejected.csv"));
}

void TestReportPlace::generateMakesFilesInItsDirectoryOnly_data()
{
    QTest::addColumn<QString>("entity");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("said");
    QTest::newRow("name leads out") << QStringLiteral("../precious") << QString() << QStringLiteral("\"/\"");
    QTest::newRow("name is absolute")
        << QStringLiteral("/tmp/precious") << QString() << QStringLiteral("\"/\"");
    QTest::newRow("link to nothing") << QStringLiteral("u") << QStringLiteral("nothing.csv")
                                     << QStringLiteral("leads to no file");
    QTest::newRow("link to the project")
        << QStringLiteral("u") << QStringLiteral("p.json") << QStringLiteral("choose another name");
    QTest::newRow("link to a device")
        << QStringLiteral("u") << QStringLiteral("/dev/null") << QStringLiteral("not a file");
}

void TestReportPlace::generateMakesFilesInItsDirectoryOnly()
{
    QFETCH(QString, entity);
    QFETCH(QString, link);
    QFETCH(QString, said);
    const DataFiles files;
    files.write("precious.csv", Precious);
    QString text = CliRun({QStringLiteral("project")}).out;
    text.replace(QStringLiteral("\"name\": \"users\",\n      \"title\""),
                 QStringLiteral("\"name\": \"%1\",\n      \"title\"").arg(entity));
    text.replace(QStringLiteral("\"users\": ["), QStringLiteral("\"%1\": [").arg(entity)); // its test data
    const QString project = files.write("p.json", text.toUtf8());
    QVERIFY(QDir().mkpath(files.path("out")));
    if (!link.isEmpty())
        QVERIFY(symlink(link.startsWith(u'/') ? link : files.path(qPrintable(link)), files, "out/u.csv"));
    const CliRun run({QStringLiteral("generate"), QStringLiteral("-p"), project, QStringLiteral("-e"), entity,
                      QStringLiteral("-o"), files.path("out"), QStringLiteral("--force")});
    QVERIFY2(run.status != 0 && run.err.contains(said), qPrintable(QString::number(run.status) + run.err));
    QCOMPARE(files.read("precious.csv"), Precious);
    QCOMPARE(files.read("p.json"), text.toUtf8());
    QVERIFY(!files.exists("nothing.csv"));
}

QTEST_GUILESS_MAIN(TestReportPlace)
#include "tst_reportplace.moc"
