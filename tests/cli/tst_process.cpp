// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/programrun.h"
#include "core/project/projectfile.h"
#include "support/outsider.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

using namespace Weir;

/// The program itself: streams, signals, locale, environment.
class TestProcess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void goldenReport_data();
    void goldenReport();
    void defaultDataDirectory();
    void terminalColor_data();
    void terminalColor();
    void fullOutput();
    void closedOutput();
    void closedPipe();
    void signalCancels_data();
    void signalCancels();
    void secondSignalEnds();
    void projectFromPipe();

private:
    static QByteArray withoutTime(const QByteArray &report)
    {
        return QString::fromUtf8(report)
            .replace(QRegularExpression(QStringLiteral("time: \\d+\\.\\d{4} ")), QStringLiteral("time: T "))
            .toUtf8();
    }
    static QByteArray golden()
    {
        QFile file(QStringLiteral(WEIR_SOURCE_DIR "/tests/data/expected_output.txt"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static bool runShell(QProcess &process, const char *command, const QTemporaryDir &directory)
    {
        return ::runShell(process, command, directory.path());
    }
    /// A run that waits for a lock on orders.db which never goes away, with products.db written: so many
    /// rows.
    static bool startBlockedRun(QProcess &process, const QTemporaryDir &directory, const Outsider &orders,
                                int products = 18);
};

void TestProcess::goldenReport_data()
{
    QTest::addColumn<QByteArray>("locale");
    for (const char *locale : {"C.UTF-8", "C", "POSIX", "nowhere"})
        QTest::newRow(locale) << QByteArray(locale);
}

void TestProcess::goldenReport()
{
    QFETCH(QByteArray, locale);
    const QTemporaryDir directory;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QString::fromLatin1(locale));
    process.setProcessEnvironment(environment);
    process.start(program(), {QStringLiteral("run"), QStringLiteral("--data-dir"), directory.path()});
    QVERIFY(process.waitForFinished(FinishMs));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(process.readAllStandardError(), QByteArray());
    QCOMPARE(withoutTime(process.readAllStandardOutput()), withoutTime(golden()));
}

void TestProcess::defaultDataDirectory()
{
    const QTemporaryDir directory;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), directory.path());
    process.setProcessEnvironment(environment);
    process.start(program(), {QStringLiteral("run"), QStringLiteral("--quiet")});
    QVERIFY(process.waitForFinished(FinishMs));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(QFile::exists(directory.filePath(QStringLiteral("weir/users.db"))));
}

void TestProcess::terminalColor_data()
{
    QTest::addColumn<QString>("noColor");
    QTest::addColumn<bool>("colorful");
    QTest::newRow("colour") << QString() << true;
    QTest::newRow("NO_COLOR") << QStringLiteral("1") << false;
}

void TestProcess::terminalColor()
{
    QFETCH(QString, noColor);
    QFETCH(bool, colorful);
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    environment.insert(QStringLiteral("NO_COLOR"), noColor);
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QString::fromLatin1(::ptsname(master)));
    // Short enough for the terminal's buffer.
    process.start(program(), {QStringLiteral("validate")});
    QVERIFY(process.waitForFinished(FinishMs));
    QCOMPARE(process.exitCode(), 2);
    QByteArray text(1 << 14, '\0');
    text.truncate(std::max<qsizetype>(::read(master, text.data(), static_cast<std::size_t>(text.size())), 0));
    ::close(master);
    QVERIFY(text.contains("Name is required"));
    QCOMPARE(text.contains("\x1b[31m"), colorful);
}

void TestProcess::fullOutput()
{
    const QTemporaryDir directory;
    QProcess process;
    QVERIFY(runShell(process, "exec \"$0\" project > /dev/full", directory));
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().startsWith("weir-cli: The output could not be written"));
}

