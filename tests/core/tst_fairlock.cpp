// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/fairlock.h"
#include "core/system/stoppablesleep.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace Weir;

class TestFairLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void exclusiveIsAlone();
    void sharedAreTogether();
    void admitsInOrderOfArrival();
    void sharedDoesNotOvertakeExclusive();
    void cancelledBeforeAndWhileWaiting();
    void cancelledWaiterUnblocksThoseBehind();
    void tryingDoesNotWait();
    void manyThreads();
};

using Mode = FairLock::Mode;

void TestFairLock::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestFairLock::exclusiveIsAlone()
{
    FairLock gate;
    QVERIFY(gate.enter(Mode::Exclusive));
    for (const Mode mode : {Mode::Shared, Mode::Exclusive}) {
        std::stop_source probe;
        std::thread canceller([&] {
            stoppableSleep(std::chrono::milliseconds(15));
            probe.request_stop();
        });
        QVERIFY(!gate.enter(mode, probe.get_token()));
        canceller.join();
    }
    std::atomic<bool> entered{false};
    std::thread other([&] {
        const FairLockGuard guard(gate, Mode::Shared);
        entered.store(guard.entered());
    });
    gate.leave(Mode::Exclusive);
    other.join();
    QVERIFY(entered.load());
    const FairLockGuard again(gate, Mode::Exclusive);
    QVERIFY(again.entered());
}

void TestFairLock::sharedAreTogether()
{
    FairLock gate;
    QVERIFY(gate.enter(Mode::Shared));
    std::thread other([&] { const FairLockGuard guard(gate, Mode::Shared); });
    other.join(); // would hang if it had to wait
    gate.leave(Mode::Shared);
}

void TestFairLock::admitsInOrderOfArrival()
{
    FairLock gate;
    QVERIFY(gate.enter(Mode::Exclusive));
    constexpr int Count = 8;
    std::vector<int> order; // guarded by the gate
    std::vector<std::thread> threads;
    QSemaphore arriving;
    for (int i = 0; i < Count; ++i) {
        // Each thread signals just before it queues; a cancelled probe behind it proves that it is in the
        // queue.
        threads.emplace_back([&, i] {
            arriving.release();
            const FairLockGuard guard(gate, Mode::Exclusive);
            order.push_back(i);
        });
        arriving.acquire();
        std::stop_source probe;
        std::thread canceller([&] {
            stoppableSleep(std::chrono::milliseconds(15));
            probe.request_stop();
        });
        QVERIFY(!gate.enter(Mode::Exclusive, probe.get_token()));
        canceller.join();
    }
    gate.leave(Mode::Exclusive);
    for (std::thread &thread : threads)
        thread.join();
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(order.size(), std::size_t(Count));
}

void TestFairLock::sharedDoesNotOvertakeExclusive()
{
    FairLock gate;
    QVERIFY(gate.enter(Mode::Shared));
    std::vector<char> order; // guarded by the gate: the second holder enters after the first has left
    QSemaphore arriving;
    std::thread writer([&] {
        arriving.release();
        const FairLockGuard guard(gate, Mode::Exclusive);
        order.push_back('e');
    });
    arriving.acquire();
    std::stop_source probe;
    // As long as this shared request is admitted, the exclusive one has not arrived.
    while (true) {
        std::stop_source token;
        std::thread canceller([&] {
            stoppableSleep(std::chrono::milliseconds(15));
            token.request_stop();
        });
        const bool entered = gate.enter(Mode::Shared, token.get_token());
        canceller.join();
        if (!entered)
            break;
        gate.leave(Mode::Shared);
    }
    std::thread reader([&] {
        const FairLockGuard guard(gate, Mode::Shared);
        order.push_back('s');
    });
    gate.leave(Mode::Shared);
    writer.join();
    reader.join();
    QCOMPARE(order, (std::vector<char>{'e', 's'}));
}

void TestFairLock::cancelledBeforeAndWhileWaiting()
{
    FairLock gate;
    std::stop_source cancelled;
    cancelled.request_stop();
    QVERIFY(!gate.enter(Mode::Exclusive, cancelled.get_token()));
    QVERIFY(gate.enter(Mode::Exclusive));
    std::stop_source token;
    std::atomic<int> result{-1};
    std::thread waiter([&] { result.store(gate.enter(Mode::Exclusive, token.get_token()) ? 1 : 0); });
    token.request_stop();
    waiter.join();
    QCOMPARE(result.load(), 0);
    gate.leave(Mode::Exclusive);
    QVERIFY(gate.enter(Mode::Exclusive)); // the cancelled one does not hold it
    gate.leave(Mode::Exclusive);
}

void TestFairLock::cancelledWaiterUnblocksThoseBehind()
{
    FairLock gate;
    QVERIFY(gate.enter(Mode::Shared));
    std::stop_source token;
    std::atomic<int> entered{-1};
    std::thread exclusive([&] { entered = gate.enter(Mode::Exclusive, token.get_token()) ? 1 : 0; });
    while (gate.tryEnter(Mode::Shared)) { // as long as the exclusive one is not in the queue
        gate.leave(Mode::Shared);
        std::this_thread::yield();
    }
    QSemaphore arriving;
    std::thread shared([&] {
        arriving.release();
        const FairLockGuard guard(gate, Mode::Shared);
    });
    arriving.acquire();
    stoppableSleep(std::chrono::milliseconds(15)); // time to stand behind the exclusive one
    token.request_stop();
    exclusive.join();
    shared.join(); // would hang if nobody let it in
    QCOMPARE(entered.load(), 0);
    gate.leave(Mode::Shared);
}

void TestFairLock::tryingDoesNotWait()
{
    FairLock gate;
    QVERIFY(gate.tryEnter(Mode::Shared));
    QVERIFY(gate.tryEnter(Mode::Shared));
    QVERIFY(!gate.tryEnter(Mode::Exclusive));
    gate.leave(Mode::Shared);
    gate.leave(Mode::Shared);
    QVERIFY(gate.tryEnter(Mode::Exclusive));
    QVERIFY(!gate.tryEnter(Mode::Exclusive));
    QVERIFY(!gate.tryEnter(Mode::Shared));
    gate.leave(Mode::Exclusive);
    QVERIFY(gate.tryEnter(Mode::Shared));
    gate.leave(Mode::Shared);
}

void TestFairLock::manyThreads()
{
    FairLock gate;
    std::stop_source cancel;
    std::atomic<int> shared{0};
    std::atomic<int> exclusive{0};
    std::atomic<int> violations{0};
    qint64 counter = 0; // only exclusive holders touch it: a race here is a broken gate
    constexpr int Rounds = 2000;
    const auto work = [&](int number) {
        for (int round = 0; round < Rounds; ++round) {
            const Mode mode = (number + round) % 3 == 0 ? Mode::Shared : Mode::Exclusive;
            const FairLockGuard guard(gate, mode, round % 2 == 0 ? cancel.get_token() : std::stop_token());
            std::atomic<int> &own = mode == Mode::Shared ? shared : exclusive;
            own.fetch_add(1);
            if (exclusive.load() > 1 || (exclusive.load() == 1 && shared.load() > 0))
                violations.fetch_add(1);
            if (mode == Mode::Exclusive)
                ++counter;
            own.fetch_sub(1);
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back(work, i);
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(violations.load(), 0);
    QCOMPARE(counter, 6 * Rounds * 2 / 3);
}

QTEST_GUILESS_MAIN(TestFairLock)
#include "tst_fairlock.moc"
