// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "support/dbfixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QSqlDatabase>
#include <QTest>

#include <barrier>
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
    constexpr int Threads = 30;
    constexpr int Rounds = 3;
    std::atomic<int> good{0};
    std::barrier inside(Threads + 1);
    std::barrier leave(Threads + 1);
    std::vector<std::thread> threads;
    for (int i = 0; i < Threads; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < Rounds; ++round) {
                if (connections.session(fixture.backend))
                    good.fetch_add(1);
                inside.arrive_and_wait();
                leave.arrive_and_wait();
            }
        });
    }
    QList<int> open;
    QList<qsizetype> names;
    for (int round = 0; round < Rounds; ++round) {
        inside.arrive_and_wait();
        open.append(connections.openCount());
        names.append(QSqlDatabase::connectionNames().size());
        leave.arrive_and_wait();
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(good.load(), Threads * Rounds);
    QCOMPARE(open, QList<int>(Rounds, Threads));
    QCOMPARE(names, QList<qsizetype>(Rounds, Threads));
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
    VERIFY_DONE((*session)->begin({}));
    VERIFY_DONE((*session)->commit());
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
