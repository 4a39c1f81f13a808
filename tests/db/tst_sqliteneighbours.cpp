// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/sqlite/file/sqliteneighbours.h"
#include "db/sqlite/sqlitebackend.h"
#include "support/dbfixture.h"
#include "support/lockholderprocess.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <sqlite3.h>
#include <thread>

using namespace Weir;
using namespace Weir::Test;

/// Other programs that have a database in WAL mode open, and copy its log.
class TestSqliteNeighbours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }
    void versionsWithTheBug_data();
    void versionsWithTheBug();
    void ownConnectionsAreNoNeighbours();
    void logIsKeptForNeighbours();
    void nobodyCopiesTheLogMeanwhile();
    void checkpointInTheWayIsSaid();
    void logIsFreeAfterTheLastWriter_data();
    void logIsFreeAfterTheLastWriter();
    void everyWriterMindsCheckpoints_data();
    void everyWriterMindsCheckpoints();
    void waitsForCheckpointsDoNotBlockEachOther();
    void foreignCheckpointIsNoChange_data();
    void foreignCheckpointIsNoChange();
    void foreignWriterIsNoChange();
    void overwrittenFileIsAChange_data();
    void overwrittenFileIsAChange();

private:
    static std::unique_ptr<Session> open(DbFixture &fixture);
    static Expected<void, SqlError> insert(Session &session, int row);
};

namespace {
qint64 logSize(const DbFixture &fixture)
{
    return QFileInfo(fixture.path(QStringLiteral("users.db-wal"))).size();
}

bool hasBug()
{
    return hasWalResetBug(sqlite3_libversion_number());
}

enum class Writer { Run, Query, Migrate, Empty };

/// What writes in a way of its own, to its end; a run fails before its checkpoint.
Expected<void, SqlError> write(DbFixture &fixture, Writer writer)
{
    switch (writer) {
    case Writer::Run:
        return fixture.insertRows(usersEntity(), {plainRow(2)});
    case Writer::Query: {
        const auto done = fixture.backend->query(QStringLiteral("UPDATE users SET name='x'"), true);
        return doneOf(done);
    }
    case Writer::Migrate: {
        const auto done = fixture.backend->migrate({usersEntity(), productsEntity()});
        return doneOf(done);
    }
    case Writer::Empty: {
        const auto done = fixture.backend->empty({usersEntity()}, std::stop_token());
        return doneOf(done);
    }
    }
    return {};
}
} // namespace

Q_DECLARE_METATYPE(Writer)

std::unique_ptr<Session> TestSqliteNeighbours::open(DbFixture &fixture)
{
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    return session ? std::move(*session) : nullptr;
}

Expected<void, SqlError> TestSqliteNeighbours::insert(Session &session, int number)
{
    const RowBatch batch = batchOf({plainRow(number)});
    const int row = 0;
    InsertResult result;
    if (const auto done = session.begin({}); !done)
        return done;
    if (const auto done = session.insert(usersEntity(), batch, {&row, 1}, &result); !done)
        return done;
    return doneOf(session.commit());
}

void TestSqliteNeighbours::versionsWithTheBug_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<bool>("bug");
    QTest::newRow("Debian 12") << 3040001 << true;
    QTest::newRow("branch 3.44, not mended") << 3044005 << true;
    QTest::newRow("branch 3.44, mended") << 3044006 << false;
    QTest::newRow("3.45") << 3045000 << true;
    QTest::newRow("branch 3.50, not mended") << 3050006 << true;
    QTest::newRow("branch 3.50, mended") << 3050007 << false;
    QTest::newRow("3.51.0") << 3051000 << true;
    QTest::newRow("3.51.2") << 3051002 << true;
    QTest::newRow("3.51.3") << 3051003 << false;
    QTest::newRow("3.52") << 3052000 << false;
    QTest::newRow("4") << 4000000 << false;
}

void TestSqliteNeighbours::versionsWithTheBug()
{
    QFETCH(int, version);
    QTEST(hasWalResetBug(version), "bug");
}

void TestSqliteNeighbours::ownConnectionsAreNoNeighbours()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    SqliteNeighbours neighbours(fixture.path());
    QVERIFY(!neighbours.areThere());
    {
        LockHolderProcess other(
            {QStringLiteral("sql"), fixture.path(), QStringLiteral("SELECT * FROM users")});
        QVERIFY(other.holds());
        QVERIFY(neighbours.areThere());
    }
    QVERIFY(!neighbours.areThere());
    SqliteNeighbours none(fixture.path(QStringLiteral("not-there.db")));
    QVERIFY(!none.areThere());
}

