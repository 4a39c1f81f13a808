// SPDX-License-Identifier: GPL-3.0-or-later
#include "manyruns.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Weir;

class TestManyRuns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aThousandRunsLeaveNothingBehind();
};

void TestManyRuns::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestManyRuns::aThousandRunsLeaveNothingBehind()
{
    const QTemporaryDir directory;
    QVERIFY(directory.isValid());
    const auto figures = runMany(directory.path(), 1000);
    QVERIFY2(figures, figures ? "" : qPrintable(figures.error().sentence));
    QCOMPARE(figures->runs, 1000);
    QCOMPARE(figures->rowsWanted, QList<qint64>({9000, 9000, 7000}));
    QCOMPARE(figures->rowsFound, figures->rowsWanted);
    QCOMPARE(figures->mostConnections, figures->connectionsAfterFirst);
    const qint64 growthKiB = figures->memoryLateKiB - figures->memoryEarlyKiB;
    QVERIFY2(figures->memoryEarlyKiB > 0 && growthKiB < 2048, qPrintable(QString::number(growthKiB)));
}

QTEST_GUILESS_MAIN(TestManyRuns)
#include "tst_manyruns.moc"
