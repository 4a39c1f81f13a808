// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/flow/sparememory.h"

#include <QTest>

using namespace Weir;

namespace {

LoadBatch settledBatch(std::size_t bytes)
{
    LoadBatch batch;
    batch.rows.clear(2, std::vector<CsvRecord>(100));
    batch.rows.batch.setArena(std::string(bytes, 'x'));
    batch.valid.assign(100, 1);
    batch.rejected.add(1, "a,b\n", {});
    return batch;
}

} // namespace

class TestSpareMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void givesMemoryWithoutContent();
    void keepsNoHugeChunk();
    void keepsAFewPiecesOnly();
};

void TestSpareMemory::givesMemoryWithoutContent()
{
    SpareMemory spare;
    QCOMPARE(spare.takeChunk().bytes.capacity(), std::string().capacity());
    spare.give(settledBatch(5000));
    const CsvChunk chunk = spare.takeChunk();
    QVERIFY(chunk.bytes.empty() && chunk.records.empty());
    QVERIFY(chunk.bytes.capacity() >= 5000);
    QVERIFY(chunk.records.capacity() >= 100);
    const LoadBatch batch = spare.takeBatch();
    QVERIFY(batch.valid.capacity() >= 100);
    QCOMPARE(batch.rejected.count(), 0);
    QVERIFY(batch.rows.records.empty());
    QCOMPARE(spare.takeChunk().records.capacity(), std::size_t(0));
}

void TestSpareMemory::keepsNoHugeChunk()
{
    SpareMemory spare;
    spare.give(settledBatch(SpareMemory::MaximumBytes + 1));
    QVERIFY(spare.takeChunk().bytes.capacity() < 100);
    QCOMPARE(spare.takeBatch().valid.capacity(), std::size_t(0));
}

void TestSpareMemory::keepsAFewPiecesOnly()
{
    SpareMemory spare;
    for (std::size_t piece = 0; piece < SpareMemory::MaximumPieces + 3; ++piece)
        spare.give(settledBatch(1000));
    std::size_t kept = 0;
    while (spare.takeChunk().bytes.capacity() >= 1000)
        ++kept;
    QCOMPARE(kept, SpareMemory::MaximumPieces);
}

QTEST_GUILESS_MAIN(TestSpareMemory)
#include "tst_sparememory.moc"
