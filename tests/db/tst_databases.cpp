// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/databases/databases.h"
#include "support/dbfixture.h"
#include "support/readonlyplace.h"
#include "support/turns.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QStandardPaths>
#include <QTest>

#include <atomic>
#include <thread>
#include <unistd.h>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

class TestDatabases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void makesTheDirectoryAndOpensNothing();
    void keepsBackendsAndRenewsChangedOnes();
    void changedProfileKeepsTurnsAndLock();
    void sameFileTwiceIsRefused_data();
    void sameFileTwiceIsRefused();
    void refusedUpdateKeepsTheOldState();
    void directoryThatCannotBeMade();
    void absoluteFilesAreTakenAsTheyAre();
    void defaultDirectoryFollowsXdg();

private:
    static DatabaseProfile profile(const QString &name, const QString &file);
};

void TestDatabases::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestDatabases::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

DatabaseProfile TestDatabases::profile(const QString &name, const QString &file)
{
    DatabaseProfile profile;
    profile.name = name;
    profile.sqlite().file = file;
    return profile;
}

void TestDatabases::makesTheDirectoryAndOpensNothing()
{
    QTemporaryDir directory;
    Databases databases(directory.filePath(QStringLiteral("a/b/c")));
    QVERIFY(databases.update({usersProfile()}));
    const QDir made(directory.filePath(QStringLiteral("a/b/c")));
    QVERIFY(made.exists());
    QVERIFY(made.isEmpty());
    QCOMPARE(databases.backend(QStringLiteral("users"))->location(),
             made.filePath(QStringLiteral("users.db")));
    QVERIFY(!databases.backend(QStringLiteral("orders")));
}

void TestDatabases::keepsBackendsAndRenewsChangedOnes()
{
    QTemporaryDir directory;
    Databases databases(directory.path());
    DatabaseProfile users = usersProfile();
    const DatabaseProfile orders = profile(QStringLiteral("orders"), QStringLiteral("orders.db"));
    QVERIFY(databases.update({users, orders}));
    const auto first = databases.backend(QStringLiteral("users"));
    const auto second = databases.backend(QStringLiteral("orders"));
    const int revision = databases.revision();
    QVERIFY(databases.update({orders, users}));
    QCOMPARE(databases.backend(QStringLiteral("users")), first);
    QCOMPARE(databases.revision(), revision);
    users.sqlite().synchronous = Synchronous::Normal;
    QVERIFY(databases.update({users, orders}));
    QVERIFY(databases.backend(QStringLiteral("users")) != first);
    QCOMPARE(databases.backend(QStringLiteral("users"))->profile(), users);
    QCOMPARE(databases.backend(QStringLiteral("orders")), second);
    QVERIFY(databases.revision() > revision);
    QVERIFY(databases.update({orders}));
    QVERIFY(!databases.backend(QStringLiteral("users")));
}

void TestDatabases::changedProfileKeepsTurnsAndLock()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto reader = fixture.backend->openReader(usersEntity(), QStringLiteral("r"));
    QVERIFY(reader);
    auto before = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(before);
    VERIFY_DONE((*before)->begin({.sharing = Turn::Sharing::Contend}));
    FairLock &turns = turnsOf(fixture); // those of the session
    DatabaseProfile changed = usersProfile();
    changed.sqlite().synchronous = Synchronous::Normal;
    fixture.backend.reset();
    QVERIFY(fixture.databases->update({changed}));
    fixture.backend = fixture.databases->backend(QStringLiteral("users"));
    // The session of the old settings still counts.
    std::stop_source cancel;
    std::atomic<bool> over{false};
    SqlError error;
    std::thread after([&] {
        error = errorOf(
            fixture.backend->queryUntil(QStringLiteral("DELETE FROM users"), true, cancel.get_token()));
        over = true;
    });
    const bool waits = waitsBehindSharers(turns, over);
    cancel.request_stop();
    after.join();
    QVERIFY(waits);
    QCOMPARE(error.errorClass, ErrorClass::Interrupted);
    VERIFY_DONE((*before)->rollback());
    before->reset();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QCOMPARE((*reader)->keyRange()->last, 1);
}

