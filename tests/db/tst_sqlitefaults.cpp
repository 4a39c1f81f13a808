// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger says and what is in the table agree, whatever the disk does.
#include "support/diskfaults.h"
#include "support/faultydisk.h"
#include "support/ledgerwriter.h"
#include "support/rawdatabase.h"
#include "support/readonlyplace.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <random>

using namespace Weir;
using namespace Weir::Test;
using namespace WeirTest;

class TestSqliteFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { FaultyDisk::install(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup();
    void powerCutsLoseNothing_data() { addPowerCuts(); }
    void powerCutsLoseNothing();
    void errorsLoseNothing_data() { addWriteErrors(); }
    void errorsLoseNothing();
    void failedCommitDoesNotComeBack_data();
    void failedCommitDoesNotComeBack();
    void fullDisk();
};

namespace {

DatabaseProfile profileWith(Synchronous synchronous)
{
    DatabaseProfile profile = usersProfile();
    profile.sqlite().synchronous = synchronous;
    return profile;
}

/// What is wrong with the database, or nothing. `committed`: batches whose commit succeeded; when the power
/// was cut, one more may have reached the disk.
QString trouble(DbFixture &fixture, int committed, bool mayHaveOneMore = false)
{
    const RawDatabase database(fixture.path());
    if (const std::string check = database.value("PRAGMA integrity_check"); check != "ok")
        return QString::fromStdString(check);
    const bool hasLedger =
        database.value("SELECT count(*) FROM sqlite_schema WHERE name='weir_ledger'") == "1";
    const int batches = hasLedger ? std::stoi(database.value("SELECT count(*) FROM weir_ledger")) : 0;
    if (batches != committed && (!mayHaveOneMore || batches != committed + 1))
        return QStringLiteral("%1 batches in the ledger after %2 commits").arg(batches).arg(committed);
    const int rows = std::stoi(database.value("SELECT count(*) FROM users"));
    if (rows != LedgerWriter::inserted(batches))
        return QStringLiteral("%1 rows of %2 batches").arg(rows).arg(batches);
    const std::string last = database.value("SELECT coalesce(max(id) / 100 + 1, 0) FROM users");
    if (last != std::to_string(batches))
        return QStringLiteral("rows of other batches than those in the ledger");
    return {};
}

/// Goes on with the load and looks whether all of it is there once.
QString troubleAfterGoingOn(DbFixture &fixture)
{
    int committed = 0;
    if (const auto done = LedgerWriter::write(*fixture.backend, &committed); !done)
        return done.error().sentence;
    return trouble(fixture, LedgerWriter::Batches);
}

} // namespace

void TestSqliteFaults::cleanup()
{
    FaultyDisk::mend();
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteFaults::powerCutsLoseNothing()
{
    QFETCH(Synchronous, synchronous);
    QFETCH(bool, safe);
    const auto writeUntil = [&](long operation, DbFixture &fixture, int *committed) {
        FaultyDisk::cutPowerAt(operation);
        runSql(fixture.path(), LedgerWriter::schema());
        const long made = FaultyDisk::operations();
        const SqlError error = errorOf(LedgerWriter::write(*fixture.backend, committed));
        return std::pair(made, error);
    };
    long made = 0;
    long all = 0;
    {
        DbFixture whole(profileWith(synchronous));
        int committed = 0;
        const auto [first, error] = writeUntil(1'000'000, whole, &committed);
        QVERIFY(error.isNone());
        made = first;
        all = FaultyDisk::operations();
        QCOMPARE(trouble(whole, committed), QString());
    }
    std::mt19937 random(11);
    int broken = 0;
    for (unsigned cut = 0; cut < PowerCuts && (safe || broken == 0); ++cut) {
        DbFixture before(profileWith(synchronous));
        int committed = 0;
        const long operation =
            made + 1 + static_cast<long>(random() % static_cast<unsigned long>(all - made));
        const auto [first, error] = writeUntil(operation, before, &committed);
        QVERIFY(FaultyDisk::hasStruck());
        QVERIFY(!error.isNone() || committed == LedgerWriter::Batches);
        before.databases.reset();
        before.backend.reset();
        DbFixture after(profileWith(synchronous));
        FaultyDisk::restore(after.directory.path().toStdString(), cut % 3 == 0 ? 0 : cut);
        FaultyDisk::mend();
        QString found = trouble(after, committed, true);
        if (found.isEmpty())
            found = troubleAfterGoingOn(after);
        if (found.isEmpty())
            continue;
        ++broken;
        QVERIFY2(!safe, qPrintable(QStringLiteral("cut at %1: %2").arg(operation).arg(found)));
    }
    QCOMPARE(broken == 0, safe);
}

void TestSqliteFaults::errorsLoseNothing()
{
    QFETCH(int, code);
    QFETCH(bool, sticky);
    long all = 1;
    for (long operation = 1; operation <= all; ++operation) {
        DbFixture fixture;
        runSql(fixture.path(), LedgerWriter::schema());
        FaultyDisk::failAt(operation == 1 ? 1'000'000 : operation, code, sticky);
        int committed = 0;
        const SqlError error = errorOf(LedgerWriter::write(*fixture.backend, &committed));
        if (operation == 1)
            all = FaultyDisk::operations();
        else
            QVERIFY(FaultyDisk::hasStruck());
        if (!error.isNone()) {
            QVERIFY(!error.sentence.isEmpty());
            QVERIFY(!error.concernsRowOnly());
        }
        FaultyDisk::mend();
        fixture.reopen();
        const QString found = trouble(fixture, committed);
        QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("operation %1: %2").arg(operation).arg(found)));
        const QString later = troubleAfterGoingOn(fixture);
        QVERIFY2(later.isEmpty(), qPrintable(QStringLiteral("operation %1: %2").arg(operation).arg(later)));
    }
    QVERIFY(all > 50);
}

