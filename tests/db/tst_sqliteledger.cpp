// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/ledger.h"
#include "db/transaction.h"
#include "support/dbfixture.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestSqliteLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isEmptyWithoutTables();
    void tablesAreMadeOnceInAnyFile();
    void loadsComeBackNewestFirst();
    void batchesComeBackInOrder();
    void batchesAddUp();
    void rolledBackBatchIsNotThere();
    void sameBatchTwiceIsRefused();
    void finishedLoadKeepsItsHash();
    void droppedLoadIsGone();
    void unknownLoadIsAnError();
    void somebodyElsesTablesAreRefused_data();
    void somebodyElsesTablesAreRefused();
    void damagedContentIsAnError_data();
    void damagedContentIsAnError();
    void bigNumbersAreExact();
    void olderTablesGoOn();
    void olderTablesAreReadAsTheyAre();
    void tablesAreBroughtUpInTheTransaction();
    void loadsHaveTheirVersion();
    void newerLoadsAreKnownAndLeftAlone();

private:
    std::unique_ptr<Session> openSession();
    QString value(const QString &sql) const { return runSql(m_fixture->path(), sql); }

    std::unique_ptr<DbFixture> m_fixture;
};

namespace {

LedgerEntry someLoad(char id)
{
    LedgerEntry load;
    load.id = QByteArray(16, id);
    load.file = QStringLiteral("/data/große %1.csv");
    load.size = 1234567890123;
    load.entity = QStringLiteral("users");
    load.table = QStringLiteral("users");
    load.plan = QByteArray("{\"a\":\"\0\"}", 9);
    load.rejectedFile = QStringLiteral("/data/x.rejected.csv");
    load.reasonsFile = QStringLiteral("/data/x.reasons.csv");
    load.started = QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
    return load;
}

LedgerBatch someBatch(qint64 number)
{
    LedgerBatch batch;
    batch.number = number;
    batch.endOffset = (number + 1) * 1'000'000'000'000;
    batch.hash = 0xfedcba9876543210U + static_cast<quint64>(number);
    batch.counts = {100, 10, 5, 1};
    batch.rejectedBytes = 77;
    batch.reasonsBytes = 99;
    batch.keys = encodeKeys({1, 2, 3});
    batch.rowHashes = QByteArray("\0\1\2\3", 4);
    return batch;
}

bool isSame(const LedgerEntry &one, const LedgerEntry &other)
{
    return one.id == other.id && one.file == other.file && one.size == other.size
        && one.contentHash == other.contentHash && one.entity == other.entity && one.table == other.table
        && one.plan == other.plan && one.rejectedFile == other.rejectedFile
        && one.reasonsFile == other.reasonsFile && one.started == other.started
        && one.finished == other.finished && one.state == other.state;
}

/// As the first Weir that had a ledger made it.
QString withoutLaterColumns()
{
    return QStringLiteral("ALTER TABLE weir_load DROP COLUMN definition; "
                          "ALTER TABLE weir_load DROP COLUMN version; "
                          "ALTER TABLE weir_ledger DROP COLUMN read_back; "
                          "ALTER TABLE weir_ledger DROP COLUMN updated");
}

Expected<void, SqlError> beginWithBatch(Ledger &ledger, char id)
{
    const auto done = ledger.begin(someLoad(id));
    return done ? ledger.add(QByteArray(16, id), someBatch(0)) : done;
}

Expected<void, SqlError> inTransaction(Session &session,
                                       const std::function<Expected<void, SqlError>(Ledger &)> &change)
{
    Transaction transaction(session);
    if (const auto done = transaction.begin({}); !done)
        return done;
    if (const auto done = change(session.ledger()); !done)
        return done;
    return doneOf(transaction.commit());
}

} // namespace

void TestSqliteLedger::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<DbFixture>();
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
}

