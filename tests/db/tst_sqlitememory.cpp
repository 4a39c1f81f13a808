// SPDX-License-Identifier: GPL-3.0-or-later
// Without memory, wherever that is noticed.
#include "db/connections.h"
#include "db/sqlite/sqlitebackend.h"
#include "support/dbfixture.h"
#include "support/scarcememory.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <new>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

namespace {

struct Ending
{
    SqlError error;
    bool isThrown = false;

    bool isDone() const { return !error && !isThrown; }
};

/// Does the work again and again, each time with another request for memory refused, until it comes to an end
/// before that one; `look` sees how each ended. How many were refused.
long withLittleMemory(const std::function<SqlError()> &work, const std::function<void(const Ending &)> &look)
{
    bool struck = true;
    long request = 0;
    while (struck && !QTest::currentTestFailed()) {
        Ending ending;
        ScarceMemory::failAt(++request);
        try {
            ending.error = work();
        } catch (const std::bad_alloc &) {
            ending.isThrown = true;
        }
        struck = ScarceMemory::mend();
        look(ending);
    }
    return request - 1;
}

} // namespace

class TestSqliteMemory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void beginGivesItsTurnBack();

private:
    void openSession();

    const Entity m_users = usersEntity();
    std::unique_ptr<DbFixture> m_fixture;
    std::unique_ptr<Session> m_session;
};

void TestSqliteMemory::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<DbFixture>();
}

void TestSqliteMemory::cleanup()
{
    static_cast<void>(ScarceMemory::mend());
    m_session.reset();
    m_fixture.reset();
}

void TestSqliteMemory::openSession()
{
    m_session.reset();
    auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    m_session = std::move(*session);
}

void TestSqliteMemory::beginGivesItsTurnBack()
{
    VERIFY_DONE(m_fixture->backend->prepare({m_users}));
    FairLock &turns = dynamic_cast<SqliteBackend &>(*m_fixture->backend).file()->turns();
    openSession();
    int thrown = 0;
    const long refused =
        withLittleMemory([&] { return m_session->begin({.durability = Durability::Deferred}); },
                         [&](const Ending &ending) {
                             thrown += ending.isThrown ? 1 : 0;
                             QCOMPARE(m_session->inTransaction(), ending.isDone());
                             QCOMPARE(turns.tryEnter(FairLock::Mode::Exclusive), !ending.isDone());
                             if (ending.isDone())
                                 VERIFY_DONE(m_session->rollback());
                             else
                                 turns.leave(FairLock::Mode::Exclusive);
                             openSession(); // all that it needs the first time
                         });
    QVERIFY(refused > 2);
    QVERIFY(thrown > 0);
}

QTEST_GUILESS_MAIN(TestSqliteMemory)
#include "tst_sqlitememory.moc"