void TestSqliteFaults::failedCommitDoesNotComeBack_data()
{
    QTest::addColumn<JournalMode>("journal");
    QTest::addColumn<bool>("query");
    // Is the commit over while calls follow that can fail? Another program may be the one that made it, then.
    QTest::addColumn<bool>("mayBeUnknown");
    for (const bool query : {false, true}) {
        const char *const how = query ? ", query --write" : "";
        QTest::addRow("wal%s", how) << JournalMode::Wal << query << false;
        QTest::addRow("delete%s", how) << JournalMode::Delete << query << false;
        QTest::addRow("truncate%s", how) << JournalMode::Truncate << query << true;
        QTest::addRow("persist%s", how) << JournalMode::Persist << query << true;
    }
}

namespace {

Expected<void, SqlError> commitRows(Backend &backend, long failAt)
{
    auto session = backend.openSession(newConnectionName(QStringLiteral("users")));
    if (!session)
        return tl::unexpected(session.error());
    const RowBatch batch = batchOf({plainRow(1), plainRow(2), plainRow(3)});
    const std::vector<int> rows{0, 1, 2};
    InsertResult result;
    Transaction transaction(**session);
    if (const auto done = transaction.begin({}); !done)
        return done;
    if (const auto done = (*session)->insert(usersEntity(), batch, rows, &result); !done)
        return done;
    FaultyDisk::failAt(failAt, SQLITE_IOERR_FSYNC, false);
    return doneOf(transaction.commit());
}

Expected<void, SqlError> queryRows(Backend &backend, long failAt)
{
    FaultyDisk::failAt(failAt, SQLITE_IOERR_FSYNC, false);
    const auto done =
        backend.query(QStringLiteral("INSERT INTO users(name) VALUES('a'), ('b'), ('c')"), true);
    return doneOf(done);
}

/// How many rows a program finds that opens the file after this one was killed.
std::string rowsAfterKill(const DbFixture &fixture)
{
    const QTemporaryDir after;
    for (const char *part : {"", "-wal", "-journal"}) {
        const QString name = QStringLiteral("users.db") + QLatin1String(part);
        if (QFile::exists(fixture.path(name)) && !QFile::copy(fixture.path(name), after.filePath(name)))
            return "cannot be copied";
    }
    return RawDatabase(after.filePath(QStringLiteral("users.db"))).value("SELECT count(*) FROM users");
}

} // namespace

/// The program is killed right after a COMMIT of which some call failed: the next one to open the file finds
/// what was told.
void TestSqliteFaults::failedCommitDoesNotComeBack()
{
    QFETCH(JournalMode, journal);
    QFETCH(bool, query);
    QFETCH(bool, mayBeUnknown);
    DatabaseProfile profile = profileWith(Synchronous::Full);
    profile.sqlite().journalMode = journal;
    int failed = 0;
    int unknown = 0;
    bool struck = true;
    for (long operation = 1; struck; ++operation) {
        DbFixture fixture(profile);
        VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
        const SqlError error =
            errorOf(query ? queryRows(*fixture.backend, operation) : commitRows(*fixture.backend, operation));
        struck = FaultyDisk::hasStruck();
        FaultyDisk::mend();
        const std::string count = rowsAfterKill(fixture);
        failed += error.isNone() ? 0 : 1;
        const bool isUnknown = error.errorClass == ErrorClass::CommitUnknown;
        unknown += isUnknown ? 1 : 0;
        QVERIFY2(count == (!error.isNone() && !isUnknown ? "0" : "3"),
                 qPrintable(QStringLiteral("operation %1: %2 rows, %3")
                                .arg(operation)
                                .arg(QString::fromStdString(count), error.sentence)));
    }
    QVERIFY(failed >= 2);
    QCOMPARE(unknown > 0, mayBeUnknown);
}

void TestSqliteFaults::fullDisk()
{
    constexpr int DiskKibibytes = 4096;
    int full = 0;
    for (int kibibytes = 100; kibibytes <= 700; kibibytes += 20) {
        DbFixture fixture;
        const SmallDisk small(fixture.directory.path(), DiskKibibytes);
        if (!small.isMounted())
            QSKIP("needs the right to mount");
        runSql(fixture.path(), LedgerWriter::schema());
        QFile filler(fixture.path(QStringLiteral("filler")));
        QVERIFY(filler.open(QIODevice::WriteOnly));
        const QByteArray content((DiskKibibytes - kibibytes) * 1024, 'x');
        QCOMPARE(filler.write(content), content.size());
        filler.close();
        int committed = 0;
        if (const auto done = LedgerWriter::write(*fixture.backend, &committed); !done) {
            QVERIFY2(done.error().errorClass == ErrorClass::Full, qPrintable(done.error().sentence));
            QVERIFY(done.error().sentence.contains(fixture.path()));
            ++full;
        }
        QCOMPARE(trouble(fixture, committed), QString());
        QVERIFY(filler.remove());
        QCOMPARE(troubleAfterGoingOn(fixture), QString());
        fixture.backend.reset(); // before the disk goes
        fixture.databases.reset();
    }
    QVERIFY(full > 5);
}

QTEST_GUILESS_MAIN(TestSqliteFaults)
#include "tst_sqlitefaults.moc"
