// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"
#include "support/strategies.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <optional>
#include <thread>
#include <utility>

using namespace Weir;
using namespace WeirTest;

/// What other programs do to the files, while and between runs.
class TestTrouble : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lockedForAWhile_data() { addStrategies(); }
    void lockedForAWhile();
    void lockedForGood_data() { addStrategies(); }
    void lockedForGood();
    void garbageBetweenRuns_data();
    void garbageBetweenRuns();
    void deletedBetweenRuns();
    void otherColumns();
    void triggerThatRollsBack_data() { addStrategies(); }
    void triggerThatRollsBack();
    void constraintsOfOthers_data() { addStrategies(); }
    void constraintsOfOthers();

private:
    static bool lockInOtherProcess(QProcess &process, const QString &file);
};

bool TestTrouble::lockInOtherProcess(QProcess &process, const QString &file)
{
    process.start(QStringLiteral("sqlite3"), {QStringLiteral("-batch"), file});
    if (!process.waitForStarted())
        return false;
    process.write("BEGIN IMMEDIATE;\n.print locked\n");
    return process.waitForReadyRead(10000) && process.readAllStandardOutput().contains("locked");
}

void TestTrouble::lockedForAWhile()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    fixture.project.databases[0].patience = std::chrono::milliseconds(60000);
    QVERIFY(fixture.run());
    QProcess other;
    QVERIFY(lockInOtherProcess(other, fixture.file(QStringLiteral("users.db"))));
    std::optional<Expected<FinishedRun>> run;
    RunRecorder recorder(99);
    const std::stop_token never;
    std::thread runner(
        [&] { run = fixture.runner->execute(RunPlan::make(fixture.project), recorder, never); });
    // All but the nine users have their verdicts: those wait for the lock now.
    QTRY_VERIFY_WITH_TIMEOUT(recorder.finishedTasks() >= 21, 20000);
    other.write("COMMIT;\n");
    other.waitForBytesWritten(); // nobody writes it out while this thread waits below
    runner.join();
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QVERIFY(run && *run);
    const RunResult &result = (*run)->result;
    QCOMPARE(result.counts(), (Counts{25, 5, 0, 0}));
    QVERIFY2(result.retries > 0, "the waits are counted");
    QCOMPARE(fixture.rows("users"), std::string("18"));
}

void TestTrouble::lockedForGood()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    fixture.project.run.maxAttempts = 2;
    QVERIFY(fixture.run());
    const auto patience = std::exchange(fixture.project.databases[0].patience, std::chrono::milliseconds(30));
    QProcess other;
    QVERIFY(lockInOtherProcess(other, fixture.file(QStringLiteral("users.db"))));
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QVERIFY(run->result.accounted());
    QCOMPARE(run->result.entities[0].counts, (Counts{0, 1, 9, 0}));
    QCOMPARE(run->result.entities[1].counts, (Counts{9, 1, 0, 0}));
    QVERIFY(run->result.entities[0].outcomes[0].error.contains(QStringLiteral("users.db")));
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    // It was the other program's fault: the next run works.
    fixture.project.databases[0].patience = patience;
    QVERIFY(fixture.run());
    QCOMPARE(fixture.rows("users"), std::string("18"));
}

void TestTrouble::garbageBetweenRuns_data()
{
    QTest::addColumn<bool>("inPlace");
    QTest::newRow("overwritten in place") << true;
    QTest::newRow("replaced by another file") << false;
}

void TestTrouble::garbageBetweenRuns()
{
    QFETCH(bool, inPlace);
    EngineFixture fixture;
    QVERIFY(fixture.run());
    const QString path = fixture.file(QStringLiteral("users.db"));
    const QByteArray garbage(20000, '?');
    // Written by another process: closing the file in this one would drop SQLite's locks.
    const QString target = inPlace ? path : path + QStringLiteral(".new");
    QCOMPARE(QProcess::execute(QStringLiteral("sh"),
                               {QStringLiteral("-c"),
                                QStringLiteral("head -c 20000 /dev/zero | tr '\\0' '?' > \"$0\""), target}),
             0);
    if (!inPlace)
        QCOMPARE(QProcess::execute(QStringLiteral("mv"), {target, path}), 0);

    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QVERIFY(run->result.accounted());
    QCOMPARE(run->result.entities[0].counts, (Counts{0, 1, 9, 0}));
    QVERIFY(run->result.entities[0].error.contains(QStringLiteral("users.db")));
    QCOMPARE(run->result.entities[2].counts, (Counts{7, 3, 0, 0}));
    fixture.runner.reset();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), garbage);
}

void TestTrouble::deletedBetweenRuns()
{
    EngineFixture fixture;
    QVERIFY(fixture.run());
    const QString path = fixture.file(QStringLiteral("users.db"));
    QVERIFY(QFile::remove(path));
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.counts(), (Counts{25, 5, 0, 0}));
    QCOMPARE(fixture.rows("users"), std::string("9"));
    QCOMPARE(fixture.rows("orders"), std::string("14"));
}

void TestTrouble::otherColumns()
{
    EngineFixture fixture;
    {
        const RawDatabase raw(fixture.file(QStringLiteral("orders.db")));
        QVERIFY(raw.exec("CREATE TABLE orders(id INTEGER PRIMARY KEY, customer TEXT)"));
    }
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.entities[2].counts, (Counts{0, 3, 7, 0}));
    const QString error = run->result.entities[2].error;
    QVERIFY2(error.contains(QStringLiteral("orders")) && error.contains(QStringLiteral("user_id")),
             qPrintable(error));
    QCOMPARE(fixture.rows("users"), std::string("9"));
}

void TestTrouble::triggerThatRollsBack()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    QVERIFY(fixture.run());
    {
        const RawDatabase raw(fixture.file(QStringLiteral("users.db")));
        QVERIFY(raw.exec("CREATE TRIGGER no_eve BEFORE INSERT ON users WHEN new.name = 'Eve' "
                         "BEGIN SELECT RAISE(ROLLBACK, 'no Eve'); END"));
    }
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.entities[0].counts, (Counts{8, 1, 1, 0}));
    QCOMPARE(run->result.entities[0].outcomes[4].verdict, Verdict::Failed);
    QCOMPARE(fixture.rows("users"), std::string("17"));
}

void TestTrouble::constraintsOfOthers()
{
    QFETCH(Strategy, strategy);
    EngineFixture fixture;
    fixture.project.run.strategy = strategy;
    {
        const RawDatabase raw(fixture.file(QStringLiteral("users.db")));
        QVERIFY(
            raw.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT UNIQUE, email TEXT NOT NULL)"));
    }
    const Expected<FinishedRun> run = fixture.run();
    QVERIFY(run);
    QCOMPARE(run->result.entities[0].counts, (Counts{8, 1, 1, 0}));
    QCOMPARE(fixture.rows("users"), std::string("8"));
}

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
