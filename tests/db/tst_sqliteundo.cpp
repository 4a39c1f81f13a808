// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/ledger.h"
#include "db/rowhash.h"
#include "db/transaction.h"
#include "support/dbfixture.h"
#include "support/rowmaker.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>
#include <QtEndian>

#include <numeric>

using namespace Weir;
using namespace Weir::Test;

class TestSqliteUndo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void removesExactlyTheLoadsRows_data();
    void removesExactlyTheLoadsRows();
    void valuesOfAnyKindAreKnownAgain_data();
    void valuesOfAnyKindAreKnownAgain();
    void leavesWhatWasChanged_data();
    void leavesWhatWasChanged();
    void saysWhatIsGone();
    void leavesWhatTheDatabaseKeeps_data();
    void leavesWhatTheDatabaseKeeps();
    void rowsThatReferToEachOtherGo();
    void triggersMayAddRows_data();
    void triggersMayAddRows();
    void goesOnWhereItStopped();
    void triesAgainWhatWasRefused();
    void refusesWithoutHashes();
    void examplesAreFew();

private:
    void open(const QString &schema, const Entity &entity);
    void load(const Entity &entity, const QList<RowBatch> &batches, bool withHashes = true);
    UndoResult undo();
    QString value(const QString &sql) const { return runSql(m_fixture->path(), sql); }

    std::unique_ptr<DbFixture> m_fixture;
    std::unique_ptr<Session> m_session;
    const QByteArray m_id = QByteArray(16, 'u');
};

