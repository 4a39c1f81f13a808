// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "support/dbfixture.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QSet>
#include <QSqlDatabase>
#include <QTest>
#include <QThreadPool>

#include <mutex>
#include <thread>

using namespace Weir;
using namespace Weir::Test;

class TestConnections : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void oneSessionAThreadKeptWarm();
    void namesAreCountedAndNeverReused();
    void thirtyThreadsOpenAtOnceAndCloseWithTheirThreads();
    void newGenerationOpensAnew();
    void failedOpeningLeavesNothing();
    void sessionsOfDroppedBackendsAreClosed();
};

void TestConnections::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestConnections::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestConnections::oneSessionAThreadKeptWarm()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    Connections connections;
    QVERIFY(!connections.isWarm(*fixture.backend));
    const auto first = connections.session(fixture.backend);
    QVERIFY(first);
    QVERIFY(connections.isWarm(*fixture.backend));
    QCOMPARE(connections.openCount(), 1);
    QCOMPARE(connections.session(fixture.backend).value_or(nullptr), *first);
    std::thread other([&] {
        QVERIFY(!connections.isWarm(*fixture.backend));
        const auto session = connections.session(fixture.backend);
        QVERIFY(session && *session != *first);
        QCOMPARE(connections.openCount(), 2);
    });
    other.join();
    QCOMPARE(connections.openCount(), 1);
}

void TestConnections::namesAreCountedAndNeverReused()
{
    const QRegularExpression form(QStringLiteral("^my db@[0-9]+$"));
    std::mutex mutex;
    QSet<QString> names;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 500; ++round) {
                const QString name = newConnectionName(QStringLiteral("my db"));
                const std::lock_guard lock(mutex);
                names.insert(name);
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(names.size(), 8 * 500);
    for (const QString &name : std::as_const(names))
        QVERIFY(form.match(name).hasMatch());
}

void TestConnections::thirtyThreadsOpenAtOnceAndCloseWithTheirThreads()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    Connections connections;
    std::atomic<int> good{0};
    {
        QThreadPool pool;
        pool.setMaxThreadCount(30);
        pool.setExpiryTimeout(-1);
        QSemaphore inside;
        QSemaphore leave;
        for (int round = 1; round <= 3; ++round) {
            for (int task = 0; task < 30; ++task) {
                pool.start([&] {
                    if (connections.session(fixture.backend))
                        good.fetch_add(1);
                    inside.release();
                    leave.acquire();
                });
            }
            inside.acquire(30); // all thirty at once, so thirty threads
            const int open = connections.openCount();
            const qsizetype names = QSqlDatabase::connectionNames().size();
            leave.release(30);
            QCOMPARE(good.load(), 30 * round);
            QCOMPARE(open, 30);
            QCOMPARE(names, 30);
        }
        QVERIFY(pool.waitForDone());
    }
    QCOMPARE(connections.openCount(), 0);
}

void TestConnections::newGenerationOpensAnew()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    Connections connections;
    QVERIFY(connections.session(fixture.backend));
    QVERIFY(QFile::remove(fixture.path()));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QVERIFY(!connections.isWarm(*fixture.backend));
    const auto session = connections.session(fixture.backend);
    QVERIFY(session);
    QCOMPARE(connections.openCount(), 1);
    QVERIFY(!(*session)->begin());
    QVERIFY(!(*session)->commit());
}

void TestConnections::failedOpeningLeavesNothing()
{
    DbFixture fixture;
    Connections connections;
    const auto session = connections.session(fixture.backend); // no file yet, and only prepare() makes one
    QVERIFY(!session);
    QCOMPARE(session.error().errorClass, ErrorClass::CannotOpen);
    QVERIFY(!QFile::exists(fixture.path()));
    QCOMPARE(connections.openCount(), 0);
    QVERIFY(!connections.isWarm(*fixture.backend));
}

void TestConnections::sessionsOfDroppedBackendsAreClosed()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    DbFixture other;
    VERIFY_DONE(other.backend->prepare({usersEntity()}));
    Connections connections;
    QVERIFY(connections.session(fixture.backend));
    fixture.backend.reset();
    fixture.databases.reset();
    QVERIFY(QFile::exists(fixture.path(QStringLiteral("users.db.weir-lock")))); // still open
    QVERIFY(connections.session(other.backend));
    QCOMPARE(connections.openCount(), 1);
    QVERIFY(!QFile::exists(fixture.path(QStringLiteral("users.db.weir-lock"))));
}

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