/// Descriptor 1 must not become a database that the report is then written into.
void TestProcess::closedOutput()
{
    const QTemporaryDir directory;
    QProcess process;
    QVERIFY(runShell(process, "exec \"$0\" run --data-dir \"$1\" <&- >&- 2>&-", directory));
    QCOMPARE(process.exitCode(), 2);
    for (const char *name : {"users", "products", "orders"}) {
        const Outsider outsider(directory.filePath(QString::fromLatin1(name) + QStringLiteral(".db")));
        QCOMPARE(outsider.number("SELECT count(*) = 1 FROM pragma_quick_check WHERE quick_check = 'ok'"), 1);
    }
}

void TestProcess::closedPipe()
{
    const QTemporaryDir directory;
    QProcess process;
    QVERIFY(runShell(process, "{ \"$0\" run --data-dir \"$1\"; echo $? >&2; } | true", directory));
    QCOMPARE(process.readAllStandardError(), QByteArray("2\n"));
    const Outsider users(directory.filePath(QStringLiteral("users.db")));
    QCOMPARE(users.number("SELECT count(*) FROM users"), 9);
}

bool TestProcess::startBlockedRun(QProcess &process, const QTemporaryDir &directory, const Outsider &orders,
                                  int products)
{
    Project project = ProjectFile::sample();
    for (DatabaseProfile &profile : project.databases)
        profile.patience = std::chrono::milliseconds(600000);
    const QString path = directory.filePath(QStringLiteral("patient.weir"));
    if (!ProjectFile::save(project, path) || !orders.execute("BEGIN IMMEDIATE"))
        return false;
    process.start(
        program(),
        {QStringLiteral("run"), QStringLiteral("-p"), path, QStringLiteral("-d"), directory.path()});
    if (!process.waitForStarted(FinishMs))
        return false;
    const Outsider database(directory.filePath(QStringLiteral("products.db")));
    return QTest::qWaitFor([&] { return database.number("SELECT count(*) FROM products") == products; },
                           FinishMs);
}

void TestProcess::signalCancels_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestProcess::signalCancels()
{
    QFETCH(int, signal);
    const QTemporaryDir directory;
    QProcess process;
    QVERIFY(runShell(process, "exec \"$0\" run -q --data-dir \"$1\"", directory));
    const Outsider orders(directory.filePath(QStringLiteral("orders.db")));
    QVERIFY(startBlockedRun(process, directory, orders));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    QVERIFY(process.waitForFinished(FinishMs));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 128 + signal);
    const QString report = QString::fromUtf8(process.readAllStandardOutput());
    QVERIFY2(report.contains(QStringLiteral("\nProducts: 9 successful | 1 failed | 0 cancelled\n")),
             qPrintable(report));
    QVERIFY2(report.contains(QStringLiteral("\nOrders:   0 successful | 3 failed | 7 cancelled\n")),
             qPrintable(report));
    QVERIFY(orders.execute("ROLLBACK"));
    QCOMPARE(orders.number("SELECT count(*) FROM orders"), 7);
}

/// A program that is stopped and continued has both signals before it could act on the first.
void TestProcess::secondSignalEnds()
{
    const QTemporaryDir directory;
    QProcess first;
    QVERIFY(runShell(first, "exec \"$0\" run -q --data-dir \"$1\"", directory));
    const Outsider orders(directory.filePath(QStringLiteral("orders.db")));
    bool killed = false;
    for (int run = 2; run <= 6 && !killed; ++run) { // the run can be over before the second one
        QProcess process;
        QVERIFY(startBlockedRun(process, directory, orders, 9 * run));
        QVERIFY(signalTwice(process));
        killed = process.exitStatus() == QProcess::CrashExit;
        QVERIFY(orders.execute("ROLLBACK"));
    }
    QVERIFY(killed);
    QCOMPARE(orders.number("SELECT count(*) FROM orders"), 7);
}

void TestProcess::projectFromPipe()
{
    const QTemporaryDir directory;
    QProcess process;
    QVERIFY(runShell(process, "\"$0\" project | \"$0\" run --project - --data-dir \"$1\"", directory));
    QCOMPARE(process.exitCode(), 2);
    QCOMPARE(withoutTime(process.readAllStandardOutput()), withoutTime(golden()));
}

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
