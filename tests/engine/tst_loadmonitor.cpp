// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "engine/load/reject/rejectgroups.h"
#include "engine/load/values/loadmonitor.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace Weir;

class TestLoadMonitor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void keepsProgressByFile();
    void keepsSoManyReasons();
    void pausesAndResumes();
    void cancelWakesWhoIsPaused();
    void groupsByStageRuleAndColumn();
    void tellsWhatWentWhere();
};

namespace {
RejectReason reason(const QString &rule, const QString &column, qint64 line)
{
    RejectReason reason;
    reason.rule = rule;
    reason.column = column;
    reason.line = line;
    return reason;
}
} // namespace

void TestLoadMonitor::keepsProgressByFile()
{
    LoadMonitor monitor(2);
    const FileProgress told{FileState::Loading, {7, 1, 2, 3, 4}, {10, 20, 30, 40, 50}, 100, 1000};
    monitor.setProgress(1, {FileState::Loading, {1, 0, 0, 0, 0}, {}, 10, 1000});
    monitor.setProgress(1, told);
    const std::vector<FileProgress> progress = monitor.progress();
    QCOMPARE(progress.size(), std::size_t{2});
    QCOMPARE(progress[0], FileProgress());
    QCOMPARE(progress[1], told);
}

void TestLoadMonitor::keepsSoManyReasons()
{
    LoadMonitor monitor(1);
    for (int i = 0; i < LoadMonitor::KeptReasons; i += 100)
        monitor.addReasons(QList<RejectReason>(150, reason(QStringLiteral("email"), {}, i)));
    QCOMPARE(monitor.takeReasons().size(), LoadMonitor::KeptReasons);
    QVERIFY(monitor.takeReasons().isEmpty());
    monitor.addReasons({reason(QStringLiteral("email"), {}, 1)});
    QCOMPARE(monitor.takeReasons().size(), 1);
}

void TestLoadMonitor::pausesAndResumes()
{
    LoadMonitor monitor(1);
    monitor.awaitResume(); // not paused: at once
    monitor.pause();
    QVERIFY(monitor.isPaused());
    std::atomic<bool> resumed{false};
    bool waited = false;
    std::thread waiter([&] {
        monitor.awaitResume();
        waited = resumed;
    });
    stoppableSleep(std::chrono::milliseconds(20)); // time to come back too early
    resumed = true;
    monitor.resume();
    waiter.join();
    QVERIFY(waited);
    QVERIFY(!monitor.isPaused());
}

void TestLoadMonitor::cancelWakesWhoIsPaused()
{
    LoadMonitor monitor(1);
    monitor.pause();
    std::thread waiter([&] { monitor.awaitResume(); });
    monitor.cancel();
    waiter.join();
    QVERIFY(monitor.stopToken().stop_requested());
}

void TestLoadMonitor::groupsByStageRuleAndColumn()
{
    RejectGroups one;
    RejectGroups other;
    for (int line = 1; line <= 9; ++line)
        one.add(reason(QStringLiteral("email"), QStringLiteral("email"), line));
    one.add(reason(QStringLiteral("required"), QStringLiteral("name"), 3));
    for (int line = 20; line <= 39; ++line)
        other.add(reason(QStringLiteral("required"), QStringLiteral("name"), line));
    RejectReason database = reason(QStringLiteral("required"), QStringLiteral("name"), 50);
    database.stage = RejectStage::Database;
    other.add(database);
    one.add(other);

    const QList<RejectGroup> groups = one.sorted();
    QCOMPARE(groups.size(), 3);
    QCOMPARE(groups[0].rule, QStringLiteral("required"));
    QCOMPARE(groups[0].count, 21);
    QCOMPARE(groups[0].examples.size(), RejectGroup::MaximumExamples);
    QCOMPARE(groups[0].examples[0].line, 3);
    QCOMPARE(groups[0].examples[4].line, 23);
    QCOMPARE(groups[1].count, 9);
    QCOMPARE(groups[2].stage, RejectStage::Database);
}

void TestLoadMonitor::tellsWhatWentWhere()
{
    LoadResult result;
    result.files.resize(2);
    result.files[0].path = QStringLiteral("/data/users.csv");
    result.files[0].rows = 10;
    result.files[0].counts = {7, 2, 1, 0};
    result.files[1].path = QStringLiteral("/data/orders.csv");
    result.files[1].rows = 3;
    result.files[1].counts = {1, 0, 0, 2};
    QCOMPARE(result.counts(), (Counts{8, 2, 1, 2}));
    QVERIFY(result.accounted());
    QVERIFY(result.howToResume().isEmpty());
    result.files[1].resumable = true;
    QVERIFY(result.howToResume().contains(QStringLiteral("/data/orders.csv")));
    QVERIFY(!result.howToResume().contains(QStringLiteral("/data/users.csv")));
    result.files[1].counts.cancelled = 3;
    QVERIFY(!result.accounted());
}

QTEST_GUILESS_MAIN(TestLoadMonitor)
#include "tst_loadmonitor.moc"
