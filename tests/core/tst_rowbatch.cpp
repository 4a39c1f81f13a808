// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rowbatch.h"

#include <QTest>

using namespace Weir;

class TestRowBatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void startsEmpty()
    {
        const RowBatch batch(3);
        QCOMPARE(batch.columnCount(), 3);
        QCOMPARE(batch.rowCount(), 0);
    }

    void keepsCells()
    {
        RowBatch batch(3);
        batch.appendRow(7, {QStringLiteral("a"), QString(), QStringLiteral("名🙂")});
        batch.appendRow(9, {QStringLiteral("only")});
        batch.appendRow(10,
                        {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")});
        QCOMPARE(batch.rowCount(), 3);
        QVERIFY(batch.cell(0, 0) == "a");
        QVERIFY(batch.cell(0, 1).empty());
        QVERIFY(batch.cell(0, 2) == "名🙂");
        QVERIFY(batch.cell(1, 0) == "only");
        QVERIFY(batch.cell(1, 1).empty());
        QVERIFY(batch.cell(1, 2).empty());
        QVERIFY(batch.cell(2, 2) == "3");
        QCOMPARE(batch.sourceRow(0), std::int64_t(7));
        QCOMPARE(batch.sourceRow(2), std::int64_t(10));
    }

    void keepsBytesAsTheyAre()
    {
        RowBatch batch(2);
        const std::string hostile("\xff\0\x80 \n", 5);
        const std::string large(1 << 20, 'x');
        batch.beginRow(1);
        batch.appendCell(hostile);
        batch.appendCell(large);
        QVERIFY(batch.cell(0, 0) == hostile);
        QVERIFY(batch.cell(0, 1) == large);
    }

    void takesPlacesInAnArena()
    {
        std::string arena = "one,two,three";
        RowBatch batch(2);
        batch.reserve(2);
        const std::span<RowBatch::Cell> first = batch.appendPlaces(5);
        first[0] = {4, 3};
        first[1] = {8, 5};
        batch.appendPlaces(6)[1] = {0, 13};
        arena.reserve(100); // beyond what is kept within the string itself
        const char *const moved = arena.data();
        batch.setArena(std::move(arena));
        QCOMPARE(batch.rowCount(), 2);
        QVERIFY(batch.cell(0, 0) == "two");
        QVERIFY(batch.cell(0, 1) == "three");
        QVERIFY(batch.cell(1, 0).empty());
        QVERIFY(batch.cell(1, 1) == "one,two,three");
        QCOMPARE(batch.sourceRow(1), std::int64_t(6));
        QCOMPARE(batch.arena().data(), moved);
    }

    void viewsReadTheBatch()
    {
        RowBatch batch(2);
        for (int i = 0; i < 1000; ++i)
            batch.appendRow(i + 1, {QString::number(i), QStringLiteral("b")});
        const RowView row = batch.row(500);
        QCOMPARE(row.size(), 2);
        QVERIFY(row[0] == "500");
        QVERIFY(row[1] == "b");
        QCOMPARE(row.sourceRow(), std::int64_t(501));
    }
};

QTEST_GUILESS_MAIN(TestRowBatch)
#include "tst_rowbatch.moc"