void TestSqliteLedger::cleanup()
{
    m_fixture.reset();
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

std::unique_ptr<Session> TestSqliteLedger::openSession()
{
    auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    if (!session)
        qFatal("%s", qPrintable(session.error().sentence));
    return std::move(*session);
}

void TestSqliteLedger::isEmptyWithoutTables()
{
    const auto session = openSession();
    const auto loads = session->ledger().loads();
    QVERIFY(loads);
    QVERIFY(loads->isEmpty());
    const QString tables = QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'weir%'");
    QCOMPARE(runSql(m_fixture->path(), tables), QStringLiteral("0"));
}

void TestSqliteLedger::tablesAreMadeOnceInAnyFile()
{
    DbFixture foreign;
    runSql(foreign.path(), QStringLiteral("PRAGMA user_version=7; CREATE TABLE theirs(a)"));
    VERIFY_DONE(foreign.backend->prepare({usersEntity()}));
    auto session = foreign.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    VERIFY_DONE(makeLedger(**session));
    const QString version = QStringLiteral("PRAGMA schema_version");
    const QString before = runSql(foreign.path(), version);
    VERIFY_DONE(makeLedger(**session));
    QCOMPARE(runSql(foreign.path(), version), before);
    QCOMPARE(runSql(foreign.path(), QStringLiteral("PRAGMA user_version")), QStringLiteral("7"));
    VERIFY_DONE(inTransaction(**session, [](Ledger &ledger) { return ledger.begin(someLoad('a')); }));
}

void TestSqliteLedger::loadsComeBackNewestFirst()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    for (const char id : {'a', 'b', 'c'})
        VERIFY_DONE(inTransaction(*session, [id](Ledger &ledger) { return ledger.begin(someLoad(id)); }));
    const auto loads = session->ledger().loads();
    QVERIFY(loads);
    QCOMPARE(loads->size(), 3);
    QVERIFY(isSame(loads->at(0), someLoad('c')));
    QVERIFY(isSame(loads->at(1), someLoad('b')));
    QVERIFY(isSame(loads->at(2), someLoad('a')));
    QCOMPARE(loads->at(0).batches, 0);
    QCOMPARE(loads->at(0).counts, Counts{});
}

void TestSqliteLedger::batchesComeBackInOrder()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) { return ledger.begin(someLoad('a')); }));
    for (qint64 number = 0; number < 3; ++number) {
        VERIFY_DONE(inTransaction(*session, [number](Ledger &ledger) {
            return ledger.add(QByteArray(16, 'a'), someBatch(number));
        }));
    }
    const auto batches = session->ledger().batches(QByteArray(16, 'a'));
    QVERIFY(batches);
    QCOMPARE(batches->size(), 3);
    for (qint64 number = 0; number < 3; ++number) {
        const LedgerBatch &batch = batches->at(number);
        const LedgerBatch expected = someBatch(number);
        QCOMPARE(batch.number, number);
        QCOMPARE(batch.endOffset, expected.endOffset);
        QCOMPARE(batch.hash, expected.hash);
        QCOMPARE(batch.counts, expected.counts);
        QCOMPARE(batch.rejectedBytes, expected.rejectedBytes);
        QCOMPARE(batch.reasonsBytes, expected.reasonsBytes);
    }
}

void TestSqliteLedger::batchesAddUp()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    for (const char id : {'a', 'b'}) {
        VERIFY_DONE(inTransaction(*session, [id](Ledger &ledger) {
            auto done = ledger.begin(someLoad(id));
            for (qint64 number = 0; number < 4 && done; ++number)
                done = ledger.add(QByteArray(16, id), someBatch(number));
            return done;
        }));
    }
    const auto loads = session->ledger().loads();
    QVERIFY(loads);
    for (const LedgerEntry &load : *loads) {
        QCOMPARE(load.batches, 4);
        QCOMPARE(load.counts, (Counts{400, 40, 20, 4}));
    }
}

void TestSqliteLedger::rolledBackBatchIsNotThere()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) { return ledger.begin(someLoad('a')); }));
    VERIFY_DONE(session->begin({}));
    VERIFY_DONE(session->ledger().add(QByteArray(16, 'a'), someBatch(0)));
    VERIFY_DONE(session->rollback());
    const auto batches = session->ledger().batches(QByteArray(16, 'a'));
    QVERIFY(batches);
    QVERIFY(batches->isEmpty());
}

void TestSqliteLedger::sameBatchTwiceIsRefused()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    const SqlError error = errorOf(inTransaction(*session, [](Ledger &ledger) {
        auto first = ledger.begin(someLoad('a'));
        if (first)
            first = ledger.add(QByteArray(16, 'a'), someBatch(0));
        return first ? ledger.add(QByteArray(16, 'a'), someBatch(0)) : first;
    }));
    QCOMPARE(error.errorClass, ErrorClass::Constraint);
    QVERIFY(session->ledger().loads()->isEmpty());
}