void TestDatabases::sameFileTwiceIsRefused_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::newRow("same name") << QStringLiteral("new.db") << QStringLiteral("new.db");
    QTest::newRow("dotted") << QStringLiteral("new.db") << QStringLiteral("./folder/../new.db");
    QTest::newRow("symbolic link") << QStringLiteral("a.db") << QStringLiteral("link.db");
    QTest::newRow("dangling link") << QStringLiteral("nothing.db") << QStringLiteral("dangling.db");
    QTest::newRow("linked directory") << QStringLiteral("folder/new.db") << QStringLiteral("linked/new.db");
    QTest::newRow("hard link") << QStringLiteral("a.db") << QStringLiteral("hard.db");
}

void TestDatabases::sameFileTwiceIsRefused()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QTemporaryDir directory;
    const auto path = [&](const char *name) {
        return QFile::encodeName(directory.filePath(QString::fromLatin1(name)));
    };
    QVERIFY(QDir(directory.path()).mkdir(QStringLiteral("folder")));
    runSql(directory.filePath(QStringLiteral("a.db")), QStringLiteral("CREATE TABLE t(a)"));
    QCOMPARE(::symlink("a.db", path("link.db").constData()), 0);
    QCOMPARE(::symlink("nothing.db", path("dangling.db").constData()), 0);
    QCOMPARE(::symlink("folder", path("linked").constData()), 0);
    QCOMPARE(::link(path("a.db").constData(), path("hard.db").constData()), 0);
    Databases databases(directory.path());
    const auto updated =
        databases.update({profile(QStringLiteral("one"), first), profile(QStringLiteral("two"), second)});
    QVERIFY(!updated);
    QVERIFY(updated.error().sentence.contains(QStringLiteral("\"one\"")));
    QVERIFY(updated.error().sentence.contains(QStringLiteral("\"two\"")));
    QVERIFY(databases.update({profile(QStringLiteral("two"), second)}));
}

void TestDatabases::refusedUpdateKeepsTheOldState()
{
    QTemporaryDir directory;
    Databases databases(directory.path());
    QVERIFY(databases.update({usersProfile()}));
    const auto backend = databases.backend(QStringLiteral("users"));
    QVERIFY(!databases.update({profile(QStringLiteral("a"), QStringLiteral("x.db")),
                               profile(QStringLiteral("b"), QStringLiteral("x.db"))}));
    QCOMPARE(databases.backend(QStringLiteral("users")), backend);
}

void TestDatabases::directoryThatCannotBeMade()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    Databases databases(directory.filePath(QStringLiteral("file/data")));
    const auto updated = databases.update({usersProfile()});
    QVERIFY(!updated);
    QVERIFY(updated.error().sentence.contains(directory.filePath(QStringLiteral("file/data"))));
}

void TestDatabases::absoluteFilesAreTakenAsTheyAre()
{
    QTemporaryDir directory;
    QTemporaryDir elsewhere;
    Databases databases(directory.path());
    QVERIFY(databases.update({profile(QStringLiteral("users"), elsewhere.filePath(QStringLiteral("x.db")))}));
    QCOMPARE(databases.backend(QStringLiteral("users"))->location(),
             elsewhere.filePath(QStringLiteral("x.db")));
}

void TestDatabases::defaultDirectoryFollowsXdg()
{
    const QByteArray before = qgetenv("XDG_DATA_HOME");
    qputenv("XDG_DATA_HOME", "/somewhere/else");
    const QString directory = defaultDataDirectory();
    if (before.isNull())
        qunsetenv("XDG_DATA_HOME");
    else
        qputenv("XDG_DATA_HOME", before);
    QCOMPARE(directory, QStringLiteral("/somewhere/else/weir"));
}

QTEST_GUILESS_MAIN(TestDatabases)
#include "tst_databases.moc"
