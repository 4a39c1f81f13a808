// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/datafiles.h"
#include "cli/programrun.h"
#include "core/project/projectfile.h"
#include "support/outsider.h"

#include <QProcess>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace Weir;

namespace {
constexpr char Users[] = "name,email\nAnn,ann@example.com\n,nobody@example.com\nBob,bob@example.com\n";
constexpr char Orders[] = "user_id,product_id,quantity\n1,1,1\n2,2,2\n3,3,3\n";
} // namespace

/// weir-cli load and generate as programs: standard input, signals, progress.
class TestLoadProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void standardInput_data();
    void standardInput();
    void namedPipe_data();
    void namedPipe();
    void resumesFromAPipe();
    void standardInputTwice();
    void emptyStandardInput();
    void generateIntoLoad();
    void generateIntoNothing_data();
    void generateIntoNothing();
    void signalStops_data();
    void signalStops();
    void secondSignalEnds();
    void progressLines();
    void progressBars();

private:
    static bool runShell(QProcess &process, const char *command, const DataFiles &files)
    {
        return ::runShell(process, command, files.path(""));
    }
    /// Databases with tables, and a project whose loads wait long for a lock.
    static bool prepare(const DataFiles &files);
    /// A load of both files that waits for a lock on orders.db, with users.db written.
    static bool startBlockedLoad(QProcess &process, const DataFiles &files, const Outsider &orders);
    static QStringList arguments(const DataFiles &files)
    {
        return {QStringLiteral("load"),   QStringLiteral("-p"),         files.path("patient.weir"),
                QStringLiteral("-d"),     files.path("data"),           files.path("users.csv"),
                files.path("orders.csv"), QStringLiteral("--interval"), QStringLiteral("0.05")};
    }
};

void TestLoadProcess::standardInput_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::newRow("pipe") << QByteArray(
        "cat \"$1\"/x.csv | \"$0\" load -q users=- -d \"$1\"/data --no-rejects");
    QTest::newRow("redirected") << QByteArray("\"$0\" load -q - -d \"$1\"/data --no-rejects < \"$1\"/x.csv");
    QTest::newRow("compressed") << QByteArray(
        "gzip -c \"$1\"/x.csv | \"$0\" load -q users=- -d \"$1\"/data --no-rejects");
    QTest::newRow("in pieces") << QByteArray(
        "(head -n 2 \"$1\"/x.csv; tail -n 2 \"$1\"/x.csv) | \"$0\" load -q users=- -d \"$1\"/data "
        "--no-rejects");
}

void TestLoadProcess::standardInput()
{
    QFETCH(QByteArray, command);
    const DataFiles files;
    files.write("x.csv", Users);
    QProcess process;
    QVERIFY(runShell(process, command.constData(), files));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.isEmpty(), errors.constData());
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(files.query("users", QStringLiteral("SELECT group_concat(name) FROM users")),
             QStringLiteral("\"Ann,Bob\"\n"));
}

void TestLoadProcess::namedPipe_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("command");
    const QByteArray pipe =
        "mkfifo \"$1\"/p.csv; cat \"$1\"/x.csv > \"$1\"/p.csv & \"$0\" load -q users=\"$1\"/p.csv";
    const QByteArray packed =
        "mkfifo \"$1\"/p.csv; gzip -c \"$1\"/x.csv > \"$1\"/p.csv & \"$0\" load -q users=\"$1\"/p.csv";
    const QByteArray descriptor = "cat \"$1\"/x.csv | \"$0\" load -q users=/dev/fd/0"; // as <(…) of bash
    for (const int rows : {3, 200000}) {
        QTest::addRow("%d", rows) << rows << pipe;
        QTest::addRow("%d, compressed", rows) << rows << packed;
        QTest::addRow("%d, descriptor", rows) << rows << descriptor;
    }
}

void TestLoadProcess::namedPipe()
{
    QFETCH(int, rows);
    QFETCH(QByteArray, command);
    const DataFiles files;
    QByteArray text = "name,email\n,nobody@example.com\n";
    for (int i = 1; i <= rows; ++i)
        text += "User " + QByteArray::number(i) + ",user@example.com\n";
    files.write("x.csv", text);
    QProcess process;
    process.setWorkingDirectory(files.path(""));
    QVERIFY(runShell(process, (command + " -d \"$1\"/data").constData(), files));
    const QByteArray errors = process.readAllStandardError();
    QVERIFY2(errors.isEmpty(), errors.constData());
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(files.query("users", QStringLiteral("SELECT count(*), max(substr(name, 6) + 0) FROM users")),
             QStringLiteral("%1,%1\n").arg(rows));
    const char *rejected = command.contains("/dev/") ? "stream.rejected.csv" : "p.csv.rejected.csv";
    QCOMPARE(files.read(rejected), QByteArray("name,email\n,nobody@example.com\n"));
}

