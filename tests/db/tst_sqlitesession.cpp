// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/ledger.h"
#include "db/transaction.h"
#include "support/dbfixture.h"
#include "support/turns.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <atomic>
#include <numeric>
#include <thread>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

class TestSqliteSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void rowsGetKeysInOrder();
    void givenKeysAreKept();
    void emptyCellsAreNull();
    void typedCellsAreStoredTyped();
    void textIsStoredByteForByte();
    void beginCommitRollback();
    void insertWithoutTransactionIsRefused();
    void constraintFailsItsRowOnly();
    void triggerThatIgnoresFailsItsRow();
    void triggerThatRollsBackTakesTheTransaction();
    void expressionErrorFailsItsRow();
    void tooBigFailsItsRow();
    void droppedTableIsASchemaError();
    void nothingCommitsByItself();
    void exhaustedKeysFailTheirRows_data();
    void exhaustedKeysFailTheirRows();
    void hostileIdentifiers_data();
    void hostileIdentifiers();
    void commitIntoADeletedFileIsRefused();
    void checkpointsOnlyWhenAlone();
    void contendersKeepCheckpointsOut();
    void aloneWaitsForTheOther();
    void turnEndsWithTheTransaction();
    void deferredCommitsHaveReceipts_data();
    void deferredCommitsHaveReceipts();
    void keeperKeepsTheLogAndRemovesItAtTheEnd();
};

void TestSqliteSession::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteSession::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteSession::rowsGetKeysInOrder()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QList<RowResult> results;
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2), plainRow(3)}, &results));
    for (qint64 i = 0; i < 3; ++i) {
        QVERIFY(results.at(i).error.isNone());
        QCOMPARE(results.at(i).key, i + 1);
    }
    QCOMPARE(fixture.count(usersEntity()), 3);
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT group_concat(name) FROM users")),
             QStringLiteral("User 1,User 2,User 3"));
}

void TestSqliteSession::givenKeysAreKept()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QStringList first = plainRow(1);
    first[0] = QStringLiteral("9223372036854775806");
    QStringList blank = plainRow(2);
    blank[0] = QStringLiteral(" \t");
    QStringList negative = plainRow(3);
    negative[0] = QStringLiteral("-5");
    QList<RowResult> results;
    VERIFY_DONE(fixture.insertRows(usersEntity(), {first, blank, negative, first}, &results));
    QCOMPARE(results.at(0).key, 9223372036854775806);
    QCOMPARE(results.at(1).key, 9223372036854775807);
    QCOMPARE(results.at(2).key, -5);
    QCOMPARE(results.at(3).error.errorClass, ErrorClass::Constraint); // the key is taken
    QCOMPARE(results.at(3).error.code, 1555);
}

void TestSqliteSession::emptyCellsAreNull()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {{QString(), QStringLiteral("A"), QStringLiteral("")}}));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT email IS NULL FROM users")), QStringLiteral("1"));
}

void TestSqliteSession::typedCellsAreStoredTyped()
{
    DbFixture fixture;
    const Entity products = productsEntity();
    VERIFY_DONE(fixture.backend->prepare({products}));
    VERIFY_DONE(fixture.insertRows(products,
                                   {{QString(), QStringLiteral("007"), QStringLiteral("1000"),
                                     QStringLiteral("-9223372036854775808")}}));
    QCOMPARE(runSql(fixture.path(),
                    QStringLiteral(
                        "SELECT typeof(name)||typeof(price)||typeof(stock)||name||stock FROM products")),
             QStringLiteral("textrealinteger007-9223372036854775808"));
}

void TestSqliteSession::textIsStoredByteForByte()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const QString text = QStringLiteral("é 😀 'q' \"d\" %1 \u202e\n\t;--");
    VERIFY_DONE(fixture.insertRows(usersEntity(), {{QString(), text, QStringLiteral("x")}}));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT name FROM users")), text);
}

void TestSqliteSession::beginCommitRollback()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    const RowBatch batch = batchOf({plainRow(1)});
    const int row = 0;
    InsertResult result;
    {
        Transaction transaction(**session);
        VERIFY_DONE(transaction.begin({}));
        QVERIFY((*session)->inTransaction());
        VERIFY_DONE((*session)->insert(usersEntity(), batch, {&row, 1}, &result));
    } // rolls back
    QVERIFY(!(*session)->inTransaction());
    QCOMPARE(fixture.count(usersEntity()), 0);
    VERIFY_DONE((*session)->rollback()); // nothing to do

    Transaction transaction(**session);
    VERIFY_DONE(transaction.begin({}));
    VERIFY_DONE((*session)->insert(usersEntity(), batch, {&row, 1}, &result));
    VERIFY_DONE(transaction.commit());
    QVERIFY(!(*session)->inTransaction());
    QCOMPARE(fixture.count(usersEntity()), 1);
}

