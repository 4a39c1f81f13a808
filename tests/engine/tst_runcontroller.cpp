// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectfile.h"
#include "engine/run/runcontroller.h"
#include "support/rawdatabase.h"

#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

class TestRunController : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void runsWithoutBlocking();
    void readersLetGoOfOldBackendsInTime();
    void oneThingAtATime();
    void runsWaitAndAreForgotten();
    void readsBesideOtherWork();
    void readsNoUnknownDatabase();
    void worksOnDatabases();
    void tellsWhyNothingRan();
    void destroyedDuringARun();
};

void TestRunController::runsWithoutBlocking()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    QSignalSpy finished(&controller, &RunController::finished);
    QSignalSpy backends(&controller, &RunController::backendsChanged);
    QVERIFY(!controller.backend(QStringLiteral("users")));
    for (quint64 round = 1; round <= 3; ++round) {
        QVERIFY(controller.start(RunPlan::make(ProjectFile::sample())));
        QVERIFY(controller.isRunning());
        QTRY_COMPARE(finished.size(), static_cast<int>(round));
        QVERIFY(!controller.isRunning());
        const auto run = finished.last().at(0).value<FinishedRun>();
        QCOMPARE(run.result.runId, round);
        QCOMPARE(controller.recorder()->runId(), round);
        QCOMPARE(run.result.counts(), (Counts{25, 5, 0, 0}));
        QVERIFY(finished.last().at(1).toString().isEmpty());
    }
    QCOMPARE(backends.size(), 1);
    QVERIFY(controller.backend(QStringLiteral("users")));
}

void TestRunController::readersLetGoOfOldBackendsInTime()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    QSignalSpy finished(&controller, &RunController::finished);
    Project project = ProjectFile::sample();
    QVERIFY(controller.start(RunPlan::make(project)));
    QTRY_COMPARE(finished.size(), 1);

    auto reader =
        controller.backend(QStringLiteral("users"))->openReader(project.entities[0], QStringLiteral("r"));
    QVERIFY(reader && (*reader)->keyRange());
    connect(&controller, &RunController::backendsChanged, this, [&reader] { reader->reset(); });
    project.databases[0].sqlite().journalMode = JournalMode::Delete; // needs the file alone
    QVERIFY(controller.start(RunPlan::make(project)));
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last().at(0).value<FinishedRun>().result.counts(), (Counts{25, 5, 0, 0}));
    QVERIFY(!*reader);
}

void TestRunController::oneThingAtATime()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    QSignalSpy finished(&controller, &RunController::finished);
    QVERIFY(controller.start(RunPlan::make(ProjectFile::sample())));
    QVERIFY(!controller.start(RunPlan::make(ProjectFile::sample())));
    int finishedBefore = -1;
    controller.useProject(ProjectFile::sample(), {}, [&](const Expected<void> &) {
        finishedBefore = static_cast<int>(finished.size());
    });
    QTRY_COMPARE(finishedBefore, 1);
}

void TestRunController::runsWaitAndAreForgotten()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    QSignalSpy finished(&controller, &RunController::finished);
    QSemaphore release;
    const auto work = [&release](Databases &, const std::stop_token &) -> Expected<int> {
        release.acquire();
        return 1;
    };
    bool isOver = false;
    controller.write(ProjectFile::sample(), {}, {}, work, [&](const Expected<int> &) { isOver = true; });
    bool begun = false;
    const auto begin = [&begun] {
        begun = true;
    };
    QVERIFY(controller.start(RunPlan::make(ProjectFile::sample()), begin));
    QVERIFY(!begun);
    QVERIFY(!controller.recorder());
    controller.cancel();
    QVERIFY(controller.start(RunPlan::make(ProjectFile::sample()), begin)); // in its place
    release.release();
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(isOver);
    QVERIFY(begun);
    QCOMPARE(finished[0].at(0).value<FinishedRun>().result.runId, quint64(1));
    QCOMPARE(finished[0].at(0).value<FinishedRun>().result.counts(), (Counts{25, 5, 0, 0}));
}

/// What holds up one database keeps nobody from reading in another.
void TestRunController::readsBesideOtherWork()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    const Project project = ProjectFile::sample();
    QSignalSpy backends(&controller, &RunController::backendsChanged);
    controller.useProject(project);
    QTRY_COMPARE(backends.size(), 1);
    QSemaphore release;
    const auto load = [&release](Databases &, const std::stop_token &) -> Expected<int> {
        release.acquire();
        return 1;
    };
    QStringList answers;
    controller.write(project, {QStringLiteral("users")}, {}, load,
                     [&](const Expected<int> &) { answers += QStringLiteral("load"); });
    const auto ask = [](Backend &backend, const std::stop_token &) -> Expected<QString> {
        return backend.label();
    };
    const auto note = [&answers](const Expected<QString> &answer) {
        answers += answer.value();
    };
    controller.read(project.databases[0], {}, ask, note);
    controller.read(project.databases[1], {}, ask, note);
    QTRY_COMPARE(answers, QStringList{QStringLiteral("products.db")});
    release.release();
    QTRY_COMPARE(answers.size(), 3);
    QCOMPARE(answers.last(), QStringLiteral("users.db"));
}

void TestRunController::readsNoUnknownDatabase()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    QString error;
    const auto ask = [](Backend &backend, const std::stop_token &) -> Expected<QString> {
        return backend.label();
    };
    controller.read(ProjectFile::sample().databases[0], {}, ask,
                    [&error](const Expected<QString> &answer) { error = answer.error().sentence; });
    QTRY_VERIFY(error.contains(QStringLiteral("\"users\"")));
}

void TestRunController::worksOnDatabases()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    const Project project = ProjectFile::sample();
    QStringList answers;
    const auto migrate = [project](Databases &databases, const std::stop_token &) -> Expected<QString> {
        const auto done = databases.backend(QStringLiteral("users"))->migrate({project.entities[0]});
        return done ? QString() : done.error().sentence;
    };
    controller.write(project, {}, {}, migrate,
                     [&answers](const Expected<QString> &error) { answers += error.value(); });
    QTRY_COMPARE(answers, QStringList{QString()});
    QVERIFY(!controller.isRunning());
    QCOMPARE(WeirTest::RawDatabase(QDir(directory.path()).filePath(QStringLiteral("users.db")))
                 .value("SELECT count(*) FROM users"),
             std::string("0"));
}

void TestRunController::tellsWhyNothingRan()
{
    const QTemporaryDir directory;
    RunController controller(directory.path());
    QSignalSpy finished(&controller, &RunController::finished);
    QVERIFY(controller.start(RunPlan::make(ProjectFile::sample(), {})));
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(!finished.first().at(1).toString().isEmpty());
    QCOMPARE(finished.first().at(0).value<FinishedRun>().result.counts().read(), 0);
}

void TestRunController::destroyedDuringARun()
{
    const QTemporaryDir directory;
    for (int round = 0; round < 20; ++round) {
        RunController controller(directory.path());
        QVERIFY(controller.start(RunPlan::make(ProjectFile::sample())));
    }
    const WeirTest::RawDatabase users(QDir(directory.path()).filePath(QStringLiteral("users.db")));
    QCOMPARE(users.value("PRAGMA integrity_check"), std::string("ok"));
}

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_runcontroller.moc"
