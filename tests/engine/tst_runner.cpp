// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/reporttext.h"
#include "support/datedproject.h"
#include "support/enginefixture.h"
#include "support/strategies.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Weir;
using namespace WeirTest;

class TestRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void printsTheGoldenReport_data() { addStrategies(); }
    void printsTheGoldenReport();
    void tracesTileTheRun_data() { addStrategies(); }
    void tracesTileTheRun();
    void connectionsStayWarm();
    void fewerThreadsThanTasks_data() { addStrategies(); }
    void fewerThreadsThanTasks();
    void severalRowsATask();
    void givenKeysMayCollide();
    void runsChosenRowsOnly();
    void nothingToDoIsAnError();
    void typesThatAreNotReadYet();
    void recorderTellsEverything();
    void unusableDatabaseLeavesTheOthers();
    void journalModeChangesBetweenRuns();
};

void TestRunner::printsTheGoldenReport()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);

    QFile golden(QStringLiteral(WEIR_SOURCE_DIR "/tests/data/expected_output.txt"));
    QVERIFY(golden.open(QIODevice::ReadOnly));
    static const QRegularExpression time(QStringLiteral("time: [0-9.]+ seconds"));
    const QString expected = QString::fromUtf8(golden.readAll()).replace(time, QStringLiteral("time"));
    QCOMPARE(reportText(run->result).replace(time, QStringLiteral("time")).trimmed(), expected.trimmed());

    QCOMPARE(fixture.rows("users"), std::string("9"));
    QCOMPARE(fixture.rows("products"), std::string("9"));
    QCOMPARE(fixture.rows("orders"), std::string("7"));
    QCOMPARE(fixture.query(QStringLiteral("users.db"), "SELECT email FROM users WHERE name = 'Henry'"),
             std::string("henry@example.com"));
    QCOMPARE(fixture.query(QStringLiteral("products.db"),
                           "SELECT typeof(price) || sum(price) FROM products WHERE name = 'Laptop'"),
             std::string("real2000.0"));
}

void TestRunner::journalModeChangesBetweenRuns()
{
    EngineFixture fixture;
    for (DatabaseProfile &profile : fixture.project.databases)
        profile.patience = std::chrono::milliseconds(200);
    QCOMPARE(fixture.run()->result.counts().inserted, 25);
    for (const JournalMode mode : {JournalMode::Delete, JournalMode::Persist, JournalMode::Wal}) {
        fixture.project.databases[0].sqlite().journalMode = mode;
        const Expected<FinishedRun> run = fixture.run(); // the threads of the last one are still warm
        QVERIFY(run);
        QVERIFY2(run->result.entities[0].error.isEmpty(), qPrintable(run->result.entities[0].error));
        QCOMPARE(run->result.counts().inserted, 25);
    }
    QCOMPARE(fixture.rows("users"), std::string("36"));
}

void TestRunner::tracesTileTheRun()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QVERIFY(run->result.accounted());
    QCOMPARE(run->traces.size(), 30U);

    QSet<int> threads;
    qint64 last = 0;
    for (std::size_t task = 0; task < run->traces.size(); ++task) {
        const TaskTrace &trace = run->traces[task];
        QCOMPARE(trace.task, static_cast<int>(task));
        for (std::size_t span = 0; span < trace.spans().size(); ++span) {
            QVERIFY(trace.spans()[span].endNs >= trace.spans()[span].beginNs);
            QVERIFY(span == 0 || trace.spans()[span].beginNs == trace.spans()[span - 1].endNs);
        }
        QVERIFY(trace.beginOf(Phase::Starting) <= 0);
        QVERIFY(trace.beginOf(Phase::Validating) >= 0);
        threads.insert(trace.thread);
        last = std::max(last, trace.endNs());
        const TaskTrace &leader = run->traces[static_cast<std::size_t>(trace.leader)];
        QCOMPARE(leader.isCommitted(), trace.isCommitted());
        if (trace.isCommitted())
            QCOMPARE(leader.endOf(Phase::Committing), trace.endOf(Phase::Committing));
        QCOMPARE(leader.entity, trace.entity);
    }
    QCOMPARE(threads.size(), 30);
    QCOMPARE(run->result.elapsedNs, last);
    QCOMPARE(run->result.latencies.maximum, last);
    QVERIFY(run->result.latencies.p50 <= run->result.latencies.p95);
    if (strategy == Strategy::GroupCommit)
        QVERIFY2(run->result.transactions < 25, "tasks that arrive together share their commits");
    else
        QCOMPARE(run->result.transactions, 25);
}

