// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"
#include "support/widewindow.h"

#include <QProcess>
#include <QStorageInfo>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Weir;
using namespace WeirTest;

/// SQLite before 3.51.3 loses acknowledged rows when checkpoints overlap commits of other connections. Sixty
/// seconds of the product's write path with checkpoints requested from three threads lose none; the same
/// without the gate does, so the trap is real. Both run with the bug's window held open.
class TestWalGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { widenCheckpointWindow(std::chrono::microseconds(300)); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void gatedLosesNothing();
    void ungatedLosesRows();

private:
    static QString memoryDirectory();
};

/// Speed makes the overlap likely: files in memory where there is such a place.
QString TestWalGuard::memoryDirectory()
{
    const QString shm = QStringLiteral("/dev/shm");
    const bool roomy = QStorageInfo(shm).bytesAvailable() > 1'000'000'000;
    return (roomy ? shm : QDir::tempPath()) + QStringLiteral("/tst_walguard_XXXXXX");
}

void TestWalGuard::gatedLosesNothing()
{
    const QTemporaryDir directory(memoryDirectory());
    Project project = ProjectFile::sample();
    for (DatabaseProfile &profile : project.databases)
        profile.sqlite().synchronous = Synchronous::Off;
    Databases databases(directory.path());
    Runner runner(databases);
    const auto run = [&](Strategy strategy, quint64 id) {
        project.run.strategy = strategy;
        RunRecorder recorder(id);
        const std::stop_token cancel;
        return runner.execute(RunPlan::make(project), recorder, cancel);
    };
    QVERIFY(run(Strategy::Queue, 1));

    std::atomic<bool> stop{false};
    std::atomic<qint64> checkpoints{0};
    std::atomic<qint64> refused{0};
    std::vector<std::thread> checkpointers;
    for (int i = 0; i < 3; ++i) {
        checkpointers.emplace_back([&, users = databases.backend(QStringLiteral("users"))] {
            while (!stop)
                ++(!users->settle() ? refused : checkpoints);
        });
    }
    qint64 runs = 1;
    bool allRight = true;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (allRight && std::chrono::steady_clock::now() < end) {
        const auto strategy = static_cast<Strategy>(runs % 3);
        const Expected<FinishedRun> result = run(strategy, static_cast<quint64>(++runs));
        allRight = result && result->result.counts() == Counts{25, 5, 0, 0};
    }
    stop = true;
    for (std::thread &thread : checkpointers)
        thread.join();

    QVERIFY(allRight);
    QCOMPARE(refused.load(), 0);
    QVERIFY2(checkpoints.load() > runs, qPrintable(QString::number(checkpoints.load())));
    const RawDatabase users(directory.filePath(QStringLiteral("users.db")));
    QCOMPARE(users.value("SELECT count(*) FROM users"), std::to_string(9 * runs));
    QCOMPARE(users.value("PRAGMA integrity_check"), std::string("ok"));
}

void TestWalGuard::ungatedLosesRows()
{
    if (sqlite3_libversion_number() >= 3051003)
        QSKIP("this SQLite has the WAL-reset bug fixed");
    const QTemporaryDir directory(memoryDirectory());
    QProcess writers;
    writers.start(QStringLiteral(WEIR_BIN_DIR "/ungatedwriters"), {directory.path(), QStringLiteral("60")});
    QVERIFY(writers.waitForStarted());
    QVERIFY(writers.waitForFinished(120000));
    QVERIFY2(writers.exitCode() == 1, "nothing was lost without the gate: the test above proves nothing");
    qInfo("without the gate: %s", writers.readAllStandardOutput().trimmed().constData());
}

QTEST_GUILESS_MAIN(TestWalGuard)
#include "tst_walguard.moc"
