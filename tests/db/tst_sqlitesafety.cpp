// SPDX-License-Identifier: GPL-3.0-or-later
// What Backend::awaitSafe() says is safe was synced, and what could not be synced never is said to be.
#include "db/connections.h"
#include "support/dbfixture.h"
#include "support/faultysystem.h"

#include <QRegularExpression>
#include <QTest>

#include <cerrno>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

namespace {

constexpr long Never = 1'000'000;

/// Counts the syncs of the log from now on, and makes one of them fail.
void failSync(long number)
{
    FaultySystem::failAt({{FileCall::Sync}, "users.db-wal", number, EIO, false, false});
}

} // namespace

class TestSqliteSafety : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void awaitSafeSyncsTheLog();
    void whatIsSafeIsNotSyncedAgain();
    void settingsOfLaterDoNotMatter();
    void failedSyncIsNotForgotten();
    void checkpointMakesUpForIt();
    void replacedFileMakesItMoot();

private:
    /// Of a transaction with one row.
    Expected<Receipt, SqlError> commitDeferred() const;

    std::unique_ptr<DbFixture> m_fixture;
    std::unique_ptr<Session> m_session;
};

void TestSqliteSafety::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<DbFixture>();
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    m_session = std::move(*session);
}

void TestSqliteSafety::cleanup()
{
    FaultySystem::mend();
    m_session.reset();
    m_fixture.reset();
}

Expected<Receipt, SqlError> TestSqliteSafety::commitDeferred() const
{
    const RowBatch batch = batchOf({plainRow(1)});
    const int row = 0;
    InsertResult result;
    if (const auto done = m_session->begin({.durability = Durability::Deferred}); !done)
        return tl::unexpected(done.error());
    if (const auto done = m_session->insert(usersEntity(), batch, {&row, 1}, &result); !done)
        return tl::unexpected(done.error());
    return m_session->commit();
}

void TestSqliteSafety::awaitSafeSyncsTheLog()
{
    failSync(Never);
    const auto receipt = commitDeferred();
    QVERIFY(receipt);
    QCOMPARE(FaultySystem::calls(), 0L);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*receipt));
    QVERIFY(FaultySystem::calls() >= 1);
}

void TestSqliteSafety::whatIsSafeIsNotSyncedAgain()
{
    const auto first = commitDeferred();
    const auto second = commitDeferred();
    QVERIFY(first && second);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*second));
    failSync(Never);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*first));
    VERIFY_DONE(m_fixture->backend->awaitSafe(*second));
    QCOMPARE(FaultySystem::calls(), 0L);
}

/// Somebody has changed the project since: the transaction was told that this would sync it.
void TestSqliteSafety::settingsOfLaterDoNotMatter()
{
    const auto receipt = commitDeferred();
    QVERIFY(receipt);
    DatabaseProfile changed = usersProfile();
    changed.sqlite().synchronous = Synchronous::Off;
    QVERIFY(m_fixture->databases->update({changed}));
    const auto later = m_fixture->databases->backend(QStringLiteral("users"));
    VERIFY_DONE(later->prepare({usersEntity()}));
    failSync(Never);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*receipt));
    QCOMPARE(FaultySystem::calls(), 1L);
}

void TestSqliteSafety::failedSyncIsNotForgotten()
{
    const auto receipt = commitDeferred();
    QVERIFY(receipt);
    failSync(1);
    const SqlError failed = errorOf(m_fixture->backend->awaitSafe(*receipt));
    QVERIFY(FaultySystem::hasStruck());
    QCOMPARE(failed.errorClass, ErrorClass::Io);
    QVERIFY(failed.sentence.contains(m_fixture->path()));
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*receipt)).sentence, failed.sentence);
    const auto later = commitDeferred();
    QVERIFY(later);
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*later)).sentence, failed.sentence);
    QCOMPARE(FaultySystem::calls(), 1L);
    VERIFY_DONE(m_fixture->backend->awaitSafe({})); // waited for at its commit
}

void TestSqliteSafety::checkpointMakesUpForIt()
{
    const auto receipt = commitDeferred();
    QVERIFY(receipt);
    failSync(1);
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*receipt)).errorClass, ErrorClass::Io);
    failSync(1); // the checkpoint begins with one
    QCOMPARE(errorOf(m_fixture->backend->settle()).errorClass, ErrorClass::Io);
    QVERIFY(FaultySystem::hasStruck());
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*receipt)).errorClass, ErrorClass::Io);
    VERIFY_DONE(m_fixture->backend->settle());
    VERIFY_DONE(m_fixture->backend->awaitSafe(*receipt));
    QCOMPARE(m_fixture->count(usersEntity()), 1);
}

void TestSqliteSafety::replacedFileMakesItMoot()
{
    const auto lost = commitDeferred();
    QVERIFY(lost);
    failSync(1);
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*lost)).errorClass, ErrorClass::Io);
    m_session.reset();
    QVERIFY(QFile::remove(m_fixture->path()));
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    m_session = std::move(*session);
    const auto receipt = commitDeferred();
    QVERIFY(receipt);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*receipt));
    QCOMPARE(m_fixture->count(usersEntity()), 1);
}

QTEST_GUILESS_MAIN(TestSqliteSafety)
#include "tst_sqlitesafety.moc"