void TestSqliteLedger::finishedLoadKeepsItsHash()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    const QDateTime when(QDate(2026, 2, 3), QTime(5, 0), Qt::UTC);
    const QByteArray hash("\0hash", 5);
    VERIFY_DONE(inTransaction(*session, [&](Ledger &ledger) {
        const auto done = ledger.begin(someLoad('a'));
        return done ? ledger.finish(QByteArray(16, 'a'), hash, when) : done;
    }));
    const auto loads = session->ledger().loads();
    QVERIFY(loads);
    QCOMPARE(loads->constFirst().state, LoadState::Finished);
    QCOMPARE(loads->constFirst().contentHash, hash);
    QCOMPARE(loads->constFirst().finished, when);
}

void TestSqliteLedger::droppedLoadIsGone()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) {
        Expected<void, SqlError> done;
        for (const char id : {'a', 'b'}) {
            if (done)
                done = ledger.begin(someLoad(id));
            if (done)
                done = ledger.add(QByteArray(16, id), someBatch(0));
        }
        return done ? ledger.drop(QByteArray(16, 'a')) : done;
    }));
    const auto loads = session->ledger().loads();
    QVERIFY(loads);
    QCOMPARE(loads->size(), 1);
    QCOMPARE(loads->constFirst().id, QByteArray(16, 'b'));
    QCOMPARE(runSql(m_fixture->path(), QStringLiteral("SELECT count(*) FROM weir_ledger")),
             QStringLiteral("1"));
}

void TestSqliteLedger::unknownLoadIsAnError()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    const QByteArray unknown(16, 'x');
    const QList<std::function<Expected<void, SqlError>(Ledger &)>> changes{
        [&](Ledger &ledger) { return ledger.add(unknown, someBatch(0)); },
        [&](Ledger &ledger) { return ledger.finish(unknown, {}, QDateTime::currentDateTimeUtc()); },
        [&](Ledger &ledger) { return ledger.drop(unknown); },
    };
    for (const auto &change : changes) {
        const SqlError error = errorOf(inTransaction(*session, change));
        QVERIFY(!error.isNone() && !error.concernsRowOnly());
        QVERIFY(error.sentence.contains(m_fixture->path()));
    }
}

void TestSqliteLedger::somebodyElsesTablesAreRefused_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *sql) {
        QTest::newRow(name) << QString::fromLatin1(sql);
    };
    row("view", "ALTER TABLE weir_load RENAME TO l; CREATE VIEW weir_load AS SELECT * FROM l");
    row("view that can be written",
        "ALTER TABLE weir_load RENAME TO l; CREATE VIEW weir_load AS SELECT * FROM l; "
        "CREATE TRIGGER t INSTEAD OF INSERT ON weir_load BEGIN DELETE FROM users; END");
    row("view alone", "DROP TABLE weir_load; DROP TABLE weir_ledger; CREATE VIEW weir_load AS SELECT 1");
    row("virtual table", "DROP TABLE weir_load; CREATE VIRTUAL TABLE weir_load USING fts5(id, file)");
    row("trigger", "CREATE TRIGGER t AFTER INSERT ON weir_load BEGIN DELETE FROM users; END");
    row("trigger on batches",
        "CREATE TRIGGER t BEFORE DELETE ON weir_ledger BEGIN SELECT RAISE(IGNORE); END");
    row("trigger on a column",
        "CREATE TRIGGER t AFTER UPDATE OF state ON weir_load BEGIN DELETE FROM users; END");
    row("trigger on a column of batches",
        "CREATE TRIGGER t AFTER UPDATE OF undone ON weir_ledger BEGIN DELETE FROM users; END");
    row("cascade of a column",
        "CREATE UNIQUE INDEX i ON weir_load(state); "
        "CREATE TABLE c(s REFERENCES weir_load(state) ON UPDATE CASCADE)");
    row("cascade", "CREATE TABLE c(n REFERENCES weir_load ON DELETE CASCADE)");
    row("column missing", "ALTER TABLE weir_load DROP COLUMN plan");
    row("column computed",
        "ALTER TABLE weir_load DROP COLUMN plan; ALTER TABLE weir_load ADD COLUMN plan AS (1)");
    row("no key",
        "DROP TABLE weir_ledger; CREATE TABLE weir_ledger(load, number, end_offset, hash, inserted, "
        "rejected, "
        "failed, cancelled, rejected_bytes, reasons_bytes, undone, keys, row_hashes)");
    row("without row numbers",
        "DROP TABLE weir_load; CREATE TABLE weir_load(number INTEGER PRIMARY KEY, id, file, size, "
        "content_hash, "
        "entity, table_name, columns, plan, rejected_file, reasons_file, started, finished, state) "
        "WITHOUT ROWID");
}