void TestSqliteNeighbours::logIsKeptForNeighbours()
{
    if (!hasBug())
        QSKIP("this SQLite has the WAL-reset bug mended");
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    {
        LockHolderProcess other(
            {QStringLiteral("sql"), fixture.path(), QStringLiteral("SELECT * FROM users")});
        QVERIFY(other.holds());
        const std::unique_ptr<Session> session = open(fixture);
        QVERIFY(session);
        VERIFY_DONE(insert(*session, 1));
        VERIFY_DONE(fixture.backend->awaitSafe({1}));
        QCOMPARE(errorOf(fixture.backend->settle()).errorClass, ErrorClass::Busy);
        QVERIFY(logSize(fixture) > 0);
        QVERIFY2(fixture.backend->note().contains(QStringLiteral("Another program")),
                 qPrintable(fixture.backend->note()));
    }
    VERIFY_DONE(fixture.backend->settle());
    QCOMPARE(logSize(fixture), 0);
    QCOMPARE(fixture.backend->note(), QString());
    QCOMPARE(fixture.count(usersEntity()), 1);
}

void TestSqliteNeighbours::nobodyCopiesTheLogMeanwhile()
{
    if (!hasBug())
        QSKIP("this SQLite has the WAL-reset bug mended");
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("SELECT * FROM users")});
    QVERIFY(other.holds());
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    VERIFY_DONE(insert(*session, 1));
    const QString copy = QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"); // first column: busy
    QCOMPARE(runSql(fixture.path(), copy), QStringLiteral("1"));
    VERIFY_DONE(insert(*session, 2));
    QCOMPARE(errorOf(fixture.backend->settle()).errorClass, ErrorClass::Busy); // the end of the work
    QCOMPARE(runSql(fixture.path(), copy), QStringLiteral("0"));
    VERIFY_DONE(insert(*session, 3));
    QCOMPARE(fixture.backend->generation(), 0);
    QCOMPARE(fixture.count(usersEntity()), 3);
}

void TestSqliteNeighbours::checkpointInTheWayIsSaid()
{
    if (!hasBug())
        QSKIP("this SQLite has the WAL-reset bug mended");
    DatabaseProfile profile = usersProfile();
    profile.patience = std::chrono::milliseconds(30);
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    LockHolderProcess other({QStringLiteral("checkpoint"), fixture.path()});
    QVERIFY(other.holds());
    const SqlError error = errorOf(session->begin({}));
    QCOMPARE(error.errorClass, ErrorClass::Busy);
    QVERIFY2(error.sentence.contains(QStringLiteral("copies the log")), qPrintable(error.sentence));
    QVERIFY(!session->inTransaction());
    other.letGo();
    VERIFY_DONE(insert(*session, 1));
}

void TestSqliteNeighbours::logIsFreeAfterTheLastWriter_data()
{
    QTest::addColumn<Writer>("writer");
    QTest::newRow("a run that fails") << Writer::Run;
    QTest::newRow("query --write") << Writer::Query;
    QTest::newRow("migrate") << Writer::Migrate;
}

void TestSqliteNeighbours::logIsFreeAfterTheLastWriter()
{
    if (!hasBug())
        QSKIP("this SQLite has the WAL-reset bug mended");
    QFETCH(Writer, writer);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    LockHolderProcess other({QStringLiteral("sql"), fixture.path(), QStringLiteral("SELECT * FROM users")});
    QVERIFY(other.holds());
    VERIFY_DONE(write(fixture, writer));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")), QStringLiteral("0"));
}

void TestSqliteNeighbours::everyWriterMindsCheckpoints_data()
{
    QTest::addColumn<Writer>("writer");
    QTest::newRow("run") << Writer::Run;
    QTest::newRow("query --write") << Writer::Query;
    QTest::newRow("migrate") << Writer::Migrate;
    QTest::newRow("empty") << Writer::Empty;
}

void TestSqliteNeighbours::everyWriterMindsCheckpoints()
{
    if (!hasBug())
        QSKIP("this SQLite has the WAL-reset bug mended");
    QFETCH(Writer, writer);
    DatabaseProfile profile = usersProfile();
    profile.patience = std::chrono::milliseconds(30);
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    LockHolderProcess other({QStringLiteral("checkpoint"), fixture.path()});
    QVERIFY(other.holds());
    const SqlError error = errorOf(write(fixture, writer));
    QCOMPARE(error.errorClass, ErrorClass::Busy);
    QVERIFY2(error.sentence.contains(QStringLiteral("copies the log")), qPrintable(error.sentence));
    other.letGo();
    VERIFY_DONE(write(fixture, writer));
}

