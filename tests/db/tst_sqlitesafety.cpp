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
    void nothingIsBegunOnABrokenLog();
    void replacedFileMakesItMoot();
    void rowsOfAReplacedFileAreNotSafe();
    void checkpointSyncsWhatIsOwed();
    void countIsStoppedWithinATable();

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

/// A later commit stands behind what the disk has refused, and would be lost with it, though it is synced.
void TestSqliteSafety::nothingIsBegunOnABrokenLog()
{
    const auto receipt = commitDeferred();
    QVERIFY(receipt);
    failSync(1);
    const SqlError failed = errorOf(m_fixture->backend->awaitSafe(*receipt));
    QCOMPARE(failed.errorClass, ErrorClass::Io);
    failSync(1); // the checkpoint begins with one
    QCOMPARE(errorOf(m_fixture->backend->prepare({usersEntity()})).sentence, failed.sentence);
    QVERIFY(FaultySystem::hasStruck());
    failSync(1);
    const auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(!session);
    QCOMPARE(session.error().sentence, failed.sentence);
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()})); // the disk is well again
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

/// Also when somebody has opened the new file meanwhile, whose log can be synced.
void TestSqliteSafety::rowsOfAReplacedFileAreNotSafe()
{
    const auto safe = commitDeferred();
    QVERIFY(safe);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*safe));
    const auto gone = commitDeferred();
    QVERIFY(gone);
    m_session.reset();
    QVERIFY(QFile::remove(m_fixture->path()));
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*gone)).errorClass, ErrorClass::ReadOnly);
    auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    m_session = std::move(*session);
    const auto later = commitDeferred();
    QVERIFY(later);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*later));
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*gone)).errorClass, ErrorClass::ReadOnly);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*safe)); // it was

    const auto goneToo = commitDeferred();
    QVERIFY(goneToo);
    m_session.reset();
    QVERIFY(QFile::remove(m_fixture->path()));
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*gone)).errorClass, ErrorClass::ReadOnly);
    QCOMPARE(errorOf(m_fixture->backend->awaitSafe(*goneToo)).errorClass, ErrorClass::ReadOnly);
    VERIFY_DONE(m_fixture->backend->awaitSafe(*later));
}

/// Though nothing is to be synced by now, and the log is empty afterwards.
void TestSqliteSafety::checkpointSyncsWhatIsOwed()
{
    const auto receipt = commitDeferred();
    QVERIFY(receipt);
    DatabaseProfile changed = usersProfile();
    changed.sqlite().synchronous = Synchronous::Off;
    QVERIFY(m_fixture->databases->update({changed}));
    const auto later = m_fixture->databases->backend(QStringLiteral("users"));
    VERIFY_DONE(later->prepare({usersEntity()}));
    FaultySystem::failAt({{FileCall::Sync}, "users.db", Never, EIO, false, false});
    VERIFY_DONE(later->settle());
    QVERIFY(FaultySystem::calls() >= 2); // the log and the file
    VERIFY_DONE(m_fixture->backend->awaitSafe(*receipt));
    FaultySystem::failAt({{FileCall::Sync}, "users.db", Never, EIO, false, false});
    VERIFY_DONE(later->settle());
    QCOMPARE(FaultySystem::calls(), 0L);
}

void TestSqliteSafety::countIsStoppedWithinATable()
{
    QList<TestRow> rows;
    for (int row = 0; row < 3000; ++row)
        rows.append({QString(), QString(500, u'x'), QStringLiteral("a@example.com")});
    VERIFY_DONE(m_fixture->insertRows(usersEntity(), rows));
    VERIFY_DONE(m_fixture->backend->settle());
    std::stop_source stop;
    // The database's own catalogue is read before.
    FaultySystem::failAt({{FileCall::Read}, "users.db", 20, 0, false, false, [&] {
                              stop.request_stop();
                          }});
    const auto count = m_fixture->backend->countRows(QStringLiteral("users"), stop.get_token());
    QVERIFY(FaultySystem::hasStruck());
    QVERIFY(!count);
    QCOMPARE(count.error().errorClass, ErrorClass::Interrupted);
    FaultySystem::mend();
    QCOMPARE(m_fixture->backend->countRows(QStringLiteral("users"), {}).value_or(-1), qint64(3000));
}

QTEST_GUILESS_MAIN(TestSqliteSafety)
#include "tst_sqlitesafety.moc"