void TestSqliteLedger::somebodyElsesTablesAreRefused()
{
    QFETCH(const QString, sql);
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    runSql(m_fixture->path(), sql + QStringLiteral("; INSERT INTO users(name) VALUES('kept')"));
    const SqlError made = errorOf(makeLedger(*session));
    QCOMPARE(made.errorClass, ErrorClass::Schema);
    QVERIFY2(made.sentence.contains(QStringLiteral("are not Weir's")), qPrintable(made.sentence));
    const auto loads = session->ledger().loads();
    QVERIFY(!loads);
    QCOMPARE(loads.error().sentence, made.sentence);
    QCOMPARE(runSql(m_fixture->path(), QStringLiteral("SELECT count(*) FROM users")), QStringLiteral("1"));
}

void TestSqliteLedger::damagedContentIsAnError_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *sql) {
        QTest::newRow(name) << QString::fromLatin1(sql);
    };
    row("short id", "UPDATE weir_load SET id=x'00'");
    row("id as text", "UPDATE weir_load SET id='0123456789abcdef'");
    row("size", "UPDATE weir_load SET size=-2");
    row("size as text", "UPDATE weir_load SET size='many'");
    row("state", "UPDATE weir_load SET state='ended'");
    row("long name", "UPDATE weir_load SET file=printf('%.*c', 100000, 'x')");
    row("long plan", "UPDATE weir_load SET plan=zeroblob(10000000)");
    row("plan as a number", "UPDATE weir_load SET plan=7");
    row("negative count", "UPDATE weir_ledger SET inserted=-1");
    row("huge count", "UPDATE weir_ledger SET rejected=9223372036854775807");
    row("fraction", "UPDATE weir_ledger SET failed=1.5");
    row("negative length", "UPDATE weir_ledger SET rejected_bytes=-1");
    row("huge offset", "UPDATE weir_ledger SET end_offset=9223372036854775807 WHERE number=1");
    row("negative number", "UPDATE weir_ledger SET number=-5 WHERE number=0");
    row("keys as text", "UPDATE weir_ledger SET keys='abc'");
    row("version", "UPDATE weir_load SET version=-1");
    row("version as text", "UPDATE weir_load SET version='new'");
    row("definition as bytes", "UPDATE weir_load SET definition=x'00'");
}

void TestSqliteLedger::damagedContentIsAnError()
{
    QFETCH(const QString, sql);
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) {
        auto done = ledger.begin(someLoad('a'));
        for (qint64 number = 0; number < 2 && done; ++number)
            done = ledger.add(QByteArray(16, 'a'), someBatch(number));
        return done;
    }));
    QVERIFY(session->ledger().loads());
    runSql(m_fixture->path(), sql);
    const auto loads = session->ledger().loads();
    QVERIFY(!loads);
    QVERIFY2(loads.error().sentence.contains(m_fixture->path()), qPrintable(loads.error().sentence));
    QVERIFY(loads.error().sentence.contains(QStringLiteral("damaged")));
}

void TestSqliteLedger::bigNumbersAreExact()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) {
        auto done = ledger.begin(someLoad('a'));
        for (qint64 number = 0; number < 3 && done; ++number)
            done = ledger.add(QByteArray(16, 'a'), someBatch(number));
        return done;
    }));
    runSql(m_fixture->path(), QStringLiteral("UPDATE weir_ledger SET inserted=1099511627775"));
    QCOMPARE(session->ledger().loads()->constFirst().counts.inserted, 3 * 1099511627775);
    runSql(m_fixture->path(), QStringLiteral("DELETE FROM weir_ledger WHERE number=1")); // a gap
    QVERIFY(session->ledger().loads());
    QVERIFY(!session->ledger().batches(QByteArray(16, 'a')));
}