/// One that is told to stop does not wait until another one has waited long enough.
void TestSqliteNeighbours::waitsForCheckpointsDoNotBlockEachOther()
{
    if (!hasBug())
        QSKIP("this SQLite has the WAL-reset bug mended");
    constexpr int PatienceMs = 3000;
    DatabaseProfile profile = usersProfile();
    profile.patience = std::chrono::milliseconds(PatienceMs);
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    LockHolderProcess other({QStringLiteral("checkpoint"), fixture.path()});
    QVERIFY(other.holds());
    std::atomic<bool> done{false};
    std::thread patient([&] {
        if (const std::unique_ptr<Session> waiting = open(fixture))
            static_cast<void>(waiting->begin({.sharing = Turn::Sharing::Contend}));
        done = true;
    });
    QElapsedTimer timer;
    qint64 longest = 0;
    while (!done) {
        std::stop_source stop;
        std::thread stopper([&] { stop.request_stop(); });
        timer.start();
        static_cast<void>(session->begin({.sharing = Turn::Sharing::Contend, .stop = stop.get_token()}));
        stopper.join();
        longest = std::max(longest, timer.elapsed());
    }
    patient.join();
    QVERIFY2(longest < PatienceMs / 2, qPrintable(QString::number(longest)));
}

void TestSqliteNeighbours::foreignCheckpointIsNoChange_data()
{
    QTest::addColumn<QString>("mode");
    for (const char *mode : {"PASSIVE", "FULL", "RESTART", "TRUNCATE"})
        QTest::newRow(mode) << QString::fromLatin1(mode);
}

void TestSqliteNeighbours::foreignCheckpointIsNoChange()
{
    QFETCH(QString, mode);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    for (int row = 0; row < 50; ++row) {
        VERIFY_DONE(insert(*session, row));
        {
            LockHolderProcess other({QStringLiteral("sql"), fixture.path(),
                                     QStringLiteral("PRAGMA wal_checkpoint(%1)").arg(mode)});
            QVERIFY(other.holds());
        }
        VERIFY_DONE(fixture.backend->awaitSafe({1}));
        if (row % 10 == 9)
            VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    }
    QCOMPARE(fixture.backend->generation(), 0);
    QCOMPARE(fixture.count(usersEntity()), 50);
}

void TestSqliteNeighbours::foreignWriterIsNoChange()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    VERIFY_DONE(insert(*session, 1));
    {
        LockHolderProcess other(
            {QStringLiteral("sql"), fixture.path(),
             QStringLiteral("PRAGMA wal_autocheckpoint=1; CREATE TABLE theirs(a); "
                            "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<5000) "
                            "INSERT INTO theirs SELECT zeroblob(1000) FROM n; DROP TABLE theirs; "
                            "INSERT INTO users(name) VALUES('theirs')")});
        QVERIFY(other.holds());
        VERIFY_DONE(fixture.backend->awaitSafe({1}));
    }
    VERIFY_DONE(fixture.backend->awaitSafe({1}));
    VERIFY_DONE(insert(*session, 2));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.backend->settle());
    QCOMPARE(fixture.backend->generation(), 0);
    QCOMPARE(fixture.count(usersEntity()), 3);
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void TestSqliteNeighbours::overwrittenFileIsAChange_data()
{
    QTest::addColumn<bool>("older");  // an earlier state of the same database
    QTest::addColumn<bool>("logged"); // with rows in the log
    QTest::newRow("an older state") << true << false;
    QTest::newRow("an older state, rows in the log") << true << true;
    QTest::newRow("another database") << false << false;
    QTest::newRow("another database, rows in the log") << false << true;
}

void TestSqliteNeighbours::overwrittenFileIsAChange()
{
    QFETCH(bool, older);
    QFETCH(bool, logged);
    DbFixture fixture;
    const QString other = fixture.path(QStringLiteral("other.db"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const std::unique_ptr<Session> session = open(fixture);
    QVERIFY(session);
    VERIFY_DONE(insert(*session, 1));
    VERIFY_DONE(fixture.backend->awaitSafe({1}));
    if (older)
        QVERIFY(QFile::copy(fixture.path(), other));
    else
        runSql(other,
               QStringLiteral("PRAGMA page_size=16384; CREATE TABLE other(a); PRAGMA journal_mode=wal"));
    VERIFY_DONE(insert(*session, 2));
    if (!logged)
        VERIFY_DONE(fixture.backend->awaitSafe({1}));
    QFile source(other);
    QFile target(fixture.path());
    QVERIFY(source.open(QIODevice::ReadOnly) && target.open(QIODevice::WriteOnly));
    const QByteArray content = source.readAll();
    QCOMPARE(target.write(content), content.size());
    target.close();
    const SqlError error = errorOf(fixture.backend->awaitSafe({1}));
    QCOMPARE(error.errorClass, ErrorClass::ReadOnly);
    QVERIFY2(error.sentence.contains(QStringLiteral("replaced")), qPrintable(error.sentence));
}

QTEST_GUILESS_MAIN(TestSqliteNeighbours)
#include "tst_sqliteneighbours.moc"