namespace {

std::vector<int> allRows(const RowBatch &batch)
{
    std::vector<int> rows(static_cast<std::size_t>(batch.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QByteArray hashesOf(const Entity &entity, const RowBatch &batch, const InsertResult &result)
{
    const RowHasher hasher(entity);
    QByteArray hashes;
    auto failure = result.failures.begin();
    for (int row = 0; row < batch.rowCount(); ++row) {
        if (failure != result.failures.end() && failure->index == row) {
            ++failure;
            continue;
        }
        const quint32 hash = qToLittleEndian(hasher.hash(batch, row));
        hashes.append(reinterpret_cast<const char *>(&hash), sizeof hash);
    }
    return hashes;
}

RowBatch users(int first, int count)
{
    RowBatch batch(3);
    for (int row = 0; row < count; ++row)
        batch.appendRow(row + 1, plainRow(first + row));
    return batch;
}

} // namespace

void TestSqliteUndo::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteUndo::cleanup()
{
    m_session.reset();
    m_fixture.reset();
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteUndo::open(const QString &schema, const Entity &entity)
{
    m_session.reset();
    DatabaseProfile profile = usersProfile();
    profile.sqlite().foreignKeys = true;
    m_fixture = std::make_unique<DbFixture>(profile);
    if (!schema.isEmpty())
        runSql(m_fixture->path(), schema);
    VERIFY_DONE(m_fixture->backend->prepare({entity}));
    auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    m_session = std::move(*session);
    VERIFY_DONE(makeLedger(*m_session));
}

void TestSqliteUndo::load(const Entity &entity, const QList<RowBatch> &batches, bool withHashes)
{
    LedgerEntry load;
    load.id = m_id;
    load.table = entity.table;
    load.columns = RowHasher::columns(entity);
    for (qsizetype number = 0; number < batches.size(); ++number) {
        const RowBatch &batch = batches.at(number);
        Transaction transaction(*m_session);
        VERIFY_DONE(transaction.begin({}));
        if (number == 0)
            VERIFY_DONE(m_session->ledger().begin(load));
        InsertResult result;
        VERIFY_DONE(m_session->insert(entity, batch, allRows(batch), &result));
        LedgerBatch entry;
        entry.number = number;
        entry.counts.inserted = static_cast<qint64>(result.keys.size());
        entry.keys = encodeKeys(result.keys);
        if (withHashes)
            entry.rowHashes = hashesOf(entity, batch, result);
        VERIFY_DONE(m_session->ledger().add(m_id, entry));
        VERIFY_DONE(transaction.commit());
    }
}

UndoResult TestSqliteUndo::undo()
{
    UndoResult sum;
    for (qint64 before = Ledger::AfterAllBatches;;) {
        Transaction transaction(*m_session);
        const SqlError begun = errorOf(transaction.begin({}));
        const auto result = m_session->ledger().undoLast(m_id, before);
        if (!begun.isNone() || !result) {
            qWarning("%s", qPrintable(result ? begun.sentence : result.error().sentence));
            return sum;
        }
        if (!*result)
            return sum;
        sum += (*result)->result;
        before = (*result)->number;
        if (const auto done = transaction.commit(); !done)
            qWarning("%s", qPrintable(done.error().sentence));
    }
}

void TestSqliteUndo::removesExactlyTheLoadsRows_data()
{
    QTest::addColumn<QString>("schema");
    const QString table =
        QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT %1, amount %2, count %3)");
    QTest::newRow("Weir's own") << QString();
    QTest::newRow("unique") << table.arg(QStringLiteral("UNIQUE"), QStringLiteral("REAL"),
                                         QStringLiteral("INTEGER"));
    QTest::newRow("UTF-16") << QStringLiteral("PRAGMA encoding='UTF-16le';")
            + table.arg(QString(), QStringLiteral("REAL"), QStringLiteral("INTEGER"));
    QTest::newRow("numeric") << table.arg(QString(), QStringLiteral("NUMERIC"), QStringLiteral("NUMERIC"));
    QTest::newRow("no types") << table.arg(QString(), QString(), QString());
    QTest::newRow("strict") << table.arg(QString(), QStringLiteral("ANY"), QStringLiteral("INTEGER"))
            + QStringLiteral(" STRICT");
}

void TestSqliteUndo::removesExactlyTheLoadsRows()
{
    QFETCH(QString, schema);
    const Entity entity = wideEntity();
    for (unsigned seed = 1; seed <= 6; ++seed) {
        open(schema, entity);
        RowMaker maker(seed, RowMaker::Numbers::Valid);
        VERIFY_DONE(
            m_fixture->insertRows(entity, {{QStringLiteral("-1000"), QStringLiteral("before"), {}, {}}}));
        load(entity, {maker.batch(300), maker.batch(200), maker.batch(5)});
        VERIFY_DONE(m_fixture->insertRows(entity, {{QString(), QStringLiteral("after"), {}, {}}}));
        const qint64 rows = m_fixture->count(entity);
        QVERIFY(rows > 100);
        const UndoResult result = undo();
        QCOMPARE(result.removed, rows - 2);
        QCOMPARE(result.changed + result.gone + result.refused, 0);
        QVERIFY(result.examples.isEmpty());
        QCOMPARE(value(QStringLiteral("SELECT group_concat(name) FROM (SELECT name FROM t ORDER BY id)")),
                 QStringLiteral("before,after"));
        QCOMPARE(m_session->ledger().loads()->constFirst().state, LoadState::Undone);
    }
}

void TestSqliteUndo::valuesOfAnyKindAreKnownAgain_data()
{
    QTest::addColumn<QStringList>("row");
    const auto row = [](const char *name, const QString &text, const QString &amount, const QString &count) {
        QTest::newRow(name) << QStringList{QString(), text, amount, count};
    };
    row("empty", {}, {}, {});
    row("text like a number", QStringLiteral("007"), QStringLiteral("1"), QStringLiteral("1"));
    row("text", QStringLiteral("é 😀 \n"), QStringLiteral("0.1"), QStringLiteral("-1"));
    row("integral", QStringLiteral("x"), QStringLiteral("1000.0"), QStringLiteral("9223372036854775807"));
    row("beyond 2^53", QStringLiteral("x"), QStringLiteral("9007199254740993"),
        QStringLiteral("9007199254740993"));
    row("beyond 2^63", QStringLiteral("x"), QStringLiteral("9223372036854775808"),
        QStringLiteral("-9223372036854775808"));
    row("minus 2^63", QStringLiteral("x"), QStringLiteral("-9223372036854775808"), QStringLiteral("0"));
    row("minus nought", QStringLiteral("x"), QStringLiteral("-0.0"), QStringLiteral("-0"));
    row("tiny", QStringLiteral("x"), QStringLiteral("5e-324"), QStringLiteral("0"));
    row("huge", QStringLiteral("x"), QStringLiteral("1.7976931348623157e308"), QStringLiteral("0"));
}

void TestSqliteUndo::valuesOfAnyKindAreKnownAgain()
{
    QFETCH(QStringList, row);
    const Entity entity = wideEntity();
    for (const char *type : {"REAL", "NUMERIC", ""}) {
        open(QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, amount %1, count INTEGER)")
                 .arg(QLatin1String(type)),
             entity);
        RowBatch batch(4);
        batch.appendRow(1, row);
        load(entity, {batch});
        QCOMPARE(undo().removed, 1);
        QCOMPARE(m_fixture->count(entity), 0);
    }
}

void TestSqliteUndo::leavesWhatWasChanged_data()
{
    QTest::addColumn<QString>("change");
    QTest::newRow("text") << QStringLiteral("UPDATE users SET name='other' WHERE id=2");
    QTest::newRow("one letter") << QStringLiteral("UPDATE users SET name='user 2' WHERE id=2");
    QTest::newRow("to NULL") << QStringLiteral("UPDATE users SET email=NULL WHERE id=2");
    QTest::newRow("swapped") << QStringLiteral("UPDATE users SET name=email, email=name WHERE id=2");
    QTest::newRow("blob") << QStringLiteral("UPDATE users SET name=CAST(name AS BLOB) WHERE id=2");
    QTest::newRow("another row") << QStringLiteral(
        "DELETE FROM users WHERE id=2; INSERT INTO users(id) VALUES(2)");
}

void TestSqliteUndo::leavesWhatWasChanged()
{
    QFETCH(QString, change);
    open({}, usersEntity());
    load(usersEntity(), {users(1, 3)});
    runSql(m_fixture->path(), change);
    const UndoResult result = undo();
    QCOMPARE(result.removed, 2);
    QCOMPARE(result.changed, 1);
    QCOMPARE(result.examples.size(), 1);
    QVERIFY(result.examples.constFirst().contains(QStringLiteral("Row 2")));
    QCOMPARE(value(QStringLiteral("SELECT group_concat(id) FROM users")), QStringLiteral("2"));
}

void TestSqliteUndo::saysWhatIsGone()
{
    open({}, usersEntity());
    load(usersEntity(), {users(1, 10)});
    runSql(m_fixture->path(), QStringLiteral("DELETE FROM users WHERE id IN (3, 4)"));
    const UndoResult result = undo();
    QCOMPARE(result.removed, 8);
    QCOMPARE(result.gone, 2);
}

void TestSqliteUndo::leavesWhatTheDatabaseKeeps_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *schema, const char *reason) {
        QTest::newRow(name) << QString::fromUtf8(schema) << QString::fromUtf8(reason);
    };
    row("trigger refuses",
        "CREATE TRIGGER g BEFORE DELETE ON users WHEN OLD.id=2 BEGIN SELECT RAISE(ABORT, 'kept'); END",
        "kept");
    row("trigger ignores",
        "CREATE TRIGGER g BEFORE DELETE ON users WHEN OLD.id=2 BEGIN SELECT RAISE(IGNORE); END", "trigger");
    row("later trigger fails",
        "CREATE TRIGGER g AFTER DELETE ON users WHEN OLD.id=2 BEGIN SELECT RAISE(FAIL, 'kept'); END", "kept");
    row("trigger deletes",
        "CREATE TABLE c(u); INSERT INTO c VALUES(2); "
        "CREATE TRIGGER tidy AFTER DELETE ON users BEGIN DELETE FROM c WHERE u=OLD.id; END",
        "\"tidy\"");
    row("trigger changes",
        "CREATE TABLE c(u); INSERT INTO c VALUES(2); "
        "CREATE TRIGGER forget BEFORE DELETE ON users BEGIN UPDATE c SET u=NULL WHERE u=OLD.id; END",
        "\"forget\"");
    row("foreign key", "CREATE TABLE c(u REFERENCES users); INSERT INTO c VALUES(2)", "FOREIGN KEY");
    row("deferred foreign key",
        "CREATE TABLE c(u REFERENCES users DEFERRABLE INITIALLY DEFERRED); INSERT INTO c VALUES(2)", "refer");
    row("cascade", "CREATE TABLE c(u REFERENCES users ON DELETE CASCADE); INSERT INTO c VALUES(2)", "refer");
    row("cascade behind tables of the functions' names",
        "CREATE TABLE pragma_foreign_keys(foreign_keys); CREATE TABLE pragma_table_list(name, schema);"
        "CREATE TABLE pragma_foreign_key_list(a);"
        "CREATE TABLE c(u REFERENCES users ON DELETE CASCADE); INSERT INTO c VALUES(2)",
        "refer");
    row("cascade by another column",
        "CREATE UNIQUE INDEX i ON users(email, name);"
        "CREATE TABLE c(u, n, e, FOREIGN KEY(e, n) REFERENCES users(email, name) ON DELETE CASCADE); "
        "INSERT INTO c SELECT id, name, email FROM users WHERE id=2; INSERT INTO c(n) SELECT name FROM users",
        "refer");
    row("set null", "CREATE TABLE c(u REFERENCES users ON DELETE SET NULL); INSERT INTO c VALUES(2)",
        "refer");
}

