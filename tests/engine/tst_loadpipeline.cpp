// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadpipeline.h"

#include <QTest>

using namespace Weir;

class TestLoadPipeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lostBatch();
};

/// A worker that cannot make a batch closes the file, which ends with its sentence.
void TestLoadPipeline::lostBatch()
{
    LoadPipeline pipeline({{}}, 4);
    for (int chunk = 0; chunk < 2; ++chunk)
        QVERIFY(pipeline.push({}));
    const auto first = pipeline.takeChunk();
    const auto second = pipeline.takeChunk();
    QVERIFY(first && second);
    LoadBatch made;
    made.sequence = second->sequence;
    pipeline.put(std::move(made));
    pipeline.lose(0, first->sequence, 70, QStringLiteral("no memory"));
    QVERIFY(!pipeline.push({}));
    pipeline.end(0, {});
    const auto batch = pipeline.take(0);
    QVERIFY(batch && batch->batch && batch->closed);
    const auto end = pipeline.take(0);
    QVERIFY(end && !end->batch);
    QCOMPARE(end->end.error, QStringLiteral("no memory"));
    QCOMPARE(end->end.lost, 70);
    QVERIFY(!pipeline.take(0));
    QVERIFY(pipeline.awaitSettled(std::chrono::milliseconds(0)));
}

QTEST_GUILESS_MAIN(TestLoadPipeline)
#include "tst_loadpipeline.moc"
