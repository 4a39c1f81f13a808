// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/backgroundflush.h"
#include "support/fakebackend.h"

#include <QTest>

#include <atomic>

using namespace Weir;

namespace {

class FlushingBackend : public WeirTest::FakeBackend
{
public:
    SqlError flush() override
    {
        ++flushes;
        return fails ? SqlError{ErrorClass::Io, 1, QStringLiteral("The disk is gone.")} : SqlError{};
    }

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
    FlushingBackend backend;
    BackgroundFlush flush(backend);
    flush.start();
    QVERIFY(!flush.wait());
    QCOMPARE(backend.flushes.load(), 0);
    for (int round = 1; round <= 3; ++round) {
        flush.setDue();
        flush.start();
        flush.start();
        QVERIFY(!flush.wait());
        QVERIFY(!flush.isDue());
        QVERIFY(!flush.wait());
        QCOMPARE(backend.flushes.load(), round);
    }
}

void TestBackgroundFlush::flushesInLineWhatWasNotStarted()
{
    FlushingBackend backend;
    BackgroundFlush flush(backend);
    flush.setDue();
    QVERIFY(flush.isDue());
    QVERIFY(!flush.wait());
    QCOMPARE(backend.flushes.load(), 1);
}

void TestBackgroundFlush::staysFailed()
{
    FlushingBackend backend;
    BackgroundFlush flush(backend);
    flush.setDue();
    backend.fails = true;
    flush.start();
    QCOMPARE(flush.wait().sentence, QStringLiteral("The disk is gone."));
    QVERIFY(flush.hasFailed());
    backend.fails = false; // a second try would succeed, though what was to be written is lost
    flush.setDue();
    flush.start();
    QVERIFY(flush.wait());
    QCOMPARE(backend.flushes.load(), 1);
}

QTEST_GUILESS_MAIN(TestBackgroundFlush)
#include "tst_backgroundflush.moc"