void TestSqliteLedger::olderTablesGoOn()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    runSql(m_fixture->path(),
           QStringLiteral("ALTER TABLE weir_load DROP COLUMN definition; "
                          "ALTER TABLE weir_ledger DROP COLUMN read_back"));
    QVERIFY(session->ledger().loads());
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) {
        auto done = ledger.makeTables();
        if (done)
            done = ledger.begin(someLoad('a'));
        return done ? ledger.add(QByteArray(16, 'a'), someBatch(0)) : done;
    }));
    QCOMPARE(session->ledger().loads()->constFirst().batches, 1);

    runSql(m_fixture->path(),
           QStringLiteral("ALTER TABLE weir_load DROP COLUMN definition; DROP TABLE weir_ledger"));
    QVERIFY(session->ledger().loads()->isEmpty());
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) { return ledger.begin(someLoad('b')); }));
    QCOMPARE(session->ledger().loads()->size(), 2);
}

void TestSqliteLedger::olderTablesAreReadAsTheyAre()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) { return beginWithBatch(ledger, 'a'); }));
    runSql(m_fixture->path(), withoutLaterColumns());
    const QString schema = value(QStringLiteral("PRAGMA schema_version"));
    const auto loads = session->ledger().loads();
    QVERIFY(loads);
    QCOMPARE(loads->size(), 1);
    QCOMPARE(loads->constFirst().counts, (Counts{100, 10, 5, 1}));
    const auto batches = session->ledger().batches(QByteArray(16, 'a'));
    QVERIFY(batches);
    QCOMPARE(batches->size(), 1);
    QCOMPARE(batches->constFirst().counts, (Counts{100, 10, 5, 1}));
    QCOMPARE(value(QStringLiteral("PRAGMA schema_version")), schema);
}

void TestSqliteLedger::tablesAreBroughtUpInTheTransaction()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    runSql(m_fixture->path(), withoutLaterColumns());
    const QString columns = QStringLiteral("SELECT group_concat(sql) FROM sqlite_schema WHERE name LIKE "
                                           "'weir%' AND type='table'");
    const QString before = value(columns);
    VERIFY_DONE(session->begin({}));
    VERIFY_DONE(session->ledger().makeTables());
    VERIFY_DONE(beginWithBatch(session->ledger(), 'a'));
    QCOMPARE(value(columns), before); // for everybody else
    VERIFY_DONE(session->rollback());
    QCOMPARE(value(columns), before);
    QVERIFY(session->ledger().loads()->isEmpty());

    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) {
        const auto done = ledger.makeTables();
        return done ? beginWithBatch(ledger, 'a') : done;
    }));
    for (const char *column : {"definition", "version", "read_back", "updated"})
        QVERIFY2(value(columns).contains(QLatin1String(column)), column);
    QCOMPARE(session->ledger().loads()->size(), 1);
}

void TestSqliteLedger::loadsHaveTheirVersion()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) { return ledger.begin(someLoad('a')); }));
    QCOMPARE(value(QStringLiteral("SELECT typeof(version)||version FROM weir_load")),
             QStringLiteral("integer1"));
}

void TestSqliteLedger::newerLoadsAreKnownAndLeftAlone()
{
    const auto session = openSession();
    VERIFY_DONE(makeLedger(*session));
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) {
        const auto done = beginWithBatch(ledger, 'a');
        return done ? beginWithBatch(ledger, 'b') : done;
    }));
    runSql(m_fixture->path(),
           QStringLiteral("UPDATE weir_load SET version=2 WHERE id=x'%1'")
               .arg(QString::fromLatin1(QByteArray(16, 'a').toHex())));
    QCOMPARE(session->ledger().loads()->size(), 2);
    QVERIFY(session->ledger().batches(QByteArray(16, 'b')));
    const auto batches = session->ledger().batches(QByteArray(16, 'a'));
    QVERIFY(!batches);
    QVERIFY2(batches.error().sentence.contains(QStringLiteral("newer Weir")),
             qPrintable(batches.error().sentence));
    VERIFY_DONE(session->begin({}));
    const auto undone = session->ledger().undoLast(QByteArray(16, 'a'));
    QVERIFY(!undone);
    QCOMPARE(undone.error().sentence, batches.error().sentence);
    VERIFY_DONE(session->rollback());
    VERIFY_DONE(inTransaction(*session, [](Ledger &ledger) { return ledger.drop(QByteArray(16, 'a')); }));
    QCOMPARE(session->ledger().loads()->size(), 1);
}

QTEST_GUILESS_MAIN(TestSqliteLedger)
#include "tst_sqliteledger.moc"
