// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/sqlite/file/networkfilesystem.h"
#include "db/sqlite/file/sqlitefile.h"
#include "db/sqlite/sqlitebackend.h"
#include "support/dbfixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

/// What becomes of a file between two runs while sessions of the first stay open.
class TestSqliteFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void garbageInPlace();
    void garbageByRename();
    void deletedFileIsMadeAnew();
    void deletedFileWithLogLeftBehind();
    void otherDatabaseByRename();
    void otherDatabaseInPlace();
    void shorterDatabaseInPlaceIsRefused();
    void longerDatabaseInPlaceIsRefused();
    void tablesDroppedByAnotherProgram();
    void writtenByAnotherProgram();
    void lastCloseLeavesForeignContentAlone();
    void networkFileSystemGetsARollbackJournal();
    void networkFileSystemTypes_data();
    void networkFileSystemTypes();
    void journalModeChangesWhenAlone();
    void newFilesHaveLargePages();

private:
    std::unique_ptr<DbFixture> m_fixture;
    std::unique_ptr<Connections> m_connections;
    Session *firstRun(const QList<QStringList> &rows = {plainRow(1)});
    Expected<void, SqlError> secondRun();
    void startAgain();
};

void TestSqliteFile::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<DbFixture>();
    m_connections = std::make_unique<Connections>();
}

void TestSqliteFile::cleanup()
{
    m_connections.reset();
    m_fixture.reset();
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

// Prepares, inserts and checkpoints, and leaves the session warm.
Session *TestSqliteFile::firstRun(const QList<QStringList> &rows)
{
    Backend &backend = *m_fixture->backend;
    if (!backend.prepare({usersEntity()}))
        return nullptr;
    const auto session = m_connections->session(m_fixture->backend);
    if (!session || !m_fixture->insertRows(usersEntity(), rows) || !backend.settle())
        return nullptr;
    return *session;
}

// Prepares again and writes a row with the session that Connections now gives.
Expected<void, SqlError> TestSqliteFile::secondRun()
{
    if (const auto done = m_fixture->backend->prepare({usersEntity()}); !done)
        return done;
    const auto session = m_connections->session(m_fixture->backend);
    if (!session)
        return tl::unexpected(session.error());
    const RowBatch batch = batchOf({plainRow(2)});
    const int row = 0;
    InsertResult result;
    if (const auto done = (*session)->begin({}); !done)
        return done;
    if (const auto done = (*session)->insert(usersEntity(), batch, {&row, 1}, &result); !done)
        return done;
    return doneOf((*session)->commit());
}

// As when the program ends and starts.
void TestSqliteFile::startAgain()
{
    m_connections.reset();
    m_fixture->reopen();
    m_connections = std::make_unique<Connections>();
}

namespace {

void overwrite(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly)); // truncates, keeps the inode
    QCOMPARE(file.write(content), content.size());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestSqliteFile::garbageInPlace()
{
    QVERIFY(firstRun());
    const QByteArray good = contentOf(m_fixture->path());
    const int generation = m_fixture->backend->generation();
    overwrite(m_fixture->path(), QByteArray(good.size(), 'x'));
    for (int attempt = 0; attempt < 2; ++attempt) {
        const SqlError error = errorOf(secondRun());
        QCOMPARE(error.errorClass, ErrorClass::NotADatabase);
        QVERIFY(error.sentence.contains(m_fixture->path()));
    }
    QVERIFY(m_fixture->backend->generation() > generation);
    QCOMPARE(contentOf(m_fixture->path()), QByteArray(good.size(), 'x')); // untouched
    overwrite(m_fixture->path(), good);                                   // restored from a backup
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 2);
}

void TestSqliteFile::garbageByRename()
{
    QVERIFY(firstRun());
    overwrite(m_fixture->path(QStringLiteral("garbage")), "garbage");
    QVERIFY(QFile::remove(m_fixture->path()));
    QVERIFY(QFile::rename(m_fixture->path(QStringLiteral("garbage")), m_fixture->path()));
    QCOMPARE(errorOf(secondRun()).errorClass, ErrorClass::NotADatabase);
    QVERIFY(QFile::remove(m_fixture->path()));
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 1);
}

