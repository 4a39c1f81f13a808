// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/writegate.h"
#include "support/strategies.h"
#include "support/writescene.h"

#include <QTest>

#include <deque>
#include <latch>
#include <thread>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

namespace {

SqlError error(ErrorClass errorClass)
{
    return SqlError{errorClass, 1, QStringLiteral("refused")};
}

} // namespace

class TestWriteGate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyStrategyWritesAll_data() { addStrategies(); }
    void everyStrategyWritesAll();
    void badRowLeavesItsNeighbours_data() { addStrategies(); }
    void badRowLeavesItsNeighbours();
    void rowThatCostsTheTransactionFailsAlone_data() { addStrategies(); }
    void rowThatCostsTheTransactionFailsAlone();
    void troubleOfTheDatabaseIsNotHalved_data();
    void troubleOfTheDatabaseIsNotHalved();
    void unknownCommitIsToldThoughCancelled();
    void miscountIsAnError_data();
    void miscountIsAnError();
    void busyIsRetried_data() { addStrategies(); }
    void busyIsRetried();
    void busyForGoodFailsAfterTheLastAttempt();
    void failedCommitInsertsNothing_data() { addStrategies(); }
    void failedCommitInsertsNothing();
    void cancelBeforeLeavesNothing_data() { addStrategies(); }
    void cancelBeforeLeavesNothing();
    void groupSharesItsCommit();
    void groupIsAcknowledgedAfterItsCommit();
};

void TestWriteGate::everyStrategyWritesAll()
{
    QFETCH(Strategy, strategy);
    WriteScene scene(strategy);
    for (int i = 0; i < 20; ++i)
        scene.addTask({QStringLiteral("a%1").arg(i), QStringLiteral("b%1").arg(i)});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{40, 0, 0, 0}));
    QCOMPARE(scene.held(), 40);
    QCOMPARE(scene.context.transactions.load(), scene.store().commits.load());
    QCOMPARE(scene.context.retries.load(), scene.waits(strategy));
    if (strategy != Strategy::GroupCommit)
        QCOMPARE(scene.store().commits.load(), 20);
}

void TestWriteGate::badRowLeavesItsNeighbours()
{
    QFETCH(Strategy, strategy);
    WriteScene scene(strategy);
    scene.store().onRow = [](const std::string &word) {
        return error(word == "bad" ? ErrorClass::Constraint : ErrorClass::None);
    };
    for (int i = 0; i < 10; ++i)
        scene.addTask(
            {QStringLiteral("good%1").arg(i), QStringLiteral("bad"), QStringLiteral("fine%1").arg(i)});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{20, 0, 10, 0}));
    QVERIFY(!scene.holds("bad"));
    QCOMPARE(scene.context.retries.load(), scene.waits(strategy));
}

void TestWriteGate::rowThatCostsTheTransactionFailsAlone()
{
    QFETCH(Strategy, strategy);
    WriteScene scene(strategy);
    scene.store().onRow = [](const std::string &word) {
        return error(word == "poison" ? ErrorClass::Constraint : ErrorClass::None);
    };
    scene.store().costsTransaction = ErrorClass::Constraint;
    for (int i = 0; i < 12; ++i)
        scene.addTask({QStringLiteral("a%1").arg(i), i == 5 ? QStringLiteral("poison") : QStringLiteral("b"),
                       QStringLiteral("c%1").arg(i)});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{35, 0, 1, 0}));
    QCOMPARE(scene.held(), 35);
    QVERIFY(!scene.holds("poison"));
}

/// The transaction ended by itself, and no row is to blame: all of it fails, nothing is written in pieces.
void TestWriteGate::troubleOfTheDatabaseIsNotHalved_data()
{
    QTest::addColumn<ErrorClass>("trouble");
    QTest::addColumn<bool>("atCommit");
    QTest::addColumn<int>("transactions");
    for (const bool atCommit : {false, true}) {
        const char *const when = atCommit ? "commit" : "row";
        QTest::addRow("i/o, %s", when) << ErrorClass::Io << atCommit << 3;
        QTest::addRow("full, %s", when) << ErrorClass::Full << atCommit << 1;
        QTest::addRow("memory, %s", when) << ErrorClass::Memory << atCommit << 1;
        QTest::addRow("other, %s", when) << ErrorClass::Other << atCommit << 1;
        QTest::addRow("unknown, %s", when) << ErrorClass::CommitUnknown << atCommit << 1;
    }
}