void TestSqliteUndo::leavesWhatTheDatabaseKeeps()
{
    QFETCH(QString, schema);
    QFETCH(QString, reason);
    open({}, usersEntity());
    load(usersEntity(), {users(1, 3)});
    runSql(m_fixture->path(), schema);
    const UndoResult result = undo();
    QCOMPARE(result.removed, 2);
    QCOMPARE(result.refused, 1);
    QVERIFY2(result.examples.constFirst().contains(reason), qPrintable(result.examples.constFirst()));
    QVERIFY(result.examples.constFirst().contains(QStringLiteral("Row 2")));
    QCOMPARE(value(QStringLiteral("SELECT group_concat(id) FROM users")), QStringLiteral("2"));
    if (schema.contains(QStringLiteral("TABLE c")))
        QCOMPARE(value(QStringLiteral("SELECT group_concat(u) FROM c")), QStringLiteral("2"));
}

void TestSqliteUndo::rowsThatReferToEachOtherGo()
{
    const Entity entity = wideEntity();
    open(QStringLiteral(
             "CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, amount REAL, count INTEGER REFERENCES t)"),
         entity);
    RowBatch batch(4);
    for (int row = 1; row <= 30; ++row) {
        batch.appendRow(row,
                        {QString::number(row), QStringLiteral("n"), QString(),
                         row == 1 ? QString() : QString::number(row - 1)});
    }
    load(entity, {batch});
    QCOMPARE(m_fixture->count(entity), 30);
    QCOMPARE(undo().removed, 30);
    QCOMPARE(m_fixture->count(entity), 0);
}