void TestSqliteSession::insertWithoutTransactionIsRefused()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    const RowBatch batch = batchOf({plainRow(1)});
    const int row = 0;
    InsertResult result;
    const SqlError error = errorOf((*session)->insert(usersEntity(), batch, {&row, 1}, &result));
    QVERIFY(!error.isNone() && !error.concernsRowOnly());
    QCOMPARE(fixture.count(usersEntity()), 0);
}

void TestSqliteSession::constraintFailsItsRowOnly()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT NOT NULL CHECK(name<>'bad'), "
                          "email TEXT UNIQUE)"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QList<RowResult> results;
    const QString email = QStringLiteral("a@example.com");
    VERIFY_DONE(fixture.insertRows(usersEntity(),
                                   {{QString(), QStringLiteral("A"), email},
                                    {QString(), QStringLiteral("B"), email},
                                    {QString(), QString(), QStringLiteral("c@example.com")},
                                    {QString(), QStringLiteral("bad"), QStringLiteral("d@example.com")},
                                    {QString(), QStringLiteral("E"), QStringLiteral("e@example.com")}},
                                   &results));
    QCOMPARE(fixture.count(usersEntity()), 2);
    const QList<int> codes{0, 2067, 1299, 275, 0};
    for (qsizetype i = 0; i < codes.size(); ++i) {
        QCOMPARE(results.at(i).error.code, codes.at(i));
        QCOMPARE(results.at(i).error.concernsRowOnly(), codes.at(i) != 0);
    }
    QVERIFY(results.at(1).error.sentence.contains(QStringLiteral("UNIQUE constraint failed: users.email")));
    QVERIFY(results.at(1).error.sentence.contains(fixture.path()));
}

void TestSqliteSession::triggerThatIgnoresFailsItsRow()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(),
           QStringLiteral("CREATE TRIGGER t BEFORE INSERT ON users WHEN NEW.name='User 2' "
                          "BEGIN SELECT RAISE(IGNORE); END"));
    QList<RowResult> results;
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2), plainRow(3)}, &results));
    QVERIFY(results.at(0).error.isNone() && results.at(2).error.isNone());
    QCOMPARE(results.at(1).error.errorClass, ErrorClass::Constraint);
    QCOMPARE(fixture.count(usersEntity()), 2);
}

void TestSqliteSession::triggerThatRollsBackTakesTheTransaction()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(),
           QStringLiteral("CREATE TRIGGER t BEFORE INSERT ON users WHEN NEW.name='User 2' "
                          "BEGIN SELECT RAISE(ROLLBACK, 'no second'); END"));
    QList<RowResult> results;
    const SqlError error =
        errorOf(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2), plainRow(3)}, &results));
    QVERIFY(error.concernsRowOnly()); // one row is to blame …
    QVERIFY(error.sentence.contains(QStringLiteral("no second")));
    QVERIFY(results.at(0).error.isNone() && !results.at(1).error.isNone()
            && results.at(2).error.isNone()); // … and this is the one
    QCOMPARE(fixture.count(usersEntity()), 0);
}

void TestSqliteSession::expressionErrorFailsItsRow()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT "
                          "CHECK(abs(CAST(name AS INTEGER))>=0), email TEXT)"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QList<RowResult> results;
    VERIFY_DONE(fixture.insertRows(usersEntity(),
                                   {{QString(), QStringLiteral("1"), QStringLiteral("a")},
                                    {QString(), QStringLiteral("-9223372036854775808"), QStringLiteral("b")}},
                                   &results));
    QVERIFY(results.at(0).error.isNone());
    QVERIFY(results.at(1).error.concernsRowOnly());
    QCOMPARE(fixture.count(usersEntity()), 1);
}

void TestSqliteSession::tooBigFailsItsRow()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT "
                          "CHECK(length(zeroblob(length(name)*1000000000))>=0), email TEXT)"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QList<RowResult> results;
    VERIFY_DONE(fixture.insertRows(
        usersEntity(),
        {{QString(), QString(), QStringLiteral("a")}, {QString(), QStringLiteral("xx"), QStringLiteral("b")}},
        &results));
    QVERIFY(results.at(0).error.isNone());
    QCOMPARE(results.at(1).error.errorClass, ErrorClass::TooBig);
    QCOMPARE(fixture.count(usersEntity()), 1);
}

