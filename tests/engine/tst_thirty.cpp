// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginefixture.h"

#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// Thirty tasks x three strategies x 200 repetitions, on the same files, one strategy after the other.
class TestThirty : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void repeats();
};

void TestThirty::repeats()
{
    constexpr int Repetitions = 200;
    const QList<Strategy> strategies{Strategy::Contend, Strategy::Queue, Strategy::GroupCommit};
    EngineFixture fixture;
    for (int repetition = 0; repetition < Repetitions; ++repetition) {
        for (const Strategy strategy : strategies) {
            fixture.project.run.strategy = strategy;
            const Expected<FinishedRun> run = fixture.run();
            QVERIFY(run);
            QVERIFY(run->result.accounted());
            QCOMPARE(run->result.counts(), (Counts{25, 5, 0, 0}));
        }
    }
    const int runs = Repetitions * static_cast<int>(strategies.size());
    QCOMPARE(fixture.rows("users"), std::to_string(9 * runs));
    QCOMPARE(fixture.rows("products"), std::to_string(9 * runs));
    QCOMPARE(fixture.rows("orders"), std::to_string(7 * runs));
    QCOMPARE(fixture.query(QStringLiteral("users.db"), "SELECT count(DISTINCT id) FROM users"),
             std::to_string(9 * runs));
    QCOMPARE(fixture.query(QStringLiteral("users.db"), "SELECT count(*) FROM users WHERE name = 'Alice'"),
             std::to_string(2 * runs));
    QCOMPARE(fixture.query(QStringLiteral("orders.db"), "PRAGMA integrity_check"), std::string("ok"));
    QCOMPARE(fixture.runner->openConnections(), 30);
}

QTEST_GUILESS_MAIN(TestThirty)
#include "tst_thirty.moc"
