// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/progressprinter.h"
#include "cli/console/signalwatcher.h"
#include "cli/datafiles.h"
#include "engine/load/values/loadmonitor.h"
#include "support/fewthreads.h"

#include <QTest>

#include <algorithm>
#include <signal.h>
#include <sstream>

using namespace Weir;
using namespace WeirTest;

/// The command line where the system refuses threads.
class TestRefusedThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { allowThreads(); }
    void nobodyWatches();
    void noProgress();
    void commands_data();
    void commands();
};

void TestRefusedThreads::nobodyWatches()
{
    allowThreads(0);
    const SignalWatcher watcher([] {});
    sigset_t blocked;
    QCOMPARE(::pthread_sigmask(SIG_BLOCK, nullptr, &blocked), 0);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        QCOMPARE(::sigismember(&blocked, signal), 0);
    QCOMPARE(watcher.received(), 0);
}

void TestRefusedThreads::noProgress()
{
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Console console(in, out, err, false);
    LoadMonitor monitor(1);
    allowThreads(0);
    {
        const ProgressPrinter printer(console, monitor, {QStringLiteral("x.csv")},
                                      std::chrono::milliseconds(1));
    }
    QCOMPARE(err.str(), std::string());
}

void TestRefusedThreads::commands_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {0, 1, 2, 3, 5, 8, 40})
        QTest::addRow("%d", threads) << threads;
}

/// Done or not done, and said.
void TestRefusedThreads::commands()
{
    QFETCH(const int, threads);
    const DataFiles files;
    const QString users = files.write("users.csv", "name,email\nAnn,ann@example.com\n");
    const QString data = files.path("data");
    allowThreadsAtOnce(threads);
    const CliRun run({QStringLiteral("run"), QStringLiteral("-d"), data, QStringLiteral("--json")});
    const CliRun load({QStringLiteral("load"), QStringLiteral("-d"), data, users});
    allowThreads();
    const qint64 rows = files.query("users", QStringLiteral("SELECT count(*) FROM users")).toLongLong();
    QVERIFY2(run.status == 2 || (run.status == 3 && run.err.contains(QStringLiteral("threads"))),
             qPrintable(run.err));
    QVERIFY2(load.status == 0 || (load.status == 3 && load.err.contains(QStringLiteral("threads"))),
             qPrintable(load.err));
    QCOMPARE(rows, (run.status == 2 ? 9 : 0) + (load.status == 0 ? 1 : 0));
    QCOMPARE(run.status == 2, threads > 1); // the watcher of signals has one
}

QTEST_GUILESS_MAIN(TestRefusedThreads)
#include "tst_refusedthreads.moc"