void TestLoadProcess::resumesFromAPipe()
{
    const DataFiles files;
    files.write("x.csv", Users);
    const QByteArray command =
        "cat \"$1\"/x.csv | \"$0\" load -q users=/dev/fd/0 -d \"$1\"/data --batch-rows 1 --no-rejects";
    QProcess process;
    QVERIFY(runShell(process, (command + " --max-rejected 0").constData(), files));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(files.query("users", QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("1\n"));
    QVERIFY(runShell(process, (command + " --resume").constData(), files));
    QCOMPARE(files.query("users", QStringLiteral("SELECT group_concat(name) FROM users")),
             QStringLiteral("\"Ann,Bob\"\n"));
}

void TestLoadProcess::standardInputTwice()
{
    const DataFiles files;
    QProcess process;
    QVERIFY(runShell(process, "\"$0\" load users=- orders=- -d \"$1\"/data < /dev/null", files));
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(runShell(process, "\"$0\" load users=- -p - -d \"$1\"/data < /dev/null", files));
    QCOMPARE(process.exitCode(), 1);
}

void TestLoadProcess::emptyStandardInput()
{
    const DataFiles files;
    QProcess process;
    QVERIFY(runShell(process, "\"$0\" load users=- -d \"$1\"/data < /dev/null", files));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    QVERIFY(process.readAllStandardOutput().contains("0 read, 0 inserted"));
}

void TestLoadProcess::generateIntoLoad()
{
    const DataFiles files;
    QProcess process;
    QVERIFY(runShell(process,
                     "\"$0\" generate -e orders -r 50000 --invalid 1 --no-keys -o - | "
                     "\"$0\" load -q orders=- -d \"$1\"/data --no-rejects",
                     files));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(files.query("orders", QStringLiteral("SELECT count(*), max(id) FROM orders")),
             QStringLiteral("49500,49500\n"));
}

void TestLoadProcess::generateIntoNothing_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<bool>("told");
    QTest::newRow("reader went away")
        << QByteArray("{ %1; echo $? >&3; } 3>\"$1\"/status | head -n 1") << false;
    QTest::newRow("full disk") << QByteArray("{ %1; echo $? >&3; } 3>\"$1\"/status > /dev/full") << true;
}

/// The rows would take hours.
void TestLoadProcess::generateIntoNothing()
{
    QFETCH(const QByteArray, command);
    QFETCH(const bool, told);
    const DataFiles files;
    QProcess process;
    const QByteArray generate = "\"$0\" generate -e users -r 100000000000 -o -";
    QVERIFY(runShell(process, QByteArray(command).replace("%1", generate).constData(), files));
    QCOMPARE(process.readAllStandardError().contains("could not be written"), told);
    QCOMPARE(files.read("status"), QByteArray("3\n"));
}

bool TestLoadProcess::prepare(const DataFiles &files)
{
    Project project = ProjectFile::sample();
    for (DatabaseProfile &profile : project.databases)
        profile.patience = std::chrono::milliseconds(600000);
    return ProjectFile::save(project, files.path("patient.weir")).has_value()
        && CliRun({QStringLiteral("migrate"), QStringLiteral("-q"), QStringLiteral("-d"), files.path("data")})
               .status
        == 0
        && !files.write("users.csv", Users).isEmpty() && !files.write("orders.csv", Orders).isEmpty();
}

bool TestLoadProcess::startBlockedLoad(QProcess &process, const DataFiles &files, const Outsider &orders)
{
    if (!orders.execute("BEGIN IMMEDIATE"))
        return false;
    process.start(program(), arguments(files));
    if (!process.waitForStarted(FinishMs))
        return false;
    const Outsider users(files.path("data/users.db"));
    return QTest::qWaitFor([&] { return users.number("SELECT count(*) FROM users") == 2; }, FinishMs);
}