void TestSqliteSession::droppedTableIsASchemaError()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(), QStringLiteral("DROP TABLE users"));
    const SqlError error = errorOf(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QCOMPARE(error.errorClass, ErrorClass::Schema);
    QVERIFY(error.sentence.contains(QStringLiteral("users")));
}

/// SQLite has ended the transaction behind our back: whatever is still written must not commit statement by
/// statement.
void TestSqliteSession::nothingCommitsByItself()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    VERIFY_DONE(makeLedger(**session));
    runSql(fixture.path(),
           QStringLiteral("CREATE TRIGGER t BEFORE INSERT ON users WHEN NEW.name='User 2' "
                          "BEGIN SELECT RAISE(ROLLBACK, 'no second'); END"));
    const RowBatch batch = batchOf({plainRow(1), plainRow(2), plainRow(3)});
    const std::vector<int> rows{0, 1};
    const int last = 2;
    InsertResult result;
    Transaction transaction(**session);
    VERIFY_DONE(transaction.begin({}));
    QVERIFY(!(*session)->insert(usersEntity(), batch, rows, &result));
    QVERIFY(!(*session)->inTransaction());

    QVERIFY(!(*session)->insert(usersEntity(), batch, {&last, 1}, &result));
    LedgerEntry load;
    load.id = QByteArray(16, 'x');
    const SqlError begun = errorOf((*session)->ledger().begin(load));
    QVERIFY2(!begun.isNone() && !begun.concernsRowOnly(), qPrintable(begun.sentence));
    QVERIFY2(begun.sentence.contains(QStringLiteral("by itself")), qPrintable(begun.sentence));
    const SqlError committed = errorOf(transaction.commit());
    QVERIFY2(!committed.isNone() && !committed.concernsRowOnly(), qPrintable(committed.sentence));
    QCOMPARE(fixture.count(usersEntity()), 0);
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT count(*) FROM weir_load")), QStringLiteral("0"));
    VERIFY_DONE((*session)->rollback());

    VERIFY_DONE(transaction.begin({})); // all is well again
    VERIFY_DONE((*session)->insert(usersEntity(), batch, {&last, 1}, &result));
    VERIFY_DONE(transaction.commit());
    QCOMPARE(fixture.count(usersEntity()), 1);
}

void TestSqliteSession::exhaustedKeysFailTheirRows_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("one by one") << 3;
    QTest::newRow("many at once") << 40;
}

void TestSqliteSession::exhaustedKeysFailTheirRows()
{
    QFETCH(int, rows);
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, email TEXT)"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(), QStringLiteral("INSERT INTO users VALUES(9223372036854775807, 'a', 'b')"));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    QList<QStringList> lines;
    for (int row = 0; row < rows; ++row)
        lines += plainRow(row);
    lines.last().first() = QStringLiteral("7");
    const RowBatch batch = batchOf(lines);
    std::vector<int> indices(static_cast<std::size_t>(rows));
    std::iota(indices.begin(), indices.end(), 0);
    InsertResult result;
    {
        Transaction transaction(**session); // SQLite ends it, and one row is to blame
        VERIFY_DONE(transaction.begin({}));
        const SqlError error = errorOf((*session)->insert(usersEntity(), batch, indices, &result));
        QVERIFY2(error.concernsRowOnly(), qPrintable(error.sentence));
        QVERIFY2(error.sentence.contains(QStringLiteral("no key left")), qPrintable(error.sentence));
        QCOMPARE(result.failures.back().index, 0);
    }
    Transaction transaction(**session); // from now on it is known
    VERIFY_DONE(transaction.begin({}));
    VERIFY_DONE((*session)->insert(usersEntity(), batch, indices, &result));
    VERIFY_DONE(transaction.commit());
    QVERIFY(result.accountsFor(indices.size()));
    QCOMPARE(result.keys, std::vector<qint64>{7});
    QCOMPARE(fixture.count(usersEntity()), 2);
}