void TestSqliteUndo::triggersMayAddRows_data()
{
    QTest::addColumn<QString>("schema");
    const QString log =
        QStringLiteral("CREATE TABLE log(x); CREATE TRIGGER g AFTER DELETE ON users BEGIN "
                       "INSERT INTO log VALUES(OLD.id); INSERT INTO log VALUES(OLD.name); END;");
    QTest::newRow("not referred to") << log;
    const QString child = QStringLiteral("CREATE TABLE c(u REFERENCES users%1);");
    QTest::newRow("by a foreign key") << log + child.arg(QString());
    QTest::newRow("by one with an action") << log + child.arg(QStringLiteral(" ON DELETE CASCADE"));
    QTest::newRow("to itself") << log
            + QStringLiteral("ALTER TABLE users ADD COLUMN boss REFERENCES users ON DELETE SET NULL;");
}

void TestSqliteUndo::triggersMayAddRows()
{
    QFETCH(QString, schema);
    open({}, usersEntity());
    load(usersEntity(), {users(1, 3)});
    runSql(m_fixture->path(), schema);
    const UndoResult result = undo();
    QCOMPARE(result.examples, QStringList());
    QCOMPARE(result.removed, 3);
    QCOMPARE(value(QStringLiteral("SELECT count(*) FROM log")), QStringLiteral("6"));
}

