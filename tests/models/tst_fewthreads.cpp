// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/executor.h"
#include "models/load/loaddraft.h"
#include "models/table/readerthread.h"
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
    void files_data() { reader_data(); }
    void files();
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

void TestFewThreads::files()
{
    QFETCH(const int, threads);
    Executor executor;
    allowThreadsAtOnce(threads);
    int value = 0;
    executor.run(
        Executor::file(QStringLiteral("/a"), this, Executor::Duty::Question),
        [](const std::stop_token &) -> Expected<int> { return 7; },
        [&value](const Expected<int> &answer) { value = *answer; });
    QTRY_COMPARE(value, 7);
}

void TestFewThreads::noMemory()
{
    Executor executor;
    QStringList errors;
    executor.run(
        Executor::file(QStringLiteral("/a"), this, Executor::Duty::Question),
        [](const std::stop_token &) -> Expected<int> { throw std::bad_alloc(); },
        [&errors](const Expected<int> &answer) { errors += answer.error().sentence; });
    executor.run(
        Executor::file(QStringLiteral("/a"), this, Executor::Duty::Question),
        [](const std::stop_token &) -> FileFindings { throw std::bad_alloc(); },
        [&errors](const FileFindings &findings) { errors += findings.error; });
    QTRY_COMPARE(errors, (QStringList{noMemoryText(), noMemoryText()}));
}

QTEST_GUILESS_MAIN(TestFewThreads)
#include "tst_fewthreads.moc"