void TestSqliteSession::hostileIdentifiers_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << QStringLiteral("my \"col\"");
    QTest::newRow("looks quoted") << QStringLiteral("\"x\" int); drop table t; --\"");
    QTest::newRow("apostrophe") << QStringLiteral("o'brien");
    QTest::newRow("keyword") << QStringLiteral("select");
    QTest::newRow("dots") << QStringLiteral("main.users");
    QTest::newRow("brackets") << QStringLiteral("[a]`b`");
    QTest::newRow("place markers") << QStringLiteral("%1 %2 ?1 :x @y $z");
    QTest::newRow("unicode") << QStringLiteral("größe 😀");
    QTest::newRow("newline") << QStringLiteral("a\nb");
}

void TestSqliteSession::hostileIdentifiers()
{
    QFETCH(QString, name);
    DbFixture fixture;
    Entity entity = usersEntity();
    entity.table = name;
    entity.fields[0].name = name + QStringLiteral(" key");
    entity.fields[1].name = name;
    VERIFY_DONE(fixture.backend->prepare({entity}));
    VERIFY_DONE(fixture.insertRows(entity, {plainRow(1), plainRow(2)}));
    QCOMPARE(fixture.count(entity), 2);
    VERIFY_DONE(fixture.backend->prepare({entity}));
    fixture.reopen();
    VERIFY_DONE(fixture.backend->prepare({entity}));
    auto reader = fixture.backend->openReader(entity, newConnectionName(QStringLiteral("r")));
    QVERIFY(reader);
    const auto page = (*reader)->page(2, 0, 10);
    QVERIFY(page);
    QCOMPARE(page->rows.constFirst().at(1), QStringLiteral("User 2"));
    const auto scanned = (*reader)->scanKeys({1, Qt::DescendingOrder, 1, QStringLiteral("ser")},
                                             [](std::span<const qint64> keys) { return keys.size() == 2; });
    QCOMPARE(scanned.value_or(-1), 2);
}

void TestSqliteSession::commitIntoADeletedFileIsRefused()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    const RowBatch batch = batchOf({plainRow(1)});
    const int row = 0;
    InsertResult result;
    VERIFY_DONE((*session)->begin({}));
    VERIFY_DONE((*session)->insert(usersEntity(), batch, {&row, 1}, &result));
    QVERIFY(QFile::remove(fixture.path()));
    const SqlError error = errorOf((*session)->commit());
    QCOMPARE(error.errorClass, ErrorClass::ReadOnly);
    QCOMPARE(error.code, 1032);
    VERIFY_DONE((*session)->rollback());
}

void TestSqliteSession::checkpointsOnlyWhenAlone()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto write = [&](bool alone) {
        auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
        QVERIFY(session);
        const Turn turn{.sharing = alone ? Turn::Sharing::Alone : Turn::Sharing::Contend};
        RowBatch batch(3);
        for (int i = 0; i < 100; ++i)
            batch.appendRow(i + 1, {QString(), QString(100'000, u'x'), QString()});
        std::vector<int> rows(100);
        std::iota(rows.begin(), rows.end(), 0);
        InsertResult results;
        VERIFY_DONE((*session)->begin(turn));
        VERIFY_DONE((*session)->insert(usersEntity(), batch, rows, &results));
        VERIFY_DONE((*session)->commit());
    };
    const qint64 empty = QFileInfo(fixture.path()).size();
    write(false);
    QCOMPARE(QFileInfo(fixture.path()).size(), empty);
    write(true);
    QVERIFY(QFileInfo(fixture.path()).size() > 20'000'000);
    const int generation = fixture.backend->generation();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()})); // knows its own checkpoint
    QCOMPARE(fixture.backend->generation(), generation);
}

// A checkpoint that overlaps a commit can lose rows with SQLite before 3.51.3.
void TestSqliteSession::contendersKeepCheckpointsOut()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    const RowBatch batch = batchOf({plainRow(1)});
    const int row = 0;
    InsertResult result;
    VERIFY_DONE((*session)->begin({.sharing = Turn::Sharing::Contend}));
    VERIFY_DONE((*session)->insert(usersEntity(), batch, {&row, 1}, &result));
    std::atomic<bool> settled{false};
    Expected<void, SqlError> done;
    std::thread checkpointer([&] {
        done = fixture.backend->settle();
        settled = true;
    });
    const bool waits = waitsBehindSharers(turnsOf(fixture), settled);
    const auto committed = (*session)->commit();
    checkpointer.join();
    QVERIFY(waits);
    QVERIFY(committed);
    VERIFY_DONE(done);
    QCOMPARE(QFileInfo(fixture.path(QStringLiteral("users.db-wal"))).size(), 0); // and then it was done
    QCOMPARE(fixture.count(usersEntity()), 1);
}

