// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/sqlite/file/sqliteconnection.h"
#include "db/sqlite/statements/sqlitesettings.h"
#include "support/dbfixture.h"
#include "support/rawdatabase.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <sqlite3.h>

using namespace Weir;
using namespace Weir::Test;

/// What a connection is set to, read back from SQLite.
class TestSqliteSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void switches_data();
    void switches();
    void profileIsApplied_data();
    void profileIsApplied();
    void readersCannotWrite();
    void schemaCannotBeForged();
    void extensionsCannotBeLoaded();
    void doubleQuotedTextIsNoText();
    void noCheckpointByItself();
    void openingNeverCreates();
    void connectionIsNamedAndRemoved();
    void nothingIsCommittedToAMovedFile();

private:
    static qint64 pragma(const SqliteConnection &connection, const char *name);
    static std::unique_ptr<SqliteConnection> open(const DbFixture &fixture, SqlitePurpose purpose);
};

Q_DECLARE_METATYPE(Weir::SqlitePurpose)

void TestSqliteSettings::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteSettings::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

qint64 TestSqliteSettings::pragma(const SqliteConnection &connection, const char *name)
{
    qint64 value = -1;
    const auto done = readSqliteInteger(
        connection.handle(), QStringLiteral("PRAGMA %1").arg(QString::fromLatin1(name)), {}, &value);
    return !done ? -1 : value;
}

std::unique_ptr<SqliteConnection> TestSqliteSettings::open(const DbFixture &fixture, SqlitePurpose purpose)
{
    auto connection = SqliteConnection::open(fixture.path(), newConnectionName(QStringLiteral("s")),
                                             fixture.profile, purpose);
    if (!connection)
        qWarning("%s", qUtf8Printable(connection.error().sentence));
    return connection ? std::move(*connection) : nullptr;
}

void TestSqliteSettings::switches_data()
{
    QTest::addColumn<SqlitePurpose>("purpose");
    QTest::addColumn<int>("triggers");
    QTest::addColumn<int>("views");
    QTest::newRow("write") << SqlitePurpose::Write << 1 << 1;
    QTest::newRow("read") << SqlitePurpose::Read << 0 << 0;
    QTest::newRow("query") << SqlitePurpose::Query << 0 << 1;
}

void TestSqliteSettings::switches()
{
    QFETCH(SqlitePurpose, purpose);
    QFETCH(int, triggers);
    QFETCH(int, views);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto connection = open(fixture, purpose);
    QVERIFY(connection);
    const auto value = [&](int option) {
        int on = -1;
        sqlite3_db_config(connection->handle(), option, -1, &on);
        return on;
    };
    QCOMPARE(value(SQLITE_DBCONFIG_DEFENSIVE), 1);
    QCOMPARE(value(SQLITE_DBCONFIG_TRUSTED_SCHEMA), 0);
    QCOMPARE(value(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION), 0);
    QCOMPARE(value(SQLITE_DBCONFIG_DQS_DML), 0);
    QCOMPARE(value(SQLITE_DBCONFIG_DQS_DDL), 0);
    QCOMPARE(value(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE), 1);
    QCOMPARE(value(SQLITE_DBCONFIG_ENABLE_TRIGGER), triggers);
    QCOMPARE(value(SQLITE_DBCONFIG_ENABLE_VIEW), views);
    QCOMPARE(sqlite3_limit(connection->handle(), SQLITE_LIMIT_ATTACHED, -1), 0);
    QCOMPARE(pragma(*connection, "cell_size_check"), 1);
    QCOMPARE(pragma(*connection, "mmap_size"), 0);
    QCOMPARE(pragma(*connection, "query_only"), purpose == SqlitePurpose::Write ? 0 : 1);
    QCOMPARE(pragma(*connection, "wal_autocheckpoint"), 0);
    QVERIFY(sqlite3_db_mutex(connection->handle()) == nullptr); // NOMUTEX: one thread only
}

void TestSqliteSettings::profileIsApplied_data()
{
    QTest::addColumn<JournalMode>("journalMode");
    QTest::addColumn<Synchronous>("synchronous");
    QTest::addColumn<bool>("foreignKeys");
    QTest::newRow("default") << JournalMode::Wal << Synchronous::Full << true;
    QTest::newRow("normal") << JournalMode::Wal << Synchronous::Normal << false;
    QTest::newRow("delete extra") << JournalMode::Delete << Synchronous::Extra << true;
    QTest::newRow("truncate off") << JournalMode::Truncate << Synchronous::Off << false;
    QTest::newRow("persist full") << JournalMode::Persist << Synchronous::Full << true;
}