void TestWriteGate::troubleOfTheDatabaseIsNotHalved()
{
    QFETCH(ErrorClass, trouble);
    QFETCH(bool, atCommit);
    QFETCH(int, transactions);
    WriteScene scene(Strategy::Queue, 10);
    scene.store().onRow = [&](const std::string &word) {
        return error(!atCommit && word == "c" ? trouble : ErrorClass::None);
    };
    scene.store().on(MemoryCall::Commit) = [&] {
        return error(atCommit ? trouble : ErrorClass::None);
    };
    scene.addTask({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{0, 0, 4, 0}));
    QCOMPARE(scene.store().begins.load(), transactions);
    QCOMPARE(scene.store().rollbacks.load(), transactions);
    QVERIFY(scene.held() == 0);
}

/// A cancellation must not hide that the rows may be there.
void TestWriteGate::unknownCommitIsToldThoughCancelled()
{
    WriteScene scene(Strategy::Queue);
    scene.store().on(MemoryCall::Commit) = [&] {
        scene.cancel.request_stop();
        return error(ErrorClass::CommitUnknown);
    };
    scene.addTask({QStringLiteral("a"), QStringLiteral("b")});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{0, 0, 2, 0}));
    QCOMPARE(scene.store().begins.load(), 1);
}

void TestWriteGate::miscountIsAnError_data()
{
    QTest::addColumn<std::function<void(InsertResult *, std::size_t)>>("miscount");
    const auto row = [](const char *name, std::function<void(InsertResult *, std::size_t)> miscount) {
        QTest::newRow(name) << miscount;
    };
    const SqlError refused = error(ErrorClass::Constraint);
    row("a key too few", [](InsertResult *result, std::size_t) { result->keys.pop_back(); });
    row("a key too many", [](InsertResult *result, std::size_t) { result->keys.push_back(9); });
    row("nothing at all", [](InsertResult *result, std::size_t) { result->clear(); });
    row("an index too large", [=](InsertResult *result, std::size_t rows) {
        result->keys.pop_back();
        result->failures.push_back({static_cast<int>(rows), refused});
    });
    row("a negative index", [=](InsertResult *result, std::size_t) {
        result->keys.pop_back();
        result->failures.push_back({-1, refused});
    });
    row("an index twice", [=](InsertResult *result, std::size_t) {
        result->keys.resize(result->keys.size() - 2);
        result->failures.push_back({1, refused});
        result->failures.push_back({1, refused});
    });
    row("indices in disorder", [=](InsertResult *result, std::size_t) {
        result->keys.resize(result->keys.size() - 2);
        result->failures.push_back({2, refused});
        result->failures.push_back({1, refused});
    });
}

void TestWriteGate::miscountIsAnError()
{
    using Miscount = std::function<void(InsertResult *, std::size_t)>;
    QFETCH(Miscount, miscount);
    for (const bool lost : {false, true}) {
        WriteScene scene(Strategy::GroupCommit);
        scene.store().onResult = miscount;
        if (lost) { // the same when a row takes the transaction with it
            scene.store().costsTransaction = ErrorClass::Constraint;
            scene.store().onRow = [](const std::string &word) {
                return error(word == "d" ? ErrorClass::Constraint : ErrorClass::None);
            };
            scene.store().onResult = [miscount](InsertResult *result, std::size_t rows) {
                result->failures.clear();
                result->keys.resize(rows);
                miscount(result, rows);
            };
        }
        InsertTask &task = scene.addTask(
            {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
        scene.writeAll();
        for (const Outcome &outcome : task.outcomes()) {
            QCOMPARE(outcome.verdict, Verdict::Failed);
            QVERIFY2(outcome.error.contains(QStringLiteral("where 4 were given")), qPrintable(outcome.error));
        }
        QVERIFY(scene.held() == 0);
        QCOMPARE(scene.store().rollbacks.load(), scene.store().begins.load());
    }
}

void TestWriteGate::busyIsRetried()
{
    QFETCH(Strategy, strategy);
    WriteScene scene(strategy, 50);
    std::atomic<int> refusals{4};
    scene.store().on(MemoryCall::Begin) = [&refusals] {
        return error(refusals.fetch_sub(1) > 0 ? ErrorClass::Locked : ErrorClass::None);
    };
    for (int i = 0; i < 6; ++i)
        scene.addTask({QString::number(i)});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{6, 0, 0, 0}));
    QCOMPARE(scene.context.retries.load(), 4 + scene.waits(strategy));
    std::size_t attempts = 0;
    for (InsertTask &task : scene.tasks)
        attempts += task.trace().attempts().size();
    QVERIFY(attempts >= 6 + 4);
}

