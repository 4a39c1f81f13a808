// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/runfeed.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Weir;

class TestRunFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_feed.reset(); }

    void deliversLive();
    void deliversTheRestAtTheEnd();
    void emptyRunIsDone();
    void replaysShortRunInOrder();
    void longRunIsNotReplayed();
    void slowRunBecomesLive();
    void skips();
    void nextRunEndsReplay();
    void nextRunEndsRun();
    void runsDoNotMix();
    void beginsNextRunWhenDone();

private:
    static void add(RunRecorder &recorder, int task, qint64 acknowledgedNs, quint64 runId = 0);
    QList<int> tasks() const { return m_tasks; }

    std::unique_ptr<RunFeed> m_feed;
    std::unique_ptr<QSignalSpy> m_done;
    QList<int> m_tasks; // as delivered
    int m_deliveries = 0;
};

void TestRunFeed::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_feed = std::make_unique<RunFeed>();
    m_done = std::make_unique<QSignalSpy>(m_feed.get(), &RunFeed::done);
    m_tasks.clear();
    m_deliveries = 0;
    connect(m_feed.get(), &RunFeed::reports, this, [this](const std::vector<TaskReport> &reports) {
        ++m_deliveries;
        for (const TaskReport &report : reports)
            m_tasks.append(report.trace.task);
    });
}

void TestRunFeed::add(RunRecorder &recorder, int task, qint64 acknowledgedNs, quint64 runId)
{
    TaskReport report;
    report.runId = runId > 0 ? runId : recorder.runId();
    report.trace.task = task;
    report.trace.enter(Phase::Reporting, acknowledgedNs);
    recorder.add(report);
}

void TestRunFeed::deliversLive()
{
    const auto recorder = std::make_shared<RunRecorder>(1);
    m_feed->begin(recorder);
    add(*recorder, 3, 10);
    QTRY_COMPARE(tasks(), QList<int>{3});
    add(*recorder, 1, 20);
    add(*recorder, 2, 15);
    QTRY_COMPARE(tasks(), (QList<int>{3, 1, 2}));
    QVERIFY(m_done->isEmpty());
    m_feed->finish(100);
    QCOMPARE(m_done->count(), 1);
}

void TestRunFeed::deliversTheRestAtTheEnd()
{
    const auto recorder = std::make_shared<RunRecorder>(1);
    m_feed->begin(recorder);
    add(*recorder, 0, 10);
    m_feed->finish(100);
    QCOMPARE(tasks(), QList<int>{0});
    QCOMPARE(m_done->count(), 1);
    m_feed->finish(100);
    m_feed->skip();
    QCOMPARE(m_done->count(), 1);
}

void TestRunFeed::emptyRunIsDone()
{
    m_feed->setReplay(true);
    m_feed->begin(std::make_shared<RunRecorder>(1));
    m_feed->finish(0);
    QCOMPARE(m_done->count(), 1);
    QVERIFY(!m_feed->isReplaying());
}

void TestRunFeed::replaysShortRunInOrder()
{
    m_feed->setReplay(true, 400);
    QSignalSpy progress(m_feed.get(), &RunFeed::replayProgress);
    const auto recorder = std::make_shared<RunRecorder>(1);
    m_feed->begin(recorder);
    for (const int task : {7, 2, 9, 0, 4, 8, 1, 3, 6, 5})
        add(*recorder, task, task * 1000);
    m_feed->finish(3'000'000);
    QVERIFY(m_feed->isReplaying());
    QVERIFY(tasks().isEmpty());
    QTRY_COMPARE(m_done->count(), 1);
    QVERIFY(!m_feed->isReplaying());
    QCOMPARE(tasks(), (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QVERIFY(m_deliveries > 2);
    QCOMPARE(progress.constFirst().constFirst().toInt(), 0);
    QCOMPARE(progress.constLast().constFirst().toInt(), 100);
}

void TestRunFeed::longRunIsNotReplayed()
{
    m_feed->setReplay(true, 400);
    const auto recorder = std::make_shared<RunRecorder>(1);
    m_feed->begin(recorder);
    add(*recorder, 0, 10);
    m_feed->finish(200'000'000);
    QCOMPARE(m_done->count(), 1);
    QCOMPARE(tasks(), QList<int>{0});
}

void TestRunFeed::slowRunBecomesLive()
{
    m_feed->setReplay(true, 100);
    const auto recorder = std::make_shared<RunRecorder>(1);
    m_feed->begin(recorder);
    add(*recorder, 0, 10);
    QTRY_COMPARE(tasks(), QList<int>{0}); // it has run for half of the replay's time
    add(*recorder, 1, 20);
    m_feed->finish(1000); // what was shown live is not replayed
    QCOMPARE(tasks(), (QList<int>{0, 1}));
    QCOMPARE(m_done->count(), 1);
}

void TestRunFeed::skips()
{
    m_feed->setReplay(true, 60'000);
    const auto recorder = std::make_shared<RunRecorder>(1);
    m_feed->begin(recorder);
    for (int task = 0; task < 30; ++task)
        add(*recorder, task, task);
    m_feed->finish(1000);
    QVERIFY(m_feed->isReplaying());
    m_feed->skip();
    QVERIFY(!m_feed->isReplaying());
    QCOMPARE(tasks().size(), 30);
    QCOMPARE(m_done->count(), 1);
}

void TestRunFeed::nextRunEndsReplay()
{
    m_feed->setReplay(true, 60'000);
    const auto first = std::make_shared<RunRecorder>(1);
    m_feed->begin(first);
    add(*first, 5, 10);
    m_feed->finish(1000);
    const auto second = std::make_shared<RunRecorder>(2);
    m_feed->begin(second);
    QCOMPARE(tasks(), QList<int>{5});
    QCOMPARE(m_done->count(), 1);
    add(*second, 6, 10);
    m_feed->finish(1000);
    m_feed->skip();
    QCOMPARE(tasks(), (QList<int>{5, 6}));
    QCOMPARE(m_done->count(), 2);
}

void TestRunFeed::nextRunEndsRun()
{
    const auto first = std::make_shared<RunRecorder>(1);
    m_feed->begin(first);
    add(*first, 5, 10);
    m_feed->begin(std::make_shared<RunRecorder>(2));
    QCOMPARE(tasks(), QList<int>{5});
    QCOMPARE(m_done->count(), 1);
}

void TestRunFeed::runsDoNotMix()
{
    const auto recorder = std::make_shared<RunRecorder>(2);
    m_feed->begin(recorder);
    add(*recorder, 1, 10, 1);
    add(*recorder, 2, 10);
    m_feed->finish(1000);
    QCOMPARE(tasks(), QList<int>{2});
}

void TestRunFeed::beginsNextRunWhenDone()
{
    const auto second = std::make_shared<RunRecorder>(2);
    connect(m_feed.get(), &RunFeed::done, this, [&] {
        if (m_done->count() == 1)
            m_feed->begin(second);
    });
    const auto first = std::make_shared<RunRecorder>(1);
    m_feed->begin(first);
    m_feed->finish(1000);
    add(*second, 8, 10);
    QTRY_COMPARE(tasks(), QList<int>{8});
    disconnect(m_feed.get(), &RunFeed::done, this, nullptr);
    m_feed->finish(1000);
    QCOMPARE(m_done->count(), 2);
}

QTEST_GUILESS_MAIN(TestRunFeed)
#include "tst_runfeed.moc"
