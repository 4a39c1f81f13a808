// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "support/enginefixture.h"
#include "support/strategies.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace Weir;
using namespace WeirTest;

class TestCancel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void atRandomMoments_data() { addStrategies(); }
    void atRandomMoments();
    void endsAWaitForALock_data() { addStrategies(); }
    void endsAWaitForALock();
    void beforeItBegan();
};

void TestCancel::atRandomMoments()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    QVERIFY(fixture.run());
    QRandomGenerator random(42);
    Counts total = fixture.recorder ? Counts{25, 5, 0, 0} : Counts{};
    bool cancelledSome = false;
    for (int round = 0; round < 100; ++round) {
        RunRecorder recorder(1000 + static_cast<quint64>(round));
        std::stop_source cancel;
        const std::chrono::microseconds moment(random.bounded(4000));
        std::thread canceller([&cancel, moment] {
            stoppableSleep(moment);
            cancel.request_stop();
        });
        const Expected<FinishedRun> run =
            fixture.runner->execute(RunPlan::make(fixture.project), recorder, cancel.get_token());
        canceller.join();
        QVERIFY(run);
        QVERIFY(run->result.accounted());
        QCOMPARE(run->result.counts().read(), 30);
        QCOMPARE(run->result.counts().failed, 0);
        cancelledSome = cancelledSome || run->result.counts().cancelled > 0;
        total += run->result.counts();
    }
    QVERIFY2(cancelledSome, "no run was caught under way: the moments do not fit the machine");
    const int rows = std::stoi(fixture.rows("users")) + std::stoi(fixture.rows("products"))
        + std::stoi(fixture.rows("orders"));
    QCOMPARE(rows, total.inserted);
}

void TestCancel::endsAWaitForALock()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    for (DatabaseProfile &profile : fixture.project.databases)
        profile.patience = std::chrono::milliseconds(600000);
    QVERIFY(fixture.run());

    const RawDatabase other(fixture.file(QStringLiteral("users.db")));
    QVERIFY(other.exec("BEGIN IMMEDIATE"));
    RunRecorder recorder(77);
    std::stop_source cancel;
    std::optional<Expected<FinishedRun>> run;
    std::thread runner(
        [&] { run = fixture.runner->execute(RunPlan::make(fixture.project), recorder, cancel.get_token()); });
    // Everything but the nine users gets its verdict; those wait for the lock.
    QTRY_VERIFY_WITH_TIMEOUT(recorder.finishedTasks() >= 21, 20000);
    cancel.request_stop();
    runner.join(); // without the cancel it would take ten minutes
    QVERIFY(run && *run);
    QVERIFY((*run)->result.accounted());
    QCOMPARE((*run)->result.entities[0].counts, (Counts{0, 1, 0, 9}));
    QCOMPARE((*run)->result.entities[1].counts, (Counts{9, 1, 0, 0}));
    QVERIFY((*run)->result.cancelled);
    // Those that were cancelled waited longest, and have no latency.
    QVERIFY((*run)->result.latencies.areKnown());
    QVERIFY((*run)->result.latencies.maximum < (*run)->result.elapsedNs);
    QVERIFY(other.exec("COMMIT"));
    QCOMPARE(fixture.rows("users"), std::string("9"));
}

void TestCancel::beforeItBegan()
{
    EngineFixture fixture;
    RunRecorder recorder(1);
    std::stop_source cancel;
    cancel.request_stop();
    const Expected<FinishedRun> run =
        fixture.runner->execute(RunPlan::make(fixture.project), recorder, cancel.get_token());
    QVERIFY(run);
    QCOMPARE(run->result.counts(), (Counts{0, 0, 0, 30}));
    QVERIFY(!run->result.latencies.areKnown());
    QVERIFY(!run->result.rowsPerSecond());
    QVERIFY(run->result.elapsedNs > 0);
}

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
