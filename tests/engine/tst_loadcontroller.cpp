// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadcontroller.h"
#include "support/loadfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Weir;
using namespace WeirTest;

class TestLoadController : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void loadsWithoutBlocking();
    void oneThingAtATime();
    void tellsWhyNothingWasLoaded();
    void asksAndForgets();
    void pausesResumesAndCancels();
    void destroyedDuringALoad();
};

void TestLoadController::loadsWithoutBlocking()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(1000, 10)));
    fixture.plan.project = fixture.project;
    RunController runs(fixture.directory.path());
    LoadController controller(runs);
    QSignalSpy finished(&controller, &LoadController::finished);
    QVERIFY(controller.start(fixture.plan));
    QVERIFY(controller.monitor());
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!controller.monitor());
    QCOMPARE(finished[0][1].toString(), QString());
    const auto result = finished[0][0].value<LoadResult>();
    QCOMPARE(result.counts(), (Counts{900, 100, 0, 0}));
    QVERIFY(result.accounted());
}

void TestLoadController::oneThingAtATime()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(1000)));
    fixture.plan.project = fixture.project;
    RunController runs(fixture.directory.path());
    LoadController controller(runs);
    QSignalSpy finished(&controller, &LoadController::finished);
    QVERIFY(controller.start(fixture.plan));
    QVERIFY(!controller.start(fixture.plan));
    QSignalSpy forgotten(&controller, &LoadController::forgotten);
    controller.forget(fixture.project, QByteArray(16, 'x'));
    int loadsBefore = -1;
    const auto noteLoads = [&] {
        loadsBefore = static_cast<int>(finished.size());
    };
    QVERIFY(runs.start(RunPlan::make(fixture.project), noteLoads));
    QCOMPARE(forgotten.size(), 0);
    QCOMPARE(loadsBefore, -1);
    QTRY_COMPARE(loadsBefore, 1); // never both at once
    QCOMPARE(forgotten.size(), 1);
    QVERIFY(!controller.monitor());
    bool runIsOver = false;
    connect(&runs, &RunController::finished, this, [&runIsOver] { runIsOver = true; });
    bool loadBegan = false;
    QVERIFY(controller.start(fixture.plan, [&] {
        loadBegan = true;
        QVERIFY(runIsOver);
    }));
    QVERIFY(!loadBegan);
    controller.cancel(); // it waits
    QVERIFY(!controller.monitor());
    QVERIFY(controller.start(fixture.plan, [&] { loadBegan = true; }));
    QTRY_VERIFY(loadBegan);
    QVERIFY(runIsOver);
    QTRY_VERIFY(!runs.isRunning());
}

void TestLoadController::tellsWhyNothingWasLoaded()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.path(QStringLiteral("nowhere.csv")));
    fixture.plan.project = fixture.project;
    RunController runs(fixture.directory.path());
    LoadController controller(runs);
    QSignalSpy finished(&controller, &LoadController::finished);
    QVERIFY(controller.start(fixture.plan));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(finished[0][1].toString().contains(QStringLiteral("nowhere.csv")));
}

void TestLoadController::asksAndForgets()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(100)));
    fixture.plan.project = fixture.project;
    RunController runs(fixture.directory.path());
    LoadController controller(runs);
    QSignalSpy finished(&controller, &LoadController::finished);
    QSignalSpy forgotten(&controller, &LoadController::forgotten);
    QVERIFY(controller.start(fixture.plan));
    QTRY_COMPARE(finished.size(), 1);

    std::optional<LoadHistory> history;
    const auto keepHistory = [&history](const Expected<LoadHistory> &answer) {
        history = answer.value();
    };
    controller.askHistory(fixture.project, this, keepHistory);
    QTRY_VERIFY(history);
    QCOMPARE(history->loads.size(), 1);
    QCOMPARE(history->loads.at(0).load.counts, (Counts{100, 0, 0, 0}));

    std::vector<std::optional<RecordedLoad>> known;
    controller.askKnown(fixture.plan, this, [&known](const auto &answer) { known = answer.value(); });
    QTRY_COMPARE(known.size(), std::size_t{1});
    QVERIFY(known[0]);
    QCOMPARE(known[0]->load.id, history->loads.at(0).load.id);

    std::stop_source cancelled;
    cancelled.request_stop();
    QString error;
    const auto ask = [&](Databases &databases, const std::stop_token &) {
        return Loader(databases).known(fixture.plan, cancelled.get_token());
    };
    runs.write(fixture.project, {}, {this}, ask, [&error](const LoadController::Known &answer) {
        error = answer ? QString() : answer.error().sentence;
    });
    QTRY_VERIFY(error.contains(QStringLiteral("u.csv")));

    controller.forget(fixture.project, known[0]->load.id);
    QTRY_COMPARE(forgotten.size(), 1);
    QCOMPARE(forgotten[0][1].toString(), QString());
    history.reset();
    controller.askHistory(fixture.project, this, keepHistory);
    QTRY_VERIFY(history);
    QVERIFY(history->loads.isEmpty());
}

void TestLoadController::pausesResumesAndCancels()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(20000)));
    fixture.plan.project = fixture.project;
    fixture.plan.settings.batchRows = 10;
    RunController runs(fixture.directory.path());
    LoadController controller(runs);
    QSignalSpy finished(&controller, &LoadController::finished);
    QSignalSpy paused(&controller, &LoadController::pausedChanged);
    QVERIFY(controller.start(fixture.plan));
    controller.pause();
    controller.pause();
    QCOMPARE(paused.size(), 1);
    controller.resume();
    QCOMPARE(paused.size(), 2);
    controller.pause();
    controller.cancel();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(paused.last().at(0).toBool(), false);
    const auto result = finished[0][0].value<LoadResult>();
    QVERIFY(result.cancelled);
    QVERIFY(result.accounted());
    QCOMPARE(result.files[0].state, FileState::Cancelled);
}

void TestLoadController::destroyedDuringALoad()
{
    LoadFixture fixture;
    fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(5000)));
    fixture.plan.project = fixture.project;
    fixture.plan.settings.batchRows = 100;
    fixture.plan.settings.known = LoadSettings::Known::Resume;
    for (int round = 0; round < 10; ++round) {
        RunController runs(fixture.directory.path());
        LoadController controller(runs);
        QVERIFY(controller.start(fixture.plan));
    }
    RunController runs(fixture.directory.path());
    LoadController controller(runs);
    QSignalSpy finished(&controller, &LoadController::finished);
    QVERIFY(controller.start(fixture.plan));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT count(*) FROM users"), std::string("5000"));
}

QTEST_GUILESS_MAIN(TestLoadController)
#include "tst_loadcontroller.moc"
