// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dbfixture.h"
#include "support/lockholderprocess.h"
#include "support/readonlyplace.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

/// Files and places that a database cannot be in: one sentence each, and nothing is touched.
class TestSqlitePrepare : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void makesFileAndTables();
    void isCheapWhenNothingChanged();
    void notADatabase_data();
    void notADatabase();
    void emptyFileBecomesADatabase();
    void readOnlyFile();
    void readOnlyDirectory();
    void readOnlyFileCanBeRead();
    void missingDirectory();
    void directoryInPlaceOfFile();
    void fullDisk();
    void diskFullWhileInserting();
    void secondWeir();
    void secondWeirOfThisProcess();
    void lockOfADeadWeirIsTakenOver();
    void otherDatabasesGoOn();
    void nameThatLooksLikeAUri();
    void hostileFileNames_data();
    void hostileFileNames();
};

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
}

} // namespace

void TestSqlitePrepare::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqlitePrepare::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqlitePrepare::makesFileAndTables()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity(), productsEntity()}));
    QVERIFY(fixture.backend->note().isEmpty());
    QCOMPARE(
        runSql(fixture.path(), QStringLiteral("SELECT sql FROM sqlite_schema WHERE name='users'")),
        QStringLiteral("CREATE TABLE \"users\" (\"id\" INTEGER PRIMARY KEY, \"name\" TEXT, \"email\" TEXT)"));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT sql FROM sqlite_schema WHERE name='products'")),
             QStringLiteral("CREATE TABLE \"products\" (\"id\" INTEGER PRIMARY KEY, \"name\" TEXT, "
                            "\"price\" REAL, \"stock\" INTEGER)"));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA application_id")), QString::number(0x57656972));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA user_version")), QStringLiteral("1"));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
}

void TestSqlitePrepare::isCheapWhenNothingChanged()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    VERIFY_DONE(fixture.backend->settle());
    const int generation = fixture.backend->generation();
    QBENCHMARK
    {
        VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    }
    QCOMPARE(fixture.backend->generation(), generation);
}

void TestSqlitePrepare::notADatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("text") << QByteArray(5000, 'x');
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("magic only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("magic, then garbage") << QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\xff');
    QTest::newRow("older SQLite") << QByteArray("** This file contains an SQLite 2.1 database **")
            + QByteArray(2000, '\0');
}

void TestSqlitePrepare::notADatabase()
{
    QFETCH(QByteArray, content);
    DbFixture fixture;
    write(fixture.path(), content);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
        QCOMPARE(error.errorClass, ErrorClass::NotADatabase);
        QVERIFY(error.sentence.contains(fixture.path()));
        const auto reader = fixture.backend->openReader(usersEntity(), QStringLiteral("r"));
        QVERIFY(!reader);
        QCOMPARE(reader.error().errorClass, ErrorClass::NotADatabase);
    }
    QFile file(fixture.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content); // untouched
    file.close();
    QCOMPARE(QDir(fixture.directory.path()).entryList(QDir::Files), {QStringLiteral("users.db")});
    QVERIFY(QFile::remove(fixture.path())); // as the sentence says
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
}

void TestSqlitePrepare::emptyFileBecomesADatabase()
{
    DbFixture fixture;
    write(fixture.path(), {});
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
}

void TestSqlitePrepare::readOnlyFile()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    for (const bool reopened : {false, true}) {
        if (reopened)
            fixture.reopen();
        {
            const ReadOnlyPlace place(fixture.path());
            if (!place.isReadOnly())
                QSKIP("this file system has no way to keep root from writing");
            const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
            QCOMPARE(error.errorClass, ErrorClass::ReadOnly);
            QVERIFY(error.sentence.contains(fixture.path()));
        }
        VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    }
}

