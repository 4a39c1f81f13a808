// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/reportcolor.h"

#include <QTest>

class TestReportColor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void colorsSignsAtLineStarts()
    {
        QCOMPARE(Weir::coloredReport(QStringLiteral("head\n✓ good\n✗ bad ✓ ✗\n ✓\n")),
                 QStringLiteral("head\n\x1b[32m✓\x1b[0m good\n\x1b[31m✗\x1b[0m bad ✓ ✗\n ✓\n"));
        QCOMPARE(Weir::coloredReport(QStringLiteral("✗")), QStringLiteral("\x1b[31m✗\x1b[0m"));
        QCOMPARE(Weir::coloredReport(QString()), QString());
    }
};

QTEST_GUILESS_MAIN(TestReportColor)
#include "tst_reportcolor.moc"