void TestSqliteSession::aloneWaitsForTheOther()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto first = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(first);
    VERIFY_DONE((*first)->begin({.sharing = Turn::Sharing::Contend}));
    std::stop_source cancel;
    std::atomic<bool> over{false};
    SqlError refused;
    bool inTransaction = true;
    std::vector<Wait> waits;
    std::thread second([&] {
        auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
        refused = session ? errorOf((*session)->begin({.stop = cancel.get_token()})) : session.error();
        inTransaction = session && (*session)->inTransaction();
        waits = session ? (*session)->takeWaits() : std::vector<Wait>();
        over = true;
    });
    const bool isWaiting = waitsBehindSharers(turnsOf(fixture), over);
    cancel.request_stop();
    second.join();
    QVERIFY(isWaiting);
    QCOMPARE(refused.errorClass, ErrorClass::Interrupted);
    QVERIFY(!inTransaction);
    QCOMPARE(waits.size(), std::size_t{1});
    QCOMPARE(waits.front().sleeps, 0); // for its turn, not for SQLite's lock
    VERIFY_DONE((*first)->commit());
    VERIFY_DONE((*first)->begin({}));
    QVERIFY(!turnsOf(fixture).tryEnter(FairLock::Mode::Shared));
    VERIFY_DONE((*first)->rollback());
    QVERIFY(turnsOf(fixture).tryEnter(FairLock::Mode::Exclusive));
    turnsOf(fixture).leave(FairLock::Mode::Exclusive);
}

void TestSqliteSession::turnEndsWithTheTransaction()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    for (int round = 0; round < 3; ++round) { // would hang if a turn stayed
        auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
        QVERIFY(session);
        VERIFY_DONE((*session)->begin({}));
        QCOMPARE(errorOf((*session)->begin({})).errorClass, ErrorClass::Other); // in one already
        QVERIFY((*session)->inTransaction());
        if (round == 0)
            VERIFY_DONE((*session)->commit());
        else if (round == 1)
            VERIFY_DONE((*session)->rollback());
    }
    VERIFY_DONE(fixture.backend->settle());
}

void TestSqliteSession::deferredCommitsHaveReceipts_data()
{
    QTest::addColumn<JournalMode>("mode");
    QTest::addColumn<Synchronous>("synchronous");
    QTest::addColumn<bool>("defers");
    QTest::newRow("wal, full") << JournalMode::Wal << Synchronous::Full << true;
    QTest::newRow("wal, normal") << JournalMode::Wal << Synchronous::Normal << false;
    QTest::newRow("delete, full") << JournalMode::Delete << Synchronous::Full << false;
}

void TestSqliteSession::deferredCommitsHaveReceipts()
{
    QFETCH(const JournalMode, mode);
    QFETCH(const Synchronous, synchronous);
    QFETCH(const bool, defers);
    DatabaseProfile profile = usersProfile();
    profile.sqlite().journalMode = mode;
    profile.sqlite().synchronous = synchronous;
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    const auto commit = [&](Durability durability) -> Expected<Receipt, SqlError> {
        if (const auto done = (*session)->begin({.durability = durability}); !done)
            return tl::make_unexpected(done.error());
        return (*session)->commit();
    };
    const auto deferred = commit(Durability::Deferred);
    QVERIFY(deferred);
    QCOMPARE(deferred->isSafe(), !defers);
    const auto atCommit = commit(Durability::AtCommit);
    QVERIFY(atCommit);
    QVERIFY(atCommit->isSafe());
    VERIFY_DONE((*session)->begin({})); // waiting needs no turn
    VERIFY_DONE(fixture.backend->awaitSafe(*deferred));
    VERIFY_DONE(fixture.backend->awaitSafe(*deferred));
    VERIFY_DONE((*session)->rollback());
}

void TestSqliteSession::keeperKeepsTheLogAndRemovesItAtTheEnd()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QVERIFY(QFileInfo(fixture.path(QStringLiteral("users.db-wal"))).size() > 0);
    VERIFY_DONE(fixture.backend->settle());
    QCOMPARE(QFileInfo(fixture.path(QStringLiteral("users.db-wal"))).size(), 0);
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(2)}));
    fixture.backend.reset();
    fixture.databases.reset();
    QCOMPARE(QDir(fixture.directory.path()).entryList(QDir::Files), {QStringLiteral("users.db")});
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("2"));
}

QTEST_GUILESS_MAIN(TestSqliteSession)
#include "tst_sqlitesession.moc"
