// SPDX-License-Identifier: GPL-3.0-or-later
// Without memory, wherever that is noticed: no exception goes through SQLite, and nothing is told that is not
// so.
#include "db/connections.h"
#include "db/sqlite/sqlitebackend.h"
#include "db/sqlite/statements/sqlitesettings.h"
#include "db/sqlite/tables/sqlitedeleteeffects.h"
#include "support/dbfixture.h"
#include "support/faultydisk.h"
#include "support/rawdatabase.h"
#include "support/scarcememory.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>
#include <new>
#include <numeric>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

namespace {

struct Ending
{
    SqlError error;
    bool isThrown = false;

    bool isDone() const { return error.isNone() && !isThrown; }
};

/// Does the work again and again, each time with another request for memory refused, until it comes to an end
/// before that one; `look` sees how each ended. How many were refused.
long withLittleMemory(const std::function<Expected<void, SqlError>()> &work,
                      const std::function<void(const Ending &)> &look)
{
    bool struck = true;
    long request = 0;
    while (struck && !QTest::currentTestFailed()) {
        Ending ending;
        ScarceMemory::failAt(++request);
        try {
            ending.error = errorOf(work());
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
    void initTestCase() { FaultyDisk::install(); }
    void init();
    void cleanup();
    void beginGivesItsTurnBack();
    void replacedRowsAreTold();
    void rowsTogether();
    void triggersAreNotOverlooked();
    void failedCommitLeavesNothingBehind();
    void exceptionLeavesNoTransaction();

private:
    void openSession();
    long insertWithLittleMemory(const QList<QStringList> &lines, const InsertResult &expected);

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
    FaultyDisk::mend();
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

/// Inserts them with everything there already but memory, and takes them back each time. How many requests
/// were refused.
long TestSqliteMemory::insertWithLittleMemory(const QList<QStringList> &lines, const InsertResult &expected)
{
    const RowBatch batch = batchOf(lines);
    std::vector<int> rows(static_cast<std::size_t>(lines.size()));
    std::iota(rows.begin(), rows.end(), 0);
    InsertResult result;
    const auto insert = [&] {
        return m_session->insert(m_users, batch, rows, &result);
    };
    const auto look = [&](const Ending &ending) {
        if (ending.isDone()) {
            QCOMPARE(result.keys, expected.keys);
            QCOMPARE(result.updated, expected.updated);
        }
        if (!ending.error.isNone())
            QCOMPARE(ending.error.errorClass, ErrorClass::Memory);
        VERIFY_DONE(m_session->rollback());
        VERIFY_DONE(m_session->begin({}));
        result = {};
    };
    openSession();
    if (!m_session->begin({}))
        return 0;
    look({errorOf(insert()), false});
    const long refused = withLittleMemory(insert, look);
    m_session.reset();
    return refused;
}

/// Each of the new rows takes the place of two others.
void TestSqliteMemory::replacedRowsAreTold()
{
    runSql(
        m_fixture->path(),
        QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT UNIQUE ON CONFLICT REPLACE, "
                       "email TEXT UNIQUE ON CONFLICT REPLACE); INSERT INTO users VALUES(1, 'User 1', 'a'),"
                       "(2, 'b', '1@example.com'), (3, 'User 2', 'c'), (4, 'd', '2@example.com')"));
    VERIFY_DONE(m_fixture->backend->prepare({m_users}));
    InsertResult expected;
    expected.keys = {5, 6};
    expected.updated = {0, 1};
    QVERIFY(insertWithLittleMemory({plainRow(1), plainRow(2)}, expected) > 10);
    QCOMPARE(m_fixture->count(m_users), 4);
}

void TestSqliteMemory::rowsTogether()
{
    constexpr int Rows = 40;
    VERIFY_DONE(m_fixture->backend->prepare({m_users}));
    InsertResult expected;
    QList<QStringList> lines;
    for (int row = 1; row <= Rows; ++row) {
        lines += plainRow(row);
        expected.keys.push_back(row);
    }
    QVERIFY(insertWithLittleMemory(lines, expected) > 5);
    QCOMPARE(m_fixture->count(m_users), 0);
}

void TestSqliteMemory::triggersAreNotOverlooked()
{
    const RawDatabase database(m_fixture->path());
    QVERIFY(database.exec("CREATE TABLE users(id INTEGER PRIMARY KEY); CREATE TABLE notes(id);"
                          "CREATE TRIGGER one AFTER DELETE ON users BEGIN DELETE FROM notes; END;"
                          "CREATE TRIGGER two AFTER DELETE ON users BEGIN UPDATE notes SET id=1; END"));
    QStringList triggers;
    const long refused = withLittleMemory(
        [&]() -> Expected<void, SqlError> {
            const SqliteDeleteEffects effects(database.handle(), QStringLiteral("users"),
                                              QStringLiteral("id"),
                                              QStringLiteral("DELETE FROM main.users WHERE id=?1"));
            triggers = effects.changingTriggers();
            if (effects.code() == SQLITE_OK)
                return {};
            return tl::unexpected(SqlError{ErrorClass::Memory, effects.code(), {}});
        },
        [&](const Ending &ending) {
            triggers.sort();
            if (ending.isDone())
                QCOMPARE(triggers, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
            if (!ending.error.isNone())
                QCOMPARE(ending.error.code, SQLITE_NOMEM);
        });
    QVERIFY(refused > 5);
}

/// The disk fails in the commit, and then there is no memory to settle what became of it.
void TestSqliteMemory::failedCommitLeavesNothingBehind()
{
    const QString path = m_fixture->path();
    const RawDatabase database(path);
    QVERIFY(database.exec("PRAGMA journal_mode=WAL; CREATE TABLE users(id INTEGER PRIMARY KEY)"));
    int failed = 0;
    int unknown = 0;
    bool struck = true;
    for (long request = 1; struck; ++request) {
        SqlError error;
        bool isThrown = false;
        try {
            error = errorOf(inSqliteTransaction(database.handle(), path, [&] {
                auto inserted = executeSqlite(database.handle(),
                                              QStringLiteral("INSERT INTO users DEFAULT VALUES"), path);
                FaultyDisk::failAt(1, SQLITE_IOERR_FSYNC, false);
                ScarceMemory::failAt(request);
                return inserted;
            }));
        } catch (const std::bad_alloc &) {
            isThrown = true;
        }
        struck = ScarceMemory::mend();
        FaultyDisk::mend();
        QVERIFY(!error.isNone() || isThrown);
        QVERIFY(sqlite3_get_autocommit(database.handle()) != 0);
        QCOMPARE(database.value("PRAGMA synchronous"), std::string("2"));
        ++(error.errorClass == ErrorClass::CommitUnknown ? unknown : failed);
    }
    QCOMPARE(database.value("SELECT count(*) FROM users"), std::string("0"));
    QVERIFY(failed > 1);
    QVERIFY(unknown > 1);
}

void TestSqliteMemory::exceptionLeavesNoTransaction()
{
    const RawDatabase database(m_fixture->path());
    QVERIFY(database.exec("CREATE TABLE users(id INTEGER PRIMARY KEY)"));
    const auto work = [&]() -> Expected<void, SqlError> {
        database.exec("INSERT INTO users DEFAULT VALUES");
        throw std::bad_alloc();
    };
    QVERIFY_THROWS_EXCEPTION(
        std::bad_alloc, static_cast<void>(inSqliteTransaction(database.handle(), m_fixture->path(), work)));
    QVERIFY(sqlite3_get_autocommit(database.handle()) != 0);
    QCOMPARE(database.value("SELECT count(*) FROM users"), std::string("0"));
}

QTEST_GUILESS_MAIN(TestSqliteMemory)
#include "tst_sqlitememory.moc"