void TestSqlitePrepare::readOnlyDirectory()
{
    DbFixture fixture;
    const auto check = [&] {
        const ReadOnlyPlace place(fixture.directory.path());
        if (!place.isReadOnly())
            QSKIP("this file system has no way to keep root from writing");
        const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
        QCOMPARE(error.errorClass, ErrorClass::ReadOnly);
        QVERIFY(error.sentence.contains(QStringLiteral("directory")));
        QVERIFY(error.sentence.contains(fixture.path()));
    };
    check(); // nothing there yet
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    fixture.reopen();
    check();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
}

void TestSqlitePrepare::readOnlyFileCanBeRead()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT); "
                          "INSERT INTO users(name) VALUES('A')"));
    const ReadOnlyPlace place(fixture.path());
    if (!place.isReadOnly())
        QSKIP("this file system has no way to keep root from writing");
    QCOMPARE(fixture.count(usersEntity()), 1);
    auto reader = fixture.backend->openReader(usersEntity(), QStringLiteral("r"));
    QVERIFY(reader);
    QCOMPARE((*reader)->lastPage(1)->rows.constFirst().at(1), QStringLiteral("A"));
}

void TestSqlitePrepare::missingDirectory()
{
    DatabaseProfile profile = usersProfile();
    profile.sqlite().file = QStringLiteral("nowhere/users.db");
    DbFixture fixture(profile);
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::CannotOpen);
    QVERIFY(error.sentence.contains(fixture.path(QStringLiteral("nowhere"))));
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("nowhere")));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
}

void TestSqlitePrepare::directoryInPlaceOfFile()
{
    DbFixture fixture;
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("users.db")));
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::CannotOpen);
    QVERIFY(error.sentence.contains(QStringLiteral("is a directory")));
}

void TestSqlitePrepare::fullDisk()
{
    QTemporaryDir directory;
    const SmallDisk disk(directory.path(), 256);
    if (!disk.isMounted())
        QSKIP("mounting a small disk needs root");
    Databases databases(directory.path());
    QVERIFY(databases.update({usersProfile()}));
    const std::shared_ptr<Backend> backend = databases.backend(QStringLiteral("users"));
    const QString filler = directory.filePath(QStringLiteral("filler"));
    const auto fill = [&](int leaveKibibytes) {
        QFile file(filler);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (file.write(QByteArray(4096, 'x')) == 4096) {}
        QVERIFY(file.resize(file.size() - leaveKibibytes * 1024));
    };
    for (const int left : {0, 4, 8, 16, 32, 40, 44, 48}) {
        fill(left);
        const SqlError error = errorOf(backend->prepare({usersEntity()}));
        if (!error.isNone()) {
            QVERIFY2(error.errorClass == ErrorClass::Full,
                     qPrintable(QString::number(left) + error.sentence));
            QVERIFY(error.sentence.contains(QStringLiteral("full")));
        }
        if (left == 0)
            QVERIFY(!error.isNone());
        QVERIFY(QFile::remove(filler));
    }
    VERIFY_DONE(backend->prepare({usersEntity()})); // free some space and run again
}

