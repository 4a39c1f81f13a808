// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/retrypolicy.h"
#include "engine/transaction/tasktrace.h"

#include <QTest>

using namespace Weir;

class TestRetryPolicy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void retries_data();
    void retries();
    void pausesGrowToTheCap();
    void pausesAreJittered();
    void momentsNeverRunBackwards();
};

void TestRetryPolicy::retries_data()
{
    QTest::addColumn<ErrorClass>("errorClass");
    QTest::addColumn<int>("attempts"); // made in all, when every one fails
    QTest::newRow("busy") << ErrorClass::Busy << 5;
    QTest::newRow("locked") << ErrorClass::Locked << 5;
    QTest::newRow("i/o") << ErrorClass::Io << 3;
    QTest::newRow("constraint") << ErrorClass::Constraint << 1;
    QTest::newRow("full") << ErrorClass::Full << 1;
    QTest::newRow("read-only") << ErrorClass::ReadOnly << 1;
    QTest::newRow("not a database") << ErrorClass::NotADatabase << 1;
    QTest::newRow("interrupted") << ErrorClass::Interrupted << 1;
    QTest::newRow("corrupt") << ErrorClass::Corrupt << 1;
}

void TestRetryPolicy::retries()
{
    QFETCH(ErrorClass, errorClass);
    QFETCH(int, attempts);
    const RetryPolicy policy(5);
    int made = 1;
    while (policy.retries(errorClass, made))
        ++made;
    QCOMPARE(made, attempts);
}

void TestRetryPolicy::pausesGrowToTheCap()
{
    using namespace std::chrono_literals;
    QCOMPARE(RetryPolicy::longestPause(ErrorClass::Busy, 1), 5ms);
    QCOMPARE(RetryPolicy::longestPause(ErrorClass::Busy, 2), 10ms);
    QCOMPARE(RetryPolicy::longestPause(ErrorClass::Busy, 5), 80ms);
    QCOMPARE(RetryPolicy::longestPause(ErrorClass::Busy, 6), 100ms);
    QCOMPARE(RetryPolicy::longestPause(ErrorClass::Busy, 1000), 100ms);
    QCOMPARE(RetryPolicy::longestPause(ErrorClass::Constraint, 3), 0ms);
}

void TestRetryPolicy::pausesAreJittered()
{
    const RetryPolicy policy(5);
    QSet<qint64> seen;
    for (int i = 0; i < 100; ++i) {
        const std::chrono::nanoseconds pause = policy.pause(ErrorClass::Busy, 3);
        QVERIFY(pause >= std::chrono::nanoseconds::zero());
        QVERIFY(pause <= RetryPolicy::longestPause(ErrorClass::Busy, 3));
        seen.insert(pause.count());
    }
    QVERIFY2(seen.size() > 50, "a hundred pauses should hardly ever be the same");
}

void TestRetryPolicy::momentsNeverRunBackwards()
{
    TaskTrace trace;
    trace.enter(Phase::Queued, 100);
    trace.enter(Phase::Starting, 50);
    QCOMPARE(trace.beginOf(Phase::Queued), 100);
    QCOMPARE(trace.endOf(Phase::Queued), 100);
    QCOMPARE(trace.beginOf(Phase::Starting), 100);
    trace.enter(Phase::Grouping, 200);
    QCOMPARE(trace.endOf(Phase::Starting), 200);
    trace.finish(150);
    QCOMPARE(trace.endNs(), 200);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
