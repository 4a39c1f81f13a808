// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/loadprogress.h"

#include <QTest>

using namespace Weir;

class TestLoadProgress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void clock_data();
    void clock();
    void line();
    void lineOfStream();
    void speedOfTheLastSeconds();
    void barOfOneFile();
    void barsOfSeveralFiles();
    void fitsTheTerminal_data();
    void fitsTheTerminal();
    void hostileName();

private:
    static FileProgress progress(qint64 inserted, qint64 rejected, qint64 bytes, qint64 size)
    {
        FileProgress file;
        file.state = FileState::Loading;
        file.counts.inserted = inserted;
        file.counts.rejected = rejected;
        file.bytes = bytes;
        file.size = size;
        return file;
    }
};

void TestLoadProgress::clock_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64{0} << QStringLiteral("0:00");
    QTest::newRow("9") << qint64{9} << QStringLiteral("0:09");
    QTest::newRow("65") << qint64{65} << QStringLiteral("1:05");
    QTest::newRow("3599") << qint64{3599} << QStringLiteral("59:59");
    QTest::newRow("3661") << qint64{3661} << QStringLiteral("1:01:01");
    QTest::newRow("100 h") << qint64{360000} << QStringLiteral("100:00:00");
}

void TestLoadProgress::clock()
{
    QFETCH(qint64, seconds);
    QTEST(clockText(seconds), "text");
}

void TestLoadProgress::line()
{
    LoadProgress load({QStringLiteral("a.csv"), QStringLiteral("b.csv")});
    load.add(2000, {progress(990000, 10000, 40000000, 80000000), progress(0, 0, 0, 20000000)});
    QCOMPARE(
        load.line(),
        QStringLiteral("2.0 s: 1,000,000 rows, 40 %, 500,000 rows/s, 20.0 MB/s, 0:03 left, 10,000 rejected"));
}

void TestLoadProgress::lineOfStream()
{
    LoadProgress load({QStringLiteral("-")});
    load.add(1000, {progress(5000, 0, 1000000, -1)});
    QCOMPARE(load.line(), QStringLiteral("1.0 s: 5,000 rows, 5,000 rows/s, 1.0 MB/s, 0 rejected"));
}

/// A fast start must not promise an early end for ever.
void TestLoadProgress::speedOfTheLastSeconds()
{
    LoadProgress load({QStringLiteral("a.csv")});
    load.add(1000, {progress(1000000, 0, 50000000, 100000000)});
    for (int second = 2; second <= 10; ++second)
        load.add(second * 1000, {progress(1000000 + second * 10, 0, 50000000 + second * 1000, 100000000)});
    QVERIFY2(load.line().contains(QStringLiteral(" 10 rows/s,")), qPrintable(load.line()));
}

void TestLoadProgress::barOfOneFile()
{
    LoadProgress load({QStringLiteral("users.csv")});
    load.add(1000, {progress(400, 100, 500000, 1000000)});
    QCOMPARE(load.bars(200),
             QStringList{QStringLiteral("users.csv                [##########----------]  50 % 500 rows  "
                                        "100 rejected  0:01 left  500 rows/s  0.5 MB/s")});
}

void TestLoadProgress::barsOfSeveralFiles()
{
    LoadProgress load({QStringLiteral("users.csv"), QStringLiteral("orders.csv")});
    FileProgress done = progress(10, 0, 100, 100);
    done.state = FileState::Finished;
    load.add(1000, {done, progress(10, 0, 100, 300)});
    const QStringList bars = load.bars(200);
    QCOMPARE(bars.size(), 3);
    QVERIFY2(bars[0].contains(QStringLiteral("] 100 % 10 rows  finished")), qPrintable(bars[0]));
    QVERIFY2(bars[1].startsWith(QStringLiteral("orders.csv ")), qPrintable(bars[1]));
    QVERIFY2(bars[2].startsWith(QStringLiteral("all files ")), qPrintable(bars[2]));
    QVERIFY2(bars[2].contains(QStringLiteral("  50 % 20 rows  0:01 left")), qPrintable(bars[2]));
}

void TestLoadProgress::fitsTheTerminal_data()
{
    QTest::addColumn<int>("columns");
    for (const int columns : {1, 10, 40, 80, 300})
        QTest::addRow("%d", columns) << columns;
}

void TestLoadProgress::fitsTheTerminal()
{
    QFETCH(int, columns);
    LoadProgress load({QString(300, u'n')});
    load.add(1000, {progress(123456789, 123456789, 1, 1000000000)});
    const QString bar = load.bars(columns).first();
    QVERIFY(bar.size() <= std::max(columns - 1, 1));
    QVERIFY(!bar.isEmpty());
}

void TestLoadProgress::hostileName()
{
    LoadProgress load({QStringLiteral("a\x1b[2J\n.csv")});
    load.add(1000, {progress(1, 0, 1, 2)});
    QVERIFY(!load.bars(200).first().contains(QChar(0x1b)));
    QVERIFY(!load.bars(200).first().contains(u'\n'));
}

QTEST_GUILESS_MAIN(TestLoadProgress)
#include "tst_loadprogress.moc"