void TestSqlitePrepare::diskFullWhileInserting()
{
    QTemporaryDir directory;
    const SmallDisk disk(directory.path(), 1024);
    if (!disk.isMounted())
        QSKIP("mounting a small disk needs root");
    DbFixture fixture;
    fixture.databases = std::make_unique<Databases>(directory.path());
    QVERIFY(fixture.databases->update({usersProfile()}));
    fixture.backend = fixture.databases->backend(QStringLiteral("users"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    const QString filler = directory.filePath(QStringLiteral("filler"));
    {
        QFile file(filler);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (file.write(QByteArray(4096, 'x')) == 4096) {}
    }
    QList<QStringList> rows;
    for (int i = 0; i < 500; ++i)
        rows.append({QString(), QString(1000, u'x'), QString()});
    const SqlError error = errorOf(fixture.insertRows(usersEntity(), rows));
    QVERIFY2(error.errorClass == ErrorClass::Full, qPrintable(error.sentence));
    QVERIFY(error.sentence.contains(fixture.backend->location()));
    QCOMPARE(fixture.count(usersEntity()), 1);
    QVERIFY(QFile::remove(filler));
    rows.resize(50);
    VERIFY_DONE(fixture.insertRows(usersEntity(), rows));
    QCOMPARE(fixture.count(usersEntity()), 51);
    fixture.backend.reset();
    fixture.databases.reset();
}

void TestSqlitePrepare::secondWeir()
{
    DbFixture fixture;
    LockHolderProcess other({QStringLiteral("weir"), fixture.path()});
    QVERIFY(other.holds());
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::InUse);
    QVERIFY(error.sentence.contains(QString::number(other.pid())));
    QVERIFY(error.sentence.contains(fixture.path()));
    QVERIFY(!QFile::exists(fixture.path())); // nothing was made
    other.letGo();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
}

void TestSqlitePrepare::secondWeirOfThisProcess()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    Databases others(fixture.directory.path());
    QVERIFY(others.update({usersProfile()}));
    const std::shared_ptr<Backend> other = others.backend(QStringLiteral("users"));
    const SqlError error = errorOf(other->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::InUse);
    QVERIFY(error.sentence.contains(QString::number(QCoreApplication::applicationPid())));
    // Looking is allowed, and leaves the other's lock alone.
    QCOMPARE(other->countRows(usersEntity().table, std::stop_token()).value_or(-1), 0);
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
}

void TestSqlitePrepare::lockOfADeadWeirIsTakenOver()
{
    DbFixture fixture;
    LockHolderProcess other({QStringLiteral("weir"), fixture.path()});
    QVERIFY(other.holds());
    other.kill();
    QVERIFY(QFile::exists(fixture.path(QStringLiteral("users.db.weir-lock"))));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
}

void TestSqlitePrepare::otherDatabasesGoOn()
{
    DbFixture fixture;
    DatabaseProfile second = usersProfile();
    second.name = QStringLiteral("second");
    second.sqlite().file = QStringLiteral("second.db");
    QVERIFY(fixture.databases->update({usersProfile(), second}));
    write(fixture.path(), QByteArray(4096, 'x'));
    QVERIFY(!fixture.databases->backend(QStringLiteral("users"))->prepare({usersEntity()}));
    VERIFY_DONE(fixture.databases->backend(QStringLiteral("second"))->prepare({usersEntity()}));
}

void TestSqlitePrepare::nameThatLooksLikeAUri()
{
    DatabaseProfile profile = usersProfile();
    profile.sqlite().file = QStringLiteral("file:x.db?mode=memory");
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QVERIFY(QFile::exists(fixture.path(profile.sqlite().file))); // just a name
}

void TestSqlitePrepare::hostileFileNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("percent and query") << QStringLiteral("a%20b?mode=ro#c&nolock=1.db");
    QTest::newRow("place markers") << QStringLiteral("%1 %2 %3.db");
    QTest::newRow("quotes") << QStringLiteral("o'br\"ien;.db");
    QTest::newRow("unicode") << QStringLiteral("größe 😀.db");
    QTest::newRow("memory") << QStringLiteral(":memory:");
    QTest::newRow("newline") << QStringLiteral("a\nb.db");
    QTest::newRow("backslash") << QStringLiteral("a\\b.db");
}

void TestSqlitePrepare::hostileFileNames()
{
    QFETCH(QString, name);
    DatabaseProfile profile = usersProfile();
    profile.sqlite().file = name;
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QCOMPARE(fixture.count(usersEntity()), 1);
    QVERIFY(QFile::exists(fixture.path(name)));
    const Entity none = productsEntity();
    const auto reader = fixture.backend->openReader(none, QStringLiteral("r"));
    QVERIFY(!reader && reader.error().sentence.contains(fixture.path(name)));
}

QTEST_GUILESS_MAIN(TestSqlitePrepare)
#include "tst_sqliteprepare.moc"
