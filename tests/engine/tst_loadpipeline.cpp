// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/flow/loadpipeline.h"

#include <QTest>

#include <future>

using namespace Weir;

class TestLoadPipeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lostBatch();
    void filesThatWaitShareOneRoom();
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
    pipeline.end(0, {true, QByteArray("hash"), {}, 0}); // read to its end all the same
    const auto batch = pipeline.take(0);
    QVERIFY(batch && batch->batch && batch->closed);
    const auto end = pipeline.take(0);
    QVERIFY(end && !end->batch);
    QCOMPARE(end->end.error, QStringLiteral("no memory"));
    QCOMPARE(end->end.lost, 70);
    QVERIFY(!end->end.complete);
    QVERIFY(!pipeline.take(0));
    pipeline.awaitSettled(); // would wait for ever
}

/// Two files wait for a third one: together they have the room of one, and none of that of the third.
void TestLoadPipeline::filesThatWaitShareOneRoom()
{
    constexpr int Chunks = 2;
    LoadPipeline pipeline({{0, {}}, {0, {0}}, {0, {0}}}, Chunks);
    const auto chunkOf = [](int file) {
        ReadChunk chunk;
        chunk.file = file;
        return chunk;
    };
    QVERIFY(pipeline.push(chunkOf(1)));
    QVERIFY(pipeline.push(chunkOf(2)));
    auto third = std::async(std::launch::async, [&] { return pipeline.push(chunkOf(2)); });
    for (int chunk = 0; chunk < Chunks; ++chunk)
        QVERIFY(pipeline.push(chunkOf(0)));
    QCOMPARE(third.wait_for(std::chrono::milliseconds(50)), std::future_status::timeout);
    for (int chunk = 0; chunk < 2 * Chunks; ++chunk) {
        const auto taken = pipeline.takeChunk();
        QVERIFY(taken);
        LoadBatch batch;
        batch.file = taken->file;
        batch.sequence = taken->sequence;
        pipeline.put(std::move(batch));
    }
    pipeline.end(0, {true, {}, {}, 0});
    for (int chunk = 0; chunk < Chunks; ++chunk) {
        const auto delivery = pipeline.take(0);
        QVERIFY(delivery && delivery->batch);
        QCOMPARE(delivery->file, 0);
    }
    const auto end = pipeline.take(0);
    QVERIFY(end && !end->batch);
    QCOMPARE(end->file, 0);
    QVERIFY(third.get()); // now each has its own
}

QTEST_GUILESS_MAIN(TestLoadPipeline)
#include "tst_loadpipeline.moc"
