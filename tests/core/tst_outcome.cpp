// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runresult.h"

#include <QTest>

using namespace Weir;

class TestOutcome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void reason()
    {
        Outcome outcome;
        QVERIFY(outcome.reason().contains(QStringLiteral("stopped")));
        outcome.violations = {{1, Rule::Kind::Required, QStringLiteral("first")},
                              {2, Rule::Kind::Email, QStringLiteral("second")}};
        outcome.error = QStringLiteral("refused");
        outcome.verdict = Verdict::Rejected;
        QCOMPARE(outcome.reason(), QStringLiteral("first"));
        outcome.verdict = Verdict::Failed;
        QCOMPARE(outcome.reason(), QStringLiteral("refused"));
        outcome.verdict = Verdict::Inserted;
        QVERIFY(outcome.reason().isEmpty());
    }

    void countsAddUp()
    {
        Counts counts;
        const QList<Verdict> verdicts{
            Verdict::Inserted, Verdict::Inserted, Verdict::Inserted,  Verdict::Rejected, Verdict::Rejected,
            Verdict::Failed,   Verdict::Failed,   Verdict::Cancelled, Verdict::Failed,   Verdict::Updated};
        for (const Verdict verdict : verdicts)
            counts.add(verdict);
        QCOMPARE(counts, (Counts{3, 2, 3, 1, 1}));
        QCOMPARE(counts.read(), qint64(verdicts.size()));
        Counts sum = counts;
        sum += counts;
        QCOMPARE(sum, (Counts{6, 4, 6, 2, 2}));
    }

    void accountsForEveryRow()
    {
        RunResult result;
        QVERIFY(result.accounted());
        EntityResult entity;
        entity.rowsGiven = 4;
        entity.counts = {1, 1, 1, 1};
        result.entities = {entity, entity};
        QVERIFY(result.accounted());
        QCOMPARE(result.counts(), (Counts{2, 2, 2, 2}));
        --result.entities[1].counts.cancelled;
        QVERIFY(!result.accounted());
        ++result.entities[0].counts.cancelled; // one row too many does not make up for one too few
        QVERIFY(!result.accounted());
    }
};

QTEST_GUILESS_MAIN(TestOutcome)
#include "tst_outcome.moc"
