// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/processlock.h"
#include "support/dbfixture.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Weir;
using namespace Weir::Test;

/// What is opened, made, written and removed as a database or beside one.
class TestSqlitePlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }
    void notADatabaseFile_data();
    void notADatabaseFile();
    void device();
    void linkToADatabaseIsFine();
    void linkedDirectoryIsFine();
    void companions_data();
    void companions();
    void lockFiles_data();
    void lockFiles();
    void staleLockFileIsTaken();
};

namespace {

QByteArray nameOf(const QString &path)
{
    return QFile::encodeName(path);
}

bool makeSocket(const QString &path)
{
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray name = nameOf(path);
    std::copy(name.begin(), name.end(), address.sun_path);
    const bool made = ::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    ::close(descriptor);
    return made;
}

/// "fifo", "socket", "directory", "dangling", "link" and "hard" (to `other`), "text" and "number".
bool make(const QString &kind, const QString &path, const QString &other)
{
    if (kind == u"fifo")
        return ::mkfifo(nameOf(path).constData(), 0600) == 0;
    if (kind == u"socket")
        return makeSocket(path);
    if (kind == u"directory")
        return QDir().mkdir(path);
    if (kind == u"dangling")
        return ::symlink(nameOf(other + QStringLiteral(".none")).constData(), nameOf(path).constData()) == 0;
    if (kind == u"link")
        return ::symlink(nameOf(other).constData(), nameOf(path).constData()) == 0;
    if (kind == u"hard")
        return ::link(nameOf(other).constData(), nameOf(path).constData()) == 0;
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(kind == u"text" ? "dear diary\n" : "4194304\n") > 0;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const DbFixture &fixture)
{
    return QDir(fixture.directory.path())
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

void TestSqlitePlace::notADatabaseFile_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"fifo", "socket", "directory", "dangling"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestSqlitePlace::notADatabaseFile()
{
    QFETCH(QString, kind);
    DbFixture fixture;
    QVERIFY(make(kind, fixture.path(), fixture.path(QStringLiteral("other"))));
    const QStringList before = filesIn(fixture);
    fixture.reopen(); // Databases resolves links when it gets the project
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::CannotOpen);
    QVERIFY2(error.sentence.contains(fixture.path()), qPrintable(error.sentence));
    QVERIFY(!fixture.backend->openSession(QStringLiteral("a")));
    QVERIFY(!fixture.backend->openReader(usersEntity(), QStringLiteral("b")));
    QVERIFY(!fixture.backend->query(QStringLiteral("SELECT 1"), false));
    QVERIFY(!fixture.backend->query(QStringLiteral("SELECT 1"), true));
    const auto count = fixture.backend->countRows(usersEntity().table, std::stop_token());
    QCOMPARE(count.value_or(-1), kind == u"dangling" ? 0 : -1); // nothing is there
    QCOMPARE(filesIn(fixture), before);
}

void TestSqlitePlace::device()
{
    DatabaseProfile profile = usersProfile();
    profile.sqlite().file = QStringLiteral("/dev/null");
    DbFixture fixture(profile);
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::CannotOpen);
    QVERIFY2(error.sentence.contains(QStringLiteral("/dev/null is a device")), qPrintable(error.sentence));
    QVERIFY(!fixture.backend->query(QStringLiteral("SELECT 1"), false));
    QVERIFY(!QFile::exists(QStringLiteral("/dev/null.weir-lock")));
}

void TestSqlitePlace::linkToADatabaseIsFine()
{
    DbFixture fixture;
    const QString real = fixture.path(QStringLiteral("real.db"));
    runSql(real, QStringLiteral("CREATE TABLE t(a)"));
    QVERIFY(make(QStringLiteral("link"), fixture.path(), real));
    fixture.reopen();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QCOMPARE(fixture.backend->location(), QFileInfo(real).canonicalFilePath());
}

void TestSqlitePlace::linkedDirectoryIsFine()
{
    DatabaseProfile profile = usersProfile();
    profile.sqlite().file = QStringLiteral("linked/users.db");
    DbFixture fixture(profile);
    QVERIFY(QDir(fixture.directory.path()).mkdir(QStringLiteral("real")));
    QVERIFY(make(QStringLiteral("link"), fixture.path(QStringLiteral("linked")),
                 fixture.path(QStringLiteral("real"))));
    fixture.reopen();
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QVERIFY(QFile::exists(fixture.path(QStringLiteral("real/users.db"))));
}

void TestSqlitePlace::companions_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QString>("kind");
    for (const char *ending : {"-journal", "-wal", "-shm"}) {
        for (const char *kind : {"link", "hard", "dangling", "fifo", "directory"})
            QTest::addRow("%s, %s", ending, kind) << QString::fromLatin1(ending) << QString::fromLatin1(kind);
    }
}

void TestSqlitePlace::companions()
{
    QFETCH(QString, ending);
    QFETCH(QString, kind);
    DbFixture fixture;
    const QString precious = fixture.path(QStringLiteral("precious.txt"));
    QVERIFY(make(QStringLiteral("text"), precious, {}));
    const QByteArray content = contentOf(precious);
    runSql(fixture.path(), QStringLiteral("CREATE TABLE t(a); PRAGMA journal_mode=wal"));
    QVERIFY(make(kind, fixture.path() + ending, precious));
    const QStringList before = filesIn(fixture);
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::CannotOpen);
    QVERIFY2(error.sentence.contains(fixture.path() + ending), qPrintable(error.sentence));
    QVERIFY(!fixture.backend->query(QStringLiteral("SELECT 1"), false));
    QCOMPARE(contentOf(precious), content);
    QCOMPARE(filesIn(fixture), before);
}

void TestSqlitePlace::lockFiles_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"link", "hard", "dangling", "fifo", "socket", "directory", "text"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestSqlitePlace::lockFiles()
{
    QFETCH(QString, kind);
    DbFixture fixture;
    const QString precious = fixture.path(QStringLiteral("precious.txt"));
    const QString lockFile = fixture.path() + QStringLiteral(".weir-lock");
    QVERIFY(make(QStringLiteral("number"), precious, {})); // what a lock could have written, too
    const QByteArray content = contentOf(precious);
    QVERIFY(make(kind, lockFile, precious));
    const QByteArray lockContent = kind == u"text" ? contentOf(lockFile) : QByteArray();
    const QStringList before = filesIn(fixture);
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::CannotOpen);
    QVERIFY2(error.sentence.contains(lockFile), qPrintable(error.sentence));
    QCOMPARE(contentOf(precious), content);
    QCOMPARE(filesIn(fixture), before);
    if (kind == u"text")
        QCOMPARE(contentOf(lockFile), lockContent);
    ProcessLock lock(lockFile);
    QCOMPARE(lock.holder(), 0); // and does not block
}

void TestSqlitePlace::staleLockFileIsTaken()
{
    DbFixture fixture;
    const QString lockFile = fixture.path() + QStringLiteral(".weir-lock");
    QVERIFY(make(QStringLiteral("number"), lockFile, {})); // of a Weir that was killed
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QCOMPARE(contentOf(lockFile), QByteArray::number(::getpid()) + '\n');
    fixture.backend.reset();
    fixture.databases.reset();
    QVERIFY(!QFile::exists(lockFile));
}

QTEST_GUILESS_MAIN(TestSqlitePlace)
#include "tst_sqliteplace.moc"