void TestLoadProcess::signalStops_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestLoadProcess::signalStops()
{
    QFETCH(int, signal);
    const DataFiles files;
    QVERIFY(prepare(files));
    const Outsider orders(files.path("data/orders.db"));
    QProcess process;
    QVERIFY(startBlockedLoad(process, files, orders));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(FinishMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 128 + signal);
    const QByteArray output = process.readAllStandardOutput() + process.readAllStandardError();
    QVERIFY2(output.contains("--resume"), output.constData());
    QVERIFY(orders.execute("ROLLBACK"));
    QCOMPARE(orders.number("SELECT count(*) FROM orders"), 0);

    const CliRun resumed(arguments(files) + QStringList{QStringLiteral("--resume")});
    QVERIFY2(resumed.status == 2 || resumed.status == 0, qPrintable(resumed.out + resumed.err));
    QCOMPARE(orders.number("SELECT count(*) FROM orders"), 3);
    QCOMPARE(files.query("users", QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("2\n"));
}

void TestLoadProcess::secondSignalEnds()
{
    const DataFiles files;
    QVERIFY(prepare(files));
    const Outsider orders(files.path("data/orders.db"));
    bool killed = false;
    for (int attempt = 0; attempt < 5 && !killed; ++attempt) { // the load can be over before the second one
        QProcess process;
        QVERIFY(startBlockedLoad(process, files, orders));
        QVERIFY(signalTwice(process));
        killed = process.exitStatus() == QProcess::CrashExit;
        QVERIFY(orders.execute("ROLLBACK"));
    }
    QVERIFY(killed);
    const CliRun resumed(arguments(files) + QStringList{QStringLiteral("--resume")});
    QVERIFY2(resumed.status == 2 || resumed.status == 0, qPrintable(resumed.out + resumed.err));
    QCOMPARE(orders.number("SELECT count(*) FROM orders"), 3);
}

void TestLoadProcess::progressLines()
{
    const DataFiles files;
    QVERIFY(prepare(files));
    const Outsider orders(files.path("data/orders.db"));
    QProcess process;
    QVERIFY(startBlockedLoad(process, files, orders));
    QByteArray errors;
    QVERIFY(QTest::qWaitFor(
        [&] {
            errors += process.readAllStandardError();
            return errors.count('\n') >= 3;
        },
        FinishMs));
    QVERIFY(orders.execute("ROLLBACK"));
    QVERIFY(process.waitForFinished(FinishMs));
    const QString before = QStringLiteral("^\\d+\\.\\d s: \\d+ rows, ");
    const QString after = QStringLiteral("[\\d,]+ rows/s, [\\d.]+ MB/s, .*\\d+ rejected$");
    // Before the file is open its size is not known.
    const QRegularExpression line(before + QStringLiteral("(\\d+ %, )?") + after);
    const QRegularExpression whole(before + QStringLiteral("\\d+ %, ") + after);
    const QList<QByteArray> lines = errors.left(errors.lastIndexOf('\n')).split('\n');
    for (const QByteArray &each : lines)
        QVERIFY2(line.match(QString::fromUtf8(each)).hasMatch(), each.constData());
    QVERIFY2(whole.match(QString::fromUtf8(lines.last())).hasMatch(), lines.last().constData());
}

void TestLoadProcess::progressBars()
{
    const DataFiles files;
    QVERIFY(prepare(files));
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    QVERIFY(::fcntl(master, F_SETFL, O_NONBLOCK) == 0);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(QString::fromLatin1(::ptsname(master)));
    const Outsider orders(files.path("data/orders.db"));
    QVERIFY(startBlockedLoad(process, files, orders));
    QByteArray screen;
    const auto read = [&] {
        QByteArray text(1 << 14, '\0');
        const ssize_t count = ::read(master, text.data(), static_cast<std::size_t>(text.size()));
        screen += text.left(std::max<qsizetype>(count, 0));
    };
    QVERIFY(QTest::qWaitFor(
        [&] {
            read();
            return screen.contains("\x1b[3A");
        },
        FinishMs));
    QVERIFY(orders.execute("ROLLBACK"));
    QVERIFY(QTest::qWaitFor(
        [&] {
            read();
            return process.state() == QProcess::NotRunning || process.waitForFinished(1);
        },
        FinishMs));
    read();
    ::close(master);
    QVERIFY2(screen.contains("users.csv"), screen.constData());
    QVERIFY2(screen.contains("[####################] 100 %"), screen.constData());
    QVERIFY2(screen.contains("all files"), screen.constData());
    QVERIFY2(screen.contains("\x1b[3A\x1b[J"), screen.constData());
}

QTEST_GUILESS_MAIN(TestLoadProcess)
#include "tst_loadprocess.moc"
