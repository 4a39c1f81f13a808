// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/runcontroller.h"
#include "support/enginefixture.h"
#include "support/fewthreads.h"

#include <QSignalSpy>
#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// Runs where the system allows few threads: thirty tasks, a thread each.
class TestRunThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { allowThreads(); }

    void fewThreads_data();
    void fewThreads();
    void warmThreadsAreEnough();
    void refusedAfterTheProof_data();
    void refusedAfterTheProof();
    void lateThreadsDoNothing();
    void controller_data();
    void controller();

private:
    static constexpr int Tasks = 30;
};

void TestRunThreads::fewThreads_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {0, 1, 2, 7, 29, 30, 31})
        QTest::addRow("%d", threads) << threads;
}

void TestRunThreads::fewThreads()
{
    QFETCH(const int, threads);
    EngineFixture fixture;
    allowThreadsAtOnce(threads);
    const Expected<FinishedRun> run = fixture.run();
    if (threads == 0) {
        QVERIFY(!run);
        QVERIFY2(run.error().sentence.contains(QStringLiteral("threads")), qPrintable(run.error().sentence));
        QCOMPARE(fixture.rows("users"), std::string("0"));
    } else {
        QVERIFY(run);
        QCOMPARE(run->result.counts(), (Counts{25, 5, 0, 0}));
        QCOMPARE(run->result.threads, std::min(threads, Tasks));
        QCOMPARE(run->result.notes.isEmpty(), threads >= Tasks);
        QCOMPARE(fixture.rows("users"), std::string("9"));
    }
    allowThreads();
    QCOMPARE(fixture.run()->result.threads, Tasks);
}

void TestRunThreads::warmThreadsAreEnough()
{
    EngineFixture fixture;
    QVERIFY(fixture.run());
    allowThreads(0);
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.threads, Tasks);
    QCOMPARE(fixture.rows("users"), std::string("18"));
}

void TestRunThreads::refusedAfterTheProof_data()
{
    QTest::addColumn<int>("started");
    for (const int started : {0, 17, 29})
        QTest::addRow("%d", started) << started;
}

/// Somebody else took the room between the proof and the use of it.
void TestRunThreads::refusedAfterTheProof()
{
    QFETCH(const int, started);
    EngineFixture fixture;
    allowThreads(Tasks + started);
    for (int refused = started; refused < Tasks; ++refused)
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("Thread creation error")));
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(!run);
    QVERIFY2(run.error().sentence.contains(QStringLiteral("threads")), qPrintable(run.error().sentence));
    QCOMPARE(fixture.recorder->finishedTasks(), 0);
    QCOMPARE(fixture.rows("users"), std::string("0"));
    QCOMPARE(fixture.runner->openConnections(), 0);
    allowThreads();
    QCOMPARE(fixture.run()->result.counts(), (Counts{25, 5, 0, 0}));
}

void TestRunThreads::lateThreadsDoNothing()
{
    EngineFixture fixture;
    allowThreads(Tasks + 20, Beyond::Delay);
    QVERIFY(!fixture.run());
    startDelayedThreads();
    QCOMPARE(fixture.rows("users"), std::string("0"));
    QCOMPARE(fixture.run()->result.counts(), (Counts{25, 5, 0, 0}));
    QCOMPARE(fixture.rows("users"), std::string("9"));
}

void TestRunThreads::controller_data()
{
    QTest::addColumn<int>("threads"); // the controller has one itself
    QTest::addColumn<int>("runThreads");
    QTest::addRow("none") << 0 << 0;
    QTest::addRow("its own") << 1 << 0;
    QTest::addRow("one more") << 2 << 1;
    QTest::addRow("a few") << 8 << 7;
    QTest::addRow("enough") << 31 << 30;
}

void TestRunThreads::controller()
{
    QFETCH(const int, threads);
    QFETCH(const int, runThreads);
    const QTemporaryDir directory;
    RunController controller(directory.path());
    QSignalSpy finished(&controller, &RunController::finished);
    allowThreadsAtOnce(threads);
    QVERIFY(controller.start(RunPlan::make(ProjectFile::sample())));
    QVERIFY(finished.wait());
    const auto first = finished.takeFirst();
    QCOMPARE(first.at(0).value<FinishedRun>().result.threads, runThreads);
    QCOMPARE(first.at(1).toString().contains(QStringLiteral("threads")), runThreads == 0);
    QVERIFY(!controller.isRunning());
    allowThreads();
    QVERIFY(controller.start(RunPlan::make(ProjectFile::sample())));
    QVERIFY(finished.wait());
    QCOMPARE(finished.takeFirst().at(0).value<FinishedRun>().result.counts(), (Counts{25, 5, 0, 0}));
}

QTEST_GUILESS_MAIN(TestRunThreads)
#include "tst_runthreads.moc"