void TestWriteGate::busyForGoodFailsAfterTheLastAttempt()
{
    WriteScene scene(Strategy::Queue, 3);
    scene.store().on(MemoryCall::Begin) = [] {
        return error(ErrorClass::Busy);
    };
    InsertTask &task = scene.addTask({QStringLiteral("x"), QStringLiteral("y")});
    scene.writeAll();
    QCOMPARE(task.trace().attempts().size(), 3U);
    QCOMPARE(scene.store().begins.load(), 3);
    const QList<Outcome> outcomes = task.outcomes();
    for (const Outcome &outcome : outcomes) {
        QCOMPARE(outcome.verdict, Verdict::Failed);
        QCOMPARE(outcome.error, QStringLiteral("refused"));
    }
}

void TestWriteGate::failedCommitInsertsNothing()
{
    QFETCH(Strategy, strategy);
    WriteScene scene(strategy);
    scene.store().on(MemoryCall::Commit) = [] {
        return error(ErrorClass::Full);
    };
    for (int i = 0; i < 5; ++i)
        scene.addTask({QString::number(i)});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{0, 0, 5, 0}));
    QCOMPARE(scene.store().rollbacks.load(), scene.store().begins.load());
    QCOMPARE(scene.context.transactions.load(), 0);
}

void TestWriteGate::cancelBeforeLeavesNothing()
{
    QFETCH(Strategy, strategy);
    WriteScene scene(strategy);
    scene.cancel.request_stop();
    for (int i = 0; i < 8; ++i)
        scene.addTask({QString::number(i)});
    scene.writeAll();
    QCOMPARE(scene.counts(), (Counts{0, 0, 0, 8}));
    QCOMPARE(scene.store().begins.load(), 0);
}

void TestWriteGate::groupSharesItsCommit()
{
    WriteScene scene(Strategy::GroupCommit);
    std::latch leaderCommits(1);
    std::latch othersWait(1);
    std::atomic<bool> first{true};
    scene.store().on(MemoryCall::Commit) = [&] {
        if (first.exchange(false)) {
            leaderCommits.count_down();
            othersWait.wait();
        }
        return SqlError{};
    };
    InsertTask &leader = scene.addTask({QStringLiteral("leader")});
    for (int i = 0; i < 9; ++i)
        scene.addTask({QString::number(i)});

    std::vector<std::thread> threads;
    const auto write = [&scene](InsertTask &task) {
        const auto session = scene.openSession();
        scene.gate->write(task, *session);
    };
    threads.emplace_back(write, std::ref(leader));
    leaderCommits.wait();
    for (std::size_t i = 1; i < scene.tasks.size(); ++i)
        threads.emplace_back(write, std::ref(scene.tasks[i]));
    othersWait.count_down();
    for (std::thread &thread : threads)
        thread.join();

    QCOMPARE(scene.held(), 10);
    QVERIFY(scene.store().commits.load() >= 2);
    QCOMPARE(leader.trace().leader, 0);
    for (InsertTask &task : scene.tasks) {
        const InsertTask &groupLeader = scene.tasks[static_cast<std::size_t>(task.trace().leader)];
        QCOMPARE(const_cast<InsertTask &>(groupLeader).trace().endOf(Phase::Committing),
                 task.trace().endOf(Phase::Committing));
    }
}

void TestWriteGate::groupIsAcknowledgedAfterItsCommit()
{
    WriteScene scene(Strategy::GroupCommit);
    std::atomic<bool> early{false};
    for (int i = 0; i < 30; ++i)
        scene.addTask({QString::number(i)});
    std::vector<std::thread> threads;
    for (InsertTask &task : scene.tasks) {
        threads.emplace_back([&scene, &task, &early] {
            const auto session = scene.openSession();
            scene.gate->write(task, *session);
            if (!scene.holds(std::string(task.batch().cell(0, 0))))
                early = true;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(!early);
    QCOMPARE(scene.counts(), (Counts{30, 0, 0, 0}));
}

QTEST_GUILESS_MAIN(TestWriteGate)
#include "tst_writegate.moc"
