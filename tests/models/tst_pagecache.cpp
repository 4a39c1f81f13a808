// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/pagecache.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace Weir;

namespace {

QList<TableRow> rows(qint64 firstKey, int count)
{
    QList<TableRow> result;
    for (int i = 0; i < count; ++i)
        result.append({TableRow::State::Present, firstKey + i, {QString::number(firstKey + i)}});
    return result;
}

} // namespace

class TestPageCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void remembersPages();
    void dropsTheLeastUsed();
    void staleRowsStayVisible();
    void rowsMoveWithTheirContent();
};

void TestPageCache::remembersPages()
{
    PageCache cache;
    QVERIFY(!cache.row(0));
    QVERIFY(cache.isMissing(0));
    cache.store(1, rows(500, 40));
    QCOMPARE(cache.row(128)->key, 500);
    QCOMPARE(cache.row(167)->key, 539);
    QVERIFY(!cache.row(168));
    QVERIFY(!cache.isMissing(128));
    QVERIFY(cache.isMissing(168));
    QVERIFY(cache.hasPage(1));
    QVERIFY(!cache.hasPage(0));
    cache.clear();
    QVERIFY(cache.isMissing(128));
}

void TestPageCache::dropsTheLeastUsed()
{
    PageCache cache;
    for (int page = 0; page < PageCache::Pages; ++page)
        cache.store(page, rows(page * 1000, PageCache::PageRows));
    QVERIFY(!cache.isMissing(0)); // used just now
    cache.store(PageCache::Pages, rows(0, PageCache::PageRows));
    QVERIFY(cache.hasPage(0));
    QVERIFY(!cache.hasPage(1));
    QVERIFY(cache.hasPage(2));
}

void TestPageCache::staleRowsStayVisible()
{
    PageCache cache;
    cache.store(0, rows(1, 10));
    cache.markAllStale();
    QVERIFY(cache.isMissing(3));
    QVERIFY(!cache.hasPage(0));
    QCOMPARE(cache.row(3)->key, 4);
    cache.store(0, rows(11, 10));
    QVERIFY(!cache.isMissing(3));
    QCOMPARE(cache.row(3)->key, 14);
}

void TestPageCache::rowsMoveWithTheirContent()
{
    PageCache cache;
    std::map<qint64, qint64> expected; // row -> key
    for (const qint64 page : {0, 1, 3, 8}) {
        cache.store(page, rows(page * 1000, PageCache::PageRows));
        for (int i = 0; i < PageCache::PageRows; ++i)
            expected[page * PageCache::PageRows + i] = page * 1000 + i;
    }
    QRandomGenerator random(3);
    for (int step = 0; step < 40; ++step) {
        const qint64 at = random.bounded(1200);
        const qint64 count = random.bounded(1, 60);
        const bool insert = random.bounded(2) == 0;
        std::map<qint64, qint64> moved;
        for (const auto &[row, key] : expected) {
            if (row < at)
                moved[row] = key;
            else if (insert)
                moved[row + count] = key;
            else if (row >= at + count)
                moved[row - count] = key;
        }
        expected = moved;
        if (insert)
            cache.insertRows(at, count);
        else
            cache.removeRows(at, count);
        for (qint64 row = 0; row < 4000; ++row) {
            const TableRow *found = cache.row(row);
            const bool present = found && found->state == TableRow::State::Present;
            QCOMPARE(present, expected.count(row) == 1);
            if (present)
                QCOMPARE(found->key, expected[row]);
        }
    }
}

QTEST_GUILESS_MAIN(TestPageCache)
#include "tst_pagecache.moc"
