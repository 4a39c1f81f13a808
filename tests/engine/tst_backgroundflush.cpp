// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/backgroundflush.h"
#include "support/memorybackend.h"

#include <QTest>

#include <atomic>

using namespace Weir;
using namespace Weir::Test;

namespace {

/// A database whose flushes are counted, and fail when told to.
struct FlushedDatabase
{
    FlushedDatabase()
    {
        backend.store().on(MemoryCall::AwaitSafe) = [this] {
            ++flushes;
            return fails ? SqlError{ErrorClass::Io, 1, QStringLiteral("The disk is gone.")} : SqlError{};
        };
    }

    MemoryBackend backend;
    std::atomic<int> flushes{0};
    std::atomic<bool> fails{false};
};

} // namespace

class TestBackgroundFlush : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void flushesOnceWhatIsDue();
    void flushesInLineWhatWasNotStarted();
    void staysFailed();
};

void TestBackgroundFlush::flushesOnceWhatIsDue()
{
    FlushedDatabase database;
    BackgroundFlush flush(database.backend);
    flush.start();
    QVERIFY(flush.wait());
    QCOMPARE(database.flushes.load(), 0);
    for (int round = 1; round <= 3; ++round) {
        flush.setDue({static_cast<quint64>(round)});
        flush.start();
        flush.start();
        QVERIFY(flush.wait());
        QVERIFY(!flush.isDue());
        QVERIFY(flush.wait());
        QCOMPARE(database.flushes.load(), round);
    }
}

void TestBackgroundFlush::flushesInLineWhatWasNotStarted()
{
    FlushedDatabase database;
    BackgroundFlush flush(database.backend);
    flush.setDue({1});
    QVERIFY(flush.isDue());
    QVERIFY(flush.wait());
    QCOMPARE(database.flushes.load(), 1);
}

void TestBackgroundFlush::staysFailed()
{
    FlushedDatabase database;
    BackgroundFlush flush(database.backend);
    flush.setDue({1});
    database.fails = true;
    flush.start();
    QCOMPARE(errorOf(flush.wait()).sentence, QStringLiteral("The disk is gone."));
    QCOMPARE(errorOf(flush.wait()).errorClass, ErrorClass::Io);
    QVERIFY(flush.hasFailed());
    database.fails = false; // a second try would succeed, though what was to be written is lost
    flush.setDue({2});
    flush.start();
    QVERIFY(!flush.wait());
    QCOMPARE(database.flushes.load(), 1);
}

QTEST_GUILESS_MAIN(TestBackgroundFlush)
#include "tst_backgroundflush.moc"