void TestRunner::connectionsStayWarm()
{
    EngineFixture fixture;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(fixture.run());
        QCOMPARE(fixture.runner->openConnections(), 30);
    }
    QCOMPARE(fixture.rows("users"), std::string("180"));
    fixture.runner.reset();
    QVERIFY(!QFile::exists(fixture.file(QStringLiteral("users.db-journal"))));
}

void TestRunner::fewerThreadsThanTasks()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    fixture.project.run.threads = 4;
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.counts(), (Counts{25, 5, 0, 0}));
    QCOMPARE(run->result.threads, 4);
    for (const TaskTrace &trace : run->traces)
        QVERIFY(trace.thread >= 0 && trace.thread < 4);
}

void TestRunner::severalRowsATask()
{
    EngineFixture fixture;
    fixture.project.run.tasks = 3;
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.counts(), (Counts{25, 5, 0, 0}));
    QCOMPARE(run->result.transactions, 3);
    QCOMPARE(run->result.entities[2].outcomes[9].reason(), QStringLiteral("Quantity must be greater than 0"));
    QCOMPARE(run->result.entities[2].outcomes[9].row, 10);
}

void TestRunner::givenKeysMayCollide()
{
    EngineFixture fixture;
    fixture.project.testData[QStringLiteral("users")][0][0] = QStringLiteral("500");
    const Expected<FinishedRun> first = fixture.run();
    QVERIFY(first);
    QCOMPARE(first->result.entities[0].outcomes[0].key, RowKey(500));
    const Expected<FinishedRun> second = fixture.run();
    QVERIFY(second);
    QCOMPARE(second->result.entities[0].counts, (Counts{8, 1, 1, 0}));
    const Outcome &refused = second->result.entities[0].outcomes[0];
    QCOMPARE(refused.verdict, Verdict::Failed);
    QVERIFY(!refused.error.isEmpty());
    QCOMPARE(fixture.rows("users"), std::string("17"));
}

void TestRunner::runsChosenRowsOnly()
{
    EngineFixture fixture;
    const auto plan = RunPlan::make(fixture.project, {{QStringLiteral("users"), {1, 9}}});
    const Expected<FinishedRun> run = fixture.run(plan);
    QVERIFY(run);
    QCOMPARE(run->result.entities.size(), 1);
    QCOMPARE(run->result.counts(), (Counts{1, 1, 0, 0}));
    QCOMPARE(run->result.entities[0].outcomes[1].row, 10);
    QVERIFY(!QFile::exists(fixture.file(QStringLiteral("orders.db"))));
}

void TestRunner::nothingToDoIsAnError()
{
    EngineFixture fixture;
    fixture.project.testData.clear();
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(!run);
    QVERIFY(!run.error().sentence.isEmpty());
}

/// Refused before any database is made; and not where no row has such a field.
void TestRunner::typesThatAreNotReadYet()
{
    EngineFixture fixture;
    addBirthday(&fixture.project);
    const Expected<FinishedRun> refused = fixture.run();
    QVERIFY(!refused);
    QCOMPARE(refused.error().sentence, birthdayRefused());
    QVERIFY(QDir(fixture.directory.path()).entryList(QDir::Files).isEmpty());

    fixture.project.testData.remove(QStringLiteral("users"));
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.counts().inserted, 16);
    QVERIFY(!QFile::exists(fixture.file(QStringLiteral("users.db"))));
}

void TestRunner::recorderTellsEverything()
{
    EngineFixture fixture;
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(fixture.recorder->finishedTasks(), 30);
    const std::vector<TaskReport> reports = fixture.recorder->drain();
    QCOMPARE(reports.size(), 30U);
    Counts counts;
    for (const TaskReport &report : reports) {
        QCOMPARE(report.runId, fixture.lastRunId);
        for (const Outcome &outcome : report.outcomes)
            counts.add(outcome.verdict);
    }
    QCOMPARE(counts, run->result.counts());
    QVERIFY(fixture.recorder->drain().empty());
}

void TestRunner::unusableDatabaseLeavesTheOthers()
{
    EngineFixture fixture;
    QFile garbage(fixture.file(QStringLiteral("products.db")));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(10000, 'x'));
    garbage.close();
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QVERIFY(run->result.accounted());
    QCOMPARE(run->result.entities[0].counts, (Counts{9, 1, 0, 0}));
    QCOMPARE(run->result.entities[1].counts, (Counts{0, 1, 9, 0}));
    QCOMPARE(run->result.entities[2].counts, (Counts{7, 3, 0, 0}));
    QVERIFY(run->result.entities[1].error.contains(QStringLiteral("products.db")));
    QVERIFY(garbage.open(QIODevice::ReadOnly));
    QCOMPARE(garbage.readAll(), QByteArray(10000, 'x'));
}

QTEST_GUILESS_MAIN(TestRunner)
#include "tst_runner.moc"