void TestSqliteUndo::goesOnWhereItStopped()
{
    open({}, usersEntity());
    load(usersEntity(), {users(1, 20), users(21, 20), users(41, 20)});
    {
        Transaction transaction(*m_session);
        VERIFY_DONE(transaction.begin({}));
        const auto first = m_session->ledger().undoLast(m_id);
        QVERIFY(first && *first);
        QCOMPARE((*first)->result.removed, 20);
        VERIFY_DONE(transaction.commit());
    }
    QCOMPARE(value(QStringLiteral("SELECT max(id) FROM users")), QStringLiteral("40"));
    QCOMPARE(m_session->ledger().loads()->constFirst().state, LoadState::Undone);
    {
        Transaction transaction(*m_session);
        VERIFY_DONE(transaction.begin({}));
        QVERIFY(m_session->ledger().undoLast(m_id));
    } // rolled back: as if it had not been
    QCOMPARE(undo().removed, 40);
    QCOMPARE(m_fixture->count(usersEntity()), 0);
    QCOMPARE(undo().removed, 0);
}

void TestSqliteUndo::triesAgainWhatWasRefused()
{
    open({}, usersEntity());
    load(usersEntity(), {users(1, 20), users(21, 20), users(41, 20)});
    runSql(m_fixture->path(),
           QStringLiteral("CREATE TABLE c(u REFERENCES users); "
                          "INSERT INTO c SELECT id FROM users WHERE id>40 OR id IN (3, 5, 8)"));
    const auto onRecord = [this] {
        return m_session->ledger().loads()->constFirst();
    };
    UndoResult result = undo();
    QCOMPARE(result.removed, 37);
    QCOMPARE(result.refused, 23);
    QCOMPARE(onRecord().state, LoadState::Undone);
    QCOMPARE(onRecord().batchesToUndo, 2);
    QCOMPARE(undo().refused, 23);
    runSql(m_fixture->path(),
           QStringLiteral("DELETE FROM c WHERE u<>5; UPDATE users SET name='x' WHERE id=50"));
    result = undo();
    QCOMPARE(result.removed, 21);
    QCOMPARE(result.refused, 1);
    QCOMPARE(result.changed, 1);
    runSql(m_fixture->path(), QStringLiteral("DELETE FROM c"));
    QCOMPARE(undo().removed, 1);
    QCOMPARE(value(QStringLiteral("SELECT group_concat(id) FROM users")), QStringLiteral("50"));
    result = undo(); // what was changed is told again, and goes when it is as it was
    QCOMPARE(result.changed, 1);
    QCOMPARE(result.removed + result.refused, 0);
    QCOMPARE(onRecord().batchesToUndo, 1);
    runSql(m_fixture->path(),
           QStringLiteral("UPDATE users SET name='%1' WHERE id=50").arg(plainRow(50).at(1)));
    QCOMPARE(undo().removed, 1);
    QCOMPARE(onRecord().batchesToUndo, 0);
}

void TestSqliteUndo::refusesWithoutHashes()
{
    open({}, usersEntity());
    load(usersEntity(), {users(1, 3)}, false);
    Transaction transaction(*m_session);
    VERIFY_DONE(transaction.begin({}));
    const auto result = m_session->ledger().undoLast(m_id);
    QVERIFY(!result);
    QVERIFY(result.error().sentence.contains(m_fixture->path()));
    QCOMPARE(m_fixture->count(usersEntity()), 3);
}

void TestSqliteUndo::examplesAreFew()
{
    open({}, usersEntity());
    load(usersEntity(), {users(1, 50), users(51, 50)});
    runSql(m_fixture->path(), QStringLiteral("UPDATE users SET name='x'"));
    const UndoResult result = undo();
    QCOMPARE(result.changed, 100);
    QCOMPARE(result.examples.size(), UndoResult::MaximumExamples);
}

QTEST_GUILESS_MAIN(TestSqliteUndo)
#include "tst_sqliteundo.moc"