void TestSqliteSettings::profileIsApplied()
{
    QFETCH(JournalMode, journalMode);
    QFETCH(Synchronous, synchronous);
    QFETCH(bool, foreignKeys);
    DatabaseProfile profile = usersProfile();
    profile.sqlite().journalMode = journalMode;
    profile.sqlite().synchronous = synchronous;
    profile.sqlite().foreignKeys = foreignKeys;
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto connection = open(fixture, SqlitePurpose::Write);
    QVERIFY(connection);
    QCOMPARE(pragma(*connection, "synchronous"), static_cast<int>(synchronous));
    QCOMPARE(pragma(*connection, "foreign_keys"), foreignKeys ? 1 : 0);
    sqlite3_stmt *statement = nullptr;
    QCOMPARE(sqlite3_prepare_v2(connection->handle(), "PRAGMA journal_mode", -1, &statement, nullptr),
             SQLITE_OK);
    QCOMPARE(sqlite3_step(statement), SQLITE_ROW);
    const QString mode = QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    QCOMPARE(mode, journalModeName(journalMode));
}

void TestSqliteSettings::readersCannotWrite()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    for (const SqlitePurpose purpose : {SqlitePurpose::Read, SqlitePurpose::Query}) {
        const auto connection = open(fixture, purpose);
        QVERIFY(connection);
        const SqlError error =
            errorOf(executeSqlite(connection->handle(), QStringLiteral("DELETE FROM users"), fixture.path()));
        QCOMPARE(error.errorClass, ErrorClass::ReadOnly);
    }
}

void TestSqliteSettings::schemaCannotBeForged()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto connection = open(fixture, SqlitePurpose::Write);
    QVERIFY(connection);
    QVERIFY(!executeSqlite(connection->handle(),
                           QStringLiteral("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql='x'"),
                           {}));
    QVERIFY(!executeSqlite(connection->handle(), QStringLiteral("ATTACH ':memory:' AS other"), {}));
}

void TestSqliteSettings::extensionsCannotBeLoaded()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto connection = open(fixture, SqlitePurpose::Write);
    QVERIFY(connection);
    QVERIFY(!executeSqlite(connection->handle(), QStringLiteral("SELECT load_extension('/nowhere.so')"), {}));
    QVERIFY(QByteArray(sqlite3_errmsg(connection->handle())).contains("not authorized"));
}

void TestSqliteSettings::doubleQuotedTextIsNoText()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const auto connection = open(fixture, SqlitePurpose::Write);
    QVERIFY(connection);
    QVERIFY(!executeSqlite(connection->handle(), QStringLiteral("UPDATE users SET name=\"typo\""), {}));
}

void TestSqliteSettings::noCheckpointByItself()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    const qint64 size = QFileInfo(fixture.path()).size();
    for (int i = 0; i < 3; ++i) {
        const auto connection = open(fixture, SqlitePurpose::Write);
        QVERIFY(connection);
        VERIFY_DONE(executeSqlite(
            connection->handle(),
            QStringLiteral("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE "
                           "i<100000) INSERT INTO users(name) SELECT 'x' FROM n"),
            fixture.path()));
    } // closed each time
    QCOMPARE(QFileInfo(fixture.path()).size(), size);
    QVERIFY(QFileInfo(fixture.path(QStringLiteral("users.db-wal"))).size() > 1'000'000);
}

void TestSqliteSettings::openingNeverCreates()
{
    DbFixture fixture;
    for (const SqlitePurpose purpose : {SqlitePurpose::Write, SqlitePurpose::Read, SqlitePurpose::Query}) {
        const auto connection = SqliteConnection::open(fixture.path(), newConnectionName(QStringLiteral("s")),
                                                       fixture.profile, purpose);
        QVERIFY(!connection);
        QCOMPARE(connection.error().errorClass, ErrorClass::CannotOpen);
        QVERIFY(!QFile::exists(fixture.path()));
    }
}

void TestSqliteSettings::connectionIsNamedAndRemoved()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    {
        const auto connection = SqliteConnection::open(fixture.path(), QStringLiteral("users@7"),
                                                       fixture.profile, SqlitePurpose::Read);
        QVERIFY(connection);
        QCOMPARE(QSqlDatabase::connectionNames(), {QStringLiteral("users@7")});
    }
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteSettings::nothingIsCommittedToAMovedFile()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("users.db"));
    const WeirTest::RawDatabase database(path);
    QVERIFY(database.exec("PRAGMA journal_mode=wal; CREATE TABLE users(name)"));
    const SqlError error = errorOf(inSqliteTransaction(database.handle(), path, [&] {
        const auto done =
            executeSqlite(database.handle(), QStringLiteral("INSERT INTO users VALUES('lost')"), path);
        [&] {
            QVERIFY(QFile::rename(path, path + QStringLiteral(".moved")));
        }();
        return done;
    }));
    QCOMPARE(error.code, SQLITE_READONLY_DBMOVED);
    QVERIFY(error.sentence.contains(path));
    QVERIFY(sqlite3_get_autocommit(database.handle()) != 0);
    QCOMPARE(database.value("SELECT count(*) FROM users"), std::string("0"));
}

QTEST_GUILESS_MAIN(TestSqliteSettings)
#include "tst_sqlitesettings.moc"
