// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Weir;
using namespace std::chrono_literals;

class TestStoppableSleep : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void sleepsItsTime()
    {
        const std::stop_source nobodyStops;
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY(!stoppableSleep(0ns));
        QVERIFY(!stoppableSleep(1ms));
        QVERIFY(!stoppableSleep(1ms, nobodyStops.get_token()));
        QVERIFY(std::chrono::steady_clock::now() - begin >= 2ms);
    }

    void doesNotBeginWhenStopped()
    {
        std::stop_source source;
        source.request_stop();
        // Would exceed the test's time limit if it slept.
        QVERIFY(stoppableSleep(24h, source.get_token()));
    }

    void wakesAllSleepers()
    {
        std::stop_source source;
        std::atomic<int> woken{0};
        std::vector<std::thread> sleepers;
        for (int i = 0; i < 8; ++i)
            sleepers.emplace_back([&] { woken += stoppableSleep(24h, source.get_token()) ? 1 : 0; });
        source.request_stop();
        for (std::thread &sleeper : sleepers)
            sleeper.join();
        QCOMPARE(woken.load(), 8);
    }
};

QTEST_GUILESS_MAIN(TestStoppableSleep)
#include "tst_stoppablesleep.moc"
