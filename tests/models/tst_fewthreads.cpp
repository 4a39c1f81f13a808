// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/runinpool.h"
#include "models/loaddraft.h"
#include "models/readerthread.h"
#include "support/fewthreads.h"

#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Weir;
using namespace WeirTest;

namespace {
/// Tells what becomes of it.
class Worker : public TableWorker
{
public:
    Worker(std::shared_ptr<ReaderHandle> handle, bool *isGone)
        : TableWorker(std::move(handle))
        , m_isGone(isGone)
    {}
    ~Worker() override { *m_isGone = true; }

private:
    bool *m_isGone;
};
} // namespace

/// What the window does in other threads, where the system refuses them: in this one, or an error.
class TestFewThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { allowThreads(); }
    void reader_data();
    void reader();
    void pool_data() { reader_data(); }
    void pool();
    void noMemory();
};

void TestFewThreads::reader_data()
{
    QTest::addColumn<int>("threads");
    for (const int threads : {0, 1, 2})
        QTest::addRow("%d", threads) << threads;
}

void TestFewThreads::reader()
{
    QFETCH(const int, threads);
    bool isGone = false;
    const auto here = std::this_thread::get_id();
    {
        allowThreadsAtOnce(threads);
        ReaderThread<Worker> reader(&isGone);
        std::atomic<bool> called{false};
        std::atomic<bool> isHere{false};
        reader.post([&](Worker &worker) {
            isHere = std::this_thread::get_id() == here;
            called = worker.thread() == QThread::currentThread();
        });
        QTRY_VERIFY(called);
        QCOMPARE(isHere.load(), threads == 0);
    }
    QVERIFY(isGone); // without an event loop's help
}

void TestFewThreads::pool()
{
    QFETCH(const int, threads);
    QThreadPool pool;
    allowThreadsAtOnce(threads);
    QFuture<Expected<int>> future = runInPool(pool, []() -> Expected<int> { return 7; });
    QCOMPARE(*future.result(), 7);
}

void TestFewThreads::noMemory()
{
    QThreadPool pool;
    QFuture<Expected<int>> future = runInPool(pool, []() -> Expected<int> { throw std::bad_alloc(); });
    QVERIFY(!future.result());
    QCOMPARE(future.result().error().sentence, noMemoryText());
    QFuture<FileFindings> findings = runInPool(pool, []() -> FileFindings { throw std::bad_alloc(); });
    QCOMPARE(findings.result().error, noMemoryText());
}

QTEST_GUILESS_MAIN(TestFewThreads)
#include "tst_fewthreads.moc"
