// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "support/dbfixture.h"
#include "support/readonlyplace.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <sys/stat.h>

using namespace Weir;
using namespace Weir::Test;

class TestSqliteBackup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void emptyAndRestore_data();
    void emptyAndRestore();
    void emptiesOnlyWhatIsListed();
    void backupIsPrivateAndComplete();
    void backupReplacesAnOlderOne();
    void noBackupNoDeletion_data();
    void noBackupNoDeletion();
    void foreignKeyRefusalLeavesAll();
    void restoreFromGarbageChangesNothing_data();
    void restoreFromGarbageChangesNothing();
    void restoreVoidsSessions();

private:
    static QStringList filesIn(const QTemporaryDir &directory)
    {
        return QDir(directory.path()).entryList(QDir::Files | QDir::Hidden);
    }
};

void TestSqliteBackup::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteBackup::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteBackup::emptyAndRestore_data()
{
    QTest::addColumn<JournalMode>("mode");
    QTest::newRow("wal") << JournalMode::Wal;
    QTest::newRow("delete") << JournalMode::Delete;
    QTest::newRow("truncate") << JournalMode::Truncate;
    QTest::newRow("persist") << JournalMode::Persist;
}

void TestSqliteBackup::emptyAndRestore()
{
    QFETCH(JournalMode, mode);
    DatabaseProfile profile = usersProfile();
    profile.journalMode = mode;
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QList<QStringList> rows;
    for (int i = 1; i <= 2000; ++i)
        rows.append(plainRow(i));
    VERIFY_DONE(fixture.insertRows(usersEntity(), rows));
    const QString backup = fixture.path(QStringLiteral("undo.backup"));
    QCOMPARE(fixture.backend->empty({usersEntity()}, backup).value_or(-1), 2000);
    QCOMPARE(fixture.count(usersEntity()), 0);
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    VERIFY_DONE(fixture.backend->restore(backup));
    QCOMPARE(fixture.count(usersEntity()), 2000);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(2001)}));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT count(*)||max(id) FROM users")),
             QStringLiteral("20012001"));
    fixture.reopen();
    QCOMPARE(fixture.count(usersEntity()), 2001);
}

void TestSqliteBackup::emptiesOnlyWhatIsListed()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity(), productsEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    VERIFY_DONE(
        fixture.insertRows(productsEntity(), {{QString(), QStringLiteral("A"), QString(), QString()}}));
    const QString backup = fixture.path(QStringLiteral("undo.backup"));
    QCOMPARE(fixture.backend->empty({usersEntity()}, backup).value_or(-1), 2);
    QCOMPARE(fixture.backend->countRows({usersEntity(), productsEntity()}).value_or(QList<qint64>()),
             (QList<qint64>{0, 1}));
}

void TestSqliteBackup::backupIsPrivateAndComplete()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)})); // still in the log
    const QString backup = fixture.path(QStringLiteral("undo.backup"));
    QVERIFY(fixture.backend->empty({usersEntity()}, backup));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(backup).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(runSql(backup, QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("1"));
    QCOMPARE(runSql(backup, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    fixture.backend.reset();
    fixture.databases.reset();
    QCOMPARE(filesIn(fixture.directory),
             (QStringList{QStringLiteral("undo.backup"), QStringLiteral("users.db")}));
}

void TestSqliteBackup::backupReplacesAnOlderOne()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const QString backup = fixture.path(QStringLiteral("undo.backup"));
    for (int rows = 1; rows <= 2; ++rows) {
        VERIFY_DONE(fixture.insertRows(usersEntity(), QList<QStringList>(rows, plainRow(1))));
        QCOMPARE(fixture.backend->empty({usersEntity()}, backup).value_or(-1), rows);
    }
    QCOMPARE(runSql(backup, QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("2"));
}

void TestSqliteBackup::noBackupNoDeletion_data()
{
    QTest::addColumn<QString>("backup");
    QTest::newRow("missing directory") << QStringLiteral("nowhere/undo.backup");
    QTest::newRow("directory in its place") << QStringLiteral("directory");
}

void TestSqliteBackup::noBackupNoDeletion()
{
    QFETCH(QString, backup);
    DbFixture fixture;
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("directory")));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    const QStringList files = filesIn(fixture.directory);
    const auto deleted = fixture.backend->empty({usersEntity()}, fixture.path(backup));
    QVERIFY(!deleted);
    QVERIFY(deleted.error().sentence.contains(fixture.path(backup)));
    QCOMPARE(fixture.count(usersEntity()), 1);
    QCOMPARE(filesIn(fixture.directory), files); // no temporary file left
}

void TestSqliteBackup::foreignKeyRefusalLeavesAll()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity(), productsEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE theirs(u REFERENCES users(id)); INSERT INTO theirs VALUES(1)"));
    const auto deleted = fixture.backend->empty({productsEntity(), usersEntity()},
                                                fixture.path(QStringLiteral("undo.backup")));
    QVERIFY(!deleted);
    QVERIFY(deleted.error().sentence.contains(QStringLiteral("FOREIGN KEY")));
    QCOMPARE(fixture.count(usersEntity()), 1);
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(2)})); // no lock was left
}

void TestSqliteBackup::restoreFromGarbageChangesNothing_data()
{
    QTest::addColumn<bool>("exists");
    QTest::newRow("missing") << false;
    QTest::newRow("garbage") << true;
}

void TestSqliteBackup::restoreFromGarbageChangesNothing()
{
    QFETCH(bool, exists);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    const QString backup = fixture.path(QStringLiteral("undo.backup"));
    if (exists) {
        QFile file(backup);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(9000, 'x')) == 9000);
    }
    const SqlError error = fixture.backend->restore(backup);
    QCOMPARE(error.errorClass, exists ? ErrorClass::NotADatabase : ErrorClass::CannotOpen);
    QVERIFY(error.sentence.contains(backup));
    QCOMPARE(fixture.count(usersEntity()), 1);
    QCOMPARE(QFile::exists(backup), exists);
}

void TestSqliteBackup::restoreVoidsSessions()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const QString backup = fixture.path(QStringLiteral("undo.backup"));
    QVERIFY(fixture.backend->empty({usersEntity()}, backup));
    Connections connections;
    QVERIFY(connections.session(fixture.backend));
    VERIFY_DONE(fixture.backend->restore(backup));
    QVERIFY(!connections.isWarm(*fixture.backend));
    QVERIFY(connections.session(fixture.backend));
}

QTEST_GUILESS_MAIN(TestSqliteBackup)
#include "tst_sqlitebackup.moc"