void TestSqliteFile::deletedFileIsMadeAnew()
{
    QVERIFY(firstRun());
    for (int round = 0; round < 3; ++round) {
        QVERIFY(QFile::remove(m_fixture->path()));
        VERIFY_DONE(secondRun());
        QCOMPARE(m_fixture->count(usersEntity()), 1);
    }
    QCOMPARE(runSql(m_fixture->path(), QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void TestSqliteFile::deletedFileWithLogLeftBehind()
{
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    VERIFY_DONE(m_fixture->insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    QVERIFY(m_connections->session(m_fixture->backend));
    QVERIFY(QFile::remove(m_fixture->path())); // the log is full, and stays
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 1);
    m_connections.reset();
    m_fixture->reopen();
    QCOMPARE(m_fixture->count(usersEntity()), 1);
    QCOMPARE(runSql(m_fixture->path(), QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void TestSqliteFile::otherDatabaseByRename()
{
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    VERIFY_DONE(m_fixture->insertRows(usersEntity(), {plainRow(1)})); // in the log only
    QVERIFY(m_connections->session(m_fixture->backend));
    const QString other = m_fixture->path(QStringLiteral("other.db"));
    runSql(other,
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT); "
                          "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<5000) "
                          "INSERT INTO users(name) SELECT 'other' FROM n"));
    QVERIFY(QFile::remove(m_fixture->path()));
    QVERIFY(QFile::rename(other, m_fixture->path()));
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 5001); // nothing of the old log got into it
    QCOMPARE(runSql(m_fixture->path(), QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void TestSqliteFile::otherDatabaseInPlace()
{
    QVERIFY(firstRun());
    const QByteArray good = contentOf(m_fixture->path());
    VERIFY_DONE(secondRun());
    VERIFY_DONE(m_fixture->backend->settle());
    overwrite(m_fixture->path(), good); // somebody puts the older state back
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 2);
}

void TestSqliteFile::shorterDatabaseInPlaceIsRefused()
{
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    VERIFY_DONE(m_fixture->backend->settle());
    const QByteArray shorter = contentOf(m_fixture->path());
    QVERIFY(firstRun(QList<QStringList>(200, {QString(), QString(1000, u'x'), QString()})));
    QVERIFY(contentOf(m_fixture->path()).size() > shorter.size());
    overwrite(m_fixture->path(), shorter);
    const SqlError error = errorOf(secondRun());
    QCOMPARE(error.errorClass, ErrorClass::Corrupt);
    QVERIFY2(error.sentence.contains(QStringLiteral("overwritten")), qPrintable(error.sentence));
    startAgain();
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 1);
    QCOMPARE(runSql(m_fixture->path(), QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
}

void TestSqliteFile::longerDatabaseInPlaceIsRefused()
{
    QVERIFY(firstRun());
    const QString other = m_fixture->path(QStringLiteral("other.db"));
    runSql(other,
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT); "
                          "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<5000) "
                          "INSERT INTO users(name) SELECT 'other' FROM n; PRAGMA journal_mode=wal"));
    overwrite(m_fixture->path(), contentOf(other));
    const SqlError error = errorOf(secondRun());
    QCOMPARE(error.errorClass, ErrorClass::Corrupt);
    QVERIFY2(error.sentence.contains(QStringLiteral("overwritten")), qPrintable(error.sentence));
    startAgain();
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 5001);
}

void TestSqliteFile::tablesDroppedByAnotherProgram()
{
    QVERIFY(firstRun());
    runSql(m_fixture->path(), QStringLiteral("DROP TABLE users"));
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 1);
}

void TestSqliteFile::writtenByAnotherProgram()
{
    QVERIFY(firstRun());
    runSql(m_fixture->path(), QStringLiteral("INSERT INTO users(name) VALUES('B'); PRAGMA wal_checkpoint"));
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->count(usersEntity()), 3);
}

void TestSqliteFile::lastCloseLeavesForeignContentAlone()
{
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    VERIFY_DONE(m_fixture->insertRows(usersEntity(), {plainRow(1)})); // the log is not empty
    overwrite(m_fixture->path(), "somebody's only copy");
    m_fixture->backend.reset();
    m_fixture->databases.reset();
    QCOMPARE(contentOf(m_fixture->path()), QByteArray("somebody's only copy"));
}

void TestSqliteFile::networkFileSystemGetsARollbackJournal()
{
    const auto file = std::make_shared<SqliteFile>(m_fixture->path(QStringLiteral("far.db")), true);
    SqliteBackend backend(usersProfile(), file);
    QVERIFY(backend.note().contains(QStringLiteral("network")));
    QCOMPARE(file->effective(usersProfile()).sqlite().synchronous, Synchronous::Extra);
    VERIFY_DONE(backend.prepare({usersEntity()}));
    {
        const auto session = backend.openSession(newConnectionName(QStringLiteral("far")));
        QVERIFY(session);
        VERIFY_DONE((*session)->begin({}));
        VERIFY_DONE((*session)->commit());
    }
    VERIFY_DONE(backend.settle());
    VERIFY_DONE(backend.prepare({usersEntity()}));
    QCOMPARE(backend.generation(), 0);
    QCOMPARE(runSql(file->path(), QStringLiteral("PRAGMA journal_mode")), QStringLiteral("delete"));
    DatabaseProfile persist = usersProfile();
    persist.sqlite().journalMode = JournalMode::Persist;
    QCOMPARE(file->effective(persist), persist);
}

void TestSqliteFile::networkFileSystemTypes_data()
{
    QTest::addColumn<quint64>("type");
    QTest::addColumn<bool>("network");
    QTest::newRow("nfs") << quint64(0x6969) << true;
    QTest::newRow("cifs") << quint64(0xff534d42) << true;
    QTest::newRow("cifs, sign-extended") << quint64(0xffffffffff534d42) << true;
    QTest::newRow("fuse") << quint64(0x65735546) << true;
    QTest::newRow("9p") << quint64(0x01021997) << true;
    QTest::newRow("ext4") << quint64(0xef53) << false;
    QTest::newRow("btrfs") << quint64(0x9123683e) << false;
    QTest::newRow("xfs") << quint64(0x58465342) << false;
    QTest::newRow("tmpfs") << quint64(0x01021994) << false;
    QTest::newRow("overlay") << quint64(0x794c7630) << false;
}

void TestSqliteFile::networkFileSystemTypes()
{
    QFETCH(quint64, type);
    QFETCH(bool, network);
    QCOMPARE(isNetworkFileSystemType(type), network);
    QVERIFY(!isOnNetworkFileSystem(QStringLiteral("/nowhere/at/all")));
}

void TestSqliteFile::journalModeChangesWhenAlone()
{
    QVERIFY(firstRun());
    DatabaseProfile changed = usersProfile();
    changed.sqlite().journalMode = JournalMode::Delete;
    changed.patience = std::chrono::milliseconds(50);
    const int revision = m_fixture->databases->revision();
    m_fixture->profile = changed;
    QVERIFY(m_fixture->databases->update({changed}));
    QVERIFY(m_fixture->databases->revision() > revision);
    m_fixture->backend = m_fixture->databases->backend(QStringLiteral("users"));
    // The session of the old settings is still warm, and keeps the file in WAL mode.
    QCOMPARE(errorOf(m_fixture->backend->prepare({usersEntity()})).errorClass, ErrorClass::Busy);
    m_connections = std::make_unique<Connections>();
    VERIFY_DONE(secondRun());
    QCOMPARE(runSql(m_fixture->path(), QStringLiteral("PRAGMA journal_mode")), QStringLiteral("delete"));
    QCOMPARE(m_fixture->count(usersEntity()), 2);
    VERIFY_DONE(secondRun());
    QCOMPARE(m_fixture->backend->generation(), 0); // our own commits change the file, and that is no news
}

void TestSqliteFile::newFilesHaveLargePages()
{
    const QString pageSize = QStringLiteral("PRAGMA page_size");
    DbFixture made;
    VERIFY_DONE(made.backend->prepare({usersEntity()}));
    QCOMPARE(runSql(made.path(), pageSize), QStringLiteral("16384"));
    DbFixture empty;
    QVERIFY(QFile(empty.path()).open(QIODevice::WriteOnly));
    VERIFY_DONE(empty.backend->prepare({usersEntity()}));
    QCOMPARE(runSql(empty.path(), pageSize), QStringLiteral("16384"));
    DbFixture found;
    runSql(found.path(), QStringLiteral("PRAGMA page_size=1024; CREATE TABLE theirs(a)"));
    VERIFY_DONE(found.backend->prepare({usersEntity()}));
    QCOMPARE(runSql(found.path(), pageSize), QStringLiteral("1024"));
}

QTEST_GUILESS_MAIN(TestSqliteFile)
#include "tst_sqlitefile.moc"
