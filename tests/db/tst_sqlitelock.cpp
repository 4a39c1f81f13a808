// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "db/connections.h"
#include "db/sqlite/statements/sqlitebusyhandler.h"
#include "support/dbfixture.h"
#include "support/lockholderprocess.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <thread>

using namespace Weir;
using namespace Weir::Test;

/// Locks that somebody else holds: another program, another connection, a reader.
class TestSqliteLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void lockedForAWhile_data();
    void lockedForAWhile();
    void lockedForGood_data();
    void lockedForGood();
    void cancelEndsTheWait();
    void lockedWhenPrepared();
    void journalModeWaitsForTheLock();
    void rollbackModeCommitWaitsForAReader();
    void checkpointIsHeldUpByAReader();
    void delaysAreSqlitesOwn();
    void jitterStaysShort();
    void abortEndsWaitsUntilResumed();

private:
    static DatabaseProfile profile(JournalMode mode, int timeoutMs);
    static std::unique_ptr<Session> open(DbFixture &fixture);
};

void TestSqliteLock::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteLock::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

DatabaseProfile TestSqliteLock::profile(JournalMode mode, int timeoutMs)
{
    DatabaseProfile profile = usersProfile();
    profile.sqlite().journalMode = mode;
    profile.patience = std::chrono::milliseconds(timeoutMs);
    return profile;
}

std::unique_ptr<Session> TestSqliteLock::open(DbFixture &fixture)
{
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    return session ? std::move(*session) : nullptr;
}

void TestSqliteLock::lockedForAWhile_data()
{
    QTest::addColumn<JournalMode>("mode");
    QTest::addColumn<Turn::Sharing>("sharing");
    QTest::newRow("wal, contending") << JournalMode::Wal << Turn::Sharing::Contend;
    QTest::newRow("wal, alone") << JournalMode::Wal << Turn::Sharing::Alone;
    QTest::newRow("delete, contending") << JournalMode::Delete << Turn::Sharing::Contend;
    QTest::newRow("delete, alone") << JournalMode::Delete << Turn::Sharing::Alone;
}

