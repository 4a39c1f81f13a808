// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/stoppablesleep.h"
#include "db/connections.h"
#include "support/dbfixture.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <array>
#include <thread>

using namespace Weir;
using namespace Weir::Test;

/// Statements that never end by themselves, stopped from another thread.
class TestSqliteInterrupt : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }
    void query_data();
    void query();
    void insertWithAnEndlessTrigger();
    void cancelledBeforeItBegins();
    void commitIsNotTornByACancel();

private:
    static constexpr int LongestMs = 5000; // of a machine that is busy
};

namespace {
const char *const Endless =
    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n";

/// A cancel that comes while the other thread is in the middle of it.
class Canceller
{
public:
    explicit Canceller(std::stop_source &cancel)
        : m_thread([&cancel] {
            stoppableSleep(std::chrono::milliseconds(50));
            cancel.request_stop();
        })
    {}
    ~Canceller() { m_thread.join(); }
    Canceller(const Canceller &) = delete;
    Canceller &operator=(const Canceller &) = delete;

private:
    std::thread m_thread;
};
} // namespace

void TestSqliteInterrupt::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteInterrupt::query_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("writable");
    QTest::newRow("endless query") << QString::fromLatin1(Endless) << false;
    QTest::newRow("endless view") << QStringLiteral("SELECT * FROM endless") << false;
    QTest::newRow("endless trigger") << QStringLiteral("INSERT INTO users(name) VALUES('never')") << true;
}

void TestSqliteInterrupt::query()
{
    QFETCH(QString, sql);
    QFETCH(bool, writable);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(),
           QStringLiteral(
               "CREATE TABLE sink(a); CREATE VIEW endless AS %1; "
               "CREATE TRIGGER t AFTER INSERT ON users BEGIN INSERT INTO sink SELECT * FROM endless; END")
               .arg(QString::fromLatin1(Endless)));
    std::stop_source cancel;
    QElapsedTimer timer;
    timer.start();
    {
        const Canceller canceller(cancel);
        const auto result = fixture.backend->queryUntil(sql, writable, cancel.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().errorClass, ErrorClass::Interrupted);
        QVERIFY(!result.error().sentence.isEmpty());
    }
    QVERIFY2(timer.elapsed() < LongestMs, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(fixture.count(usersEntity()), 0);
    QVERIFY(fixture.backend->query(QStringLiteral("SELECT 1"), false));
}

void TestSqliteInterrupt::insertWithAnEndlessTrigger()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(
        fixture.path(),
        QStringLiteral("CREATE TABLE sink(a); CREATE TRIGGER t AFTER INSERT ON users WHEN new.name='User 2' "
                       "BEGIN INSERT INTO sink %1; END")
            .arg(QString::fromLatin1(Endless)));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    std::stop_source cancel;
    VERIFY_DONE((*session)->begin({.stop = cancel.get_token()}));
    const RowBatch batch = batchOf({plainRow(1), plainRow(2), plainRow(3)});
    const std::array rows{0, 1, 2};
    InsertResult result;
    QElapsedTimer timer;
    timer.start();
    {
        const Canceller canceller(cancel);
        const SqlError error = errorOf((*session)->insert(usersEntity(), batch, rows, &result));
        QCOMPARE(error.errorClass, ErrorClass::Interrupted);
    }
    QVERIFY2(timer.elapsed() < LongestMs, qPrintable(QString::number(timer.elapsed())));
    VERIFY_DONE((*session)->rollback());
    VERIFY_DONE((*session)->begin({})); // as good as new
    VERIFY_DONE((*session)->commit());
    QCOMPARE(fixture.count(usersEntity()), 0);
}

void TestSqliteInterrupt::cancelledBeforeItBegins()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    std::stop_source cancel;
    cancel.request_stop();
    QCOMPARE(fixture.backend->queryUntil(QString::fromLatin1(Endless), false, cancel.get_token())
                 .error()
                 .errorClass,
             ErrorClass::Interrupted);
    QCOMPARE(fixture.backend->queryUntil(QStringLiteral("DELETE FROM users"), true, cancel.get_token())
                 .error()
                 .errorClass,
             ErrorClass::Interrupted);
}

// What says that it was interrupted has not happened, however often a statement was used before.
void TestSqliteInterrupt::commitIsNotTornByACancel()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    int committed = 0;
    for (int i = 0; i < 4000; ++i) { // COMMIT comes to the handler's look, too
        std::stop_source cancel;
        if (!(*session)->begin({.stop = cancel.get_token()}))
            continue;
        cancel.request_stop();
        if (!(*session)->commit())
            VERIFY_DONE((*session)->rollback());
        else
            ++committed;
        QVERIFY(!(*session)->inTransaction());
    }
    QCOMPARE(committed, 4000);
}

QTEST_GUILESS_MAIN(TestSqliteInterrupt)
#include "tst_sqliteinterrupt.moc"
