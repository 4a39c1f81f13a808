// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canceltoken.h"

#include <QTest>

#include <thread>

using namespace Weir;
using namespace std::chrono_literals;

class TestCancelToken : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void startsUncancelled()
    {
        const CancelToken token;
        QVERIFY(!token.isCancelled());
        QVERIFY(!token.sleepFor(0ns));
        QVERIFY(!token.sleepFor(1ms));
    }

    void staysCancelled()
    {
        CancelToken token;
        token.cancel();
        token.cancel();
        QVERIFY(token.isCancelled());
        // Would exceed the test's time limit if it slept.
        QVERIFY(token.sleepFor(24h));
    }

    void wakesAllSleepers()
    {
        CancelToken token;
        std::atomic<int> woken{0};
        std::vector<std::thread> sleepers;
        for (int i = 0; i < 8; ++i)
            sleepers.emplace_back([&] { woken += token.sleepFor(24h) ? 1 : 0; });
        token.cancel();
        for (std::thread &sleeper : sleepers)
            sleeper.join();
        QCOMPARE(woken.load(), 8);
    }
};

QTEST_GUILESS_MAIN(TestCancelToken)
#include "tst_canceltoken.moc"