void TestSqliteLock::lockedForAWhile()
{
    QFETCH(JournalMode, mode);
    QFETCH(Turn::Sharing, sharing);
    DbFixture fixture(profile(mode, 60'000));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN IMMEDIATE")});
    QVERIFY(other.holds());
    Expected<void, SqlError> done = tl::unexpected(SqlError{ErrorClass::Other, 0, {}});
    std::thread writer([&] {
        const std::unique_ptr<Session> session = open(fixture);
        if (!session)
            return;
        done = session->begin({.sharing = sharing});
        if (done)
            done = doneOf(session->commit());
    });
    other.letGo();
    writer.join();
    VERIFY_DONE(done);
}

void TestSqliteLock::lockedForGood_data()
{
    lockedForAWhile_data();
}

void TestSqliteLock::lockedForGood()
{
    QFETCH(JournalMode, mode);
    QFETCH(Turn::Sharing, sharing);
    DbFixture fixture(profile(mode, 30));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN EXCLUSIVE")});
    QVERIFY(other.holds());
    const SqlError error = errorOf(session->begin({.sharing = sharing}));
    QCOMPARE(error.errorClass, ErrorClass::Busy);
    QCOMPARE(error.code & 0xff, 5);
    QVERIFY(error.sentence.contains(QStringLiteral("locked by another program")));
    QVERIFY(error.sentence.contains(fixture.path()));
    QVERIFY(!session->inTransaction());
    const std::vector<Wait> waits = session->takeWaits();
    QCOMPARE(waits.size(), 1U);
    QVERIFY(waits[0].sleeps > 0);
    QVERIFY(waits[0].endNs - waits[0].beginNs >= 30'000'000);
    QVERIFY(session->takeWaits().empty());
    other.kill(); // its lock goes with it
    VERIFY_DONE(session->begin({}));
    VERIFY_DONE(session->rollback());
}

void TestSqliteLock::cancelEndsTheWait()
{
    DbFixture fixture(profile(JournalMode::Wal, 3'600'000));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN IMMEDIATE")});
    QVERIFY(other.holds());
    std::stop_source cancel;
    const Turn turn{.sharing = Turn::Sharing::Contend, .stop = cancel.get_token()};
    std::thread canceller([&] {
        stoppableSleep(std::chrono::milliseconds(20)); // time to begin to wait
        cancel.request_stop();
    });
    const SqlError error = errorOf(session->begin(turn)); // would take an hour
    canceller.join();
    QCOMPARE(error.errorClass, ErrorClass::Interrupted);
    QVERIFY(!session->inTransaction());
    QCOMPARE(errorOf(session->begin(turn)).errorClass,
             ErrorClass::Interrupted); // still cancelled: no wait at all
    other.letGo();
    VERIFY_DONE(session->begin({}));
    VERIFY_DONE(session->rollback());
}

void TestSqliteLock::lockedWhenPrepared()
{
    DbFixture fixture(profile(JournalMode::Delete, 30));
    runSql(fixture.path(), QStringLiteral("CREATE TABLE t(a)"));
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN EXCLUSIVE")});
    QVERIFY(other.holds());
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::Busy);
    QVERIFY(error.sentence.contains(QStringLiteral("locked by another program")));
    other.letGo();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
}

void TestSqliteLock::journalModeWaitsForTheLock()
{
    DbFixture fixture(profile(JournalMode::Wal, 60'000));
    runSql(fixture.path(), QStringLiteral("CREATE TABLE t(a)")); // in rollback mode
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN IMMEDIATE")});
    QVERIFY(other.holds());
    Expected<void, SqlError> done = tl::unexpected(SqlError{ErrorClass::Other, 0, {}});
    std::thread preparer([&] { done = fixture.backend->prepare({usersEntity()}); });
    other.letGo();
    preparer.join();
    VERIFY_DONE(done);
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
}

void TestSqliteLock::rollbackModeCommitWaitsForAReader()
{
    DbFixture fixture(profile(JournalMode::Delete, 30));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    LockHolderProcess reader(
        {QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN; SELECT * FROM users")});
    QVERIFY(reader.holds());
    const RowBatch batch = batchOf({plainRow(1)});
    const int row = 0;
    InsertResult result;
    VERIFY_DONE(session->begin({}));
    VERIFY_DONE(session->insert(usersEntity(), batch, {&row, 1}, &result));
    QCOMPARE(errorOf(session->commit()).errorClass, ErrorClass::Busy);
    QVERIFY(session->inTransaction()); // it may try again
    reader.letGo();
    VERIFY_DONE(session->commit());
    QCOMPARE(fixture.count(usersEntity()), 1);
}

void TestSqliteLock::checkpointIsHeldUpByAReader()
{
    DbFixture fixture(profile(JournalMode::Wal, 30));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    LockHolderProcess reader(
        {QStringLiteral("sql"), fixture.path(), QStringLiteral("BEGIN; SELECT * FROM users")});
    QVERIFY(reader.holds());
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QCOMPARE(errorOf(fixture.backend->settle()).errorClass, ErrorClass::Busy);
    QCOMPARE(fixture.count(usersEntity()), 1);
    reader.letGo();
    VERIFY_DONE(fixture.backend->settle());
    QCOMPARE(QFileInfo(fixture.path(QStringLiteral("users.db-wal"))).size(), 0);
    QCOMPARE(fixture.backend->generation(), 0);
}

void TestSqliteLock::delaysAreSqlitesOwn()
{
    SqliteBusyHandler handler(std::chrono::milliseconds(0));
    QVERIFY(!handler.wait(0)); // no timeout, no wait
    QVERIFY(handler.takeWaits().empty());
    handler.setTimeout(std::chrono::milliseconds(20));
    handler.setWaiting(SqliteBusyHandler::Delays::OfSqlite, {});
    int count = 0;
    while (handler.wait(count))
        ++count;
    // 1 + 2 + 5 + 10 = 18 ms, and the fifth is cut short; a busy machine sleeps longer and less often.
    QVERIFY(count >= 1 && count <= 5);
    QCOMPARE(handler.takeWaits().at(0).sleeps, count);
    QVERIFY(!handler.wasStopped());
}

void TestSqliteLock::jitterStaysShort()
{
    SqliteBusyHandler handler(std::chrono::minutes(1));
    handler.setWaiting(SqliteBusyHandler::Delays::Random, {});
    for (int count = 0; count < 50; ++count)
        QVERIFY(handler.wait(count));
    QCOMPARE(handler.takeWaits().at(0).sleeps, 50);
}

void TestSqliteLock::abortEndsWaitsUntilResumed()
{
    SqliteBusyHandler handler(std::chrono::minutes(1));
    handler.abort();
    QVERIFY(!handler.wait(0) && handler.wasStopped());
    handler.resume();
    QVERIFY(handler.wait(0) && !handler.wasStopped());
}

QTEST_GUILESS_MAIN(TestSqliteLock)
#include "tst_sqlitelock.moc"
