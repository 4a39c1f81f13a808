// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loadfixture.h"

#include <QTest>

using namespace Weir;
using namespace WeirTest;

/// Somebody changes a table, its rows or its ledger between a load and its undoing: nothing is removed that
/// is not as the load left it, and whatever stays is told.
class TestUndoChanges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tableIsAnotherOne_data();
    void tableIsAnotherOne();
    void unfilledColumns_data();
    void unfilledColumns();
    void olderLedgers_data();
    void olderLedgers();
    void tellsWhatWasRemovedBeforeItFailed();

private:
    static constexpr int Rows = 250;
    static Expected<UndoResult> undo(LoadFixture &fixture, const QByteArray &id)
    {
        LoadMonitor monitor(1);
        return Loader(*fixture.databases).undo(fixture.project, id, monitor);
    }
    static void change(const LoadFixture &fixture, const QByteArray &sql)
    {
        const RawDatabase users(fixture.path(QStringLiteral("users.db")));
        QVERIFY2(users.exec(sql.constData()), sqlite3_errmsg(users.handle()));
    }
    static QByteArray load(LoadFixture &fixture, const QByteArray &schema)
    {
        change(fixture, schema);
        fixture.add(QStringLiteral("users"), fixture.write(QStringLiteral("u.csv"), usersCsv(Rows)));
        fixture.plan.settings.batchRows = 100;
        const LoadResult result = fixture.loaded();
        return result.counts().inserted == Rows ? result.files[0].loadId : QByteArray();
    }
    static std::string count(const LoadFixture &fixture, const QByteArray &table)
    {
        return fixture.value(QStringLiteral("users.db"), ("SELECT count(*) FROM " + table).constData());
    }
};

void TestUndoChanges::tableIsAnotherOne_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("kept"); // the table that holds the rows; empty: all are removed
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *sql, const char *kept, const char *sentence) {
        QTest::newRow(name) << QByteArray(sql) << QByteArray(kept) << QString::fromLatin1(sentence);
    };
    row("renamed", "ALTER TABLE users RENAME TO people", "people", "\"people\"");
    row("renamed, another in place",
        "ALTER TABLE users RENAME TO people; CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email "
        "TEXT); INSERT INTO users SELECT id, name, email FROM people",
        "people", "\"people\"");
    row("renamed, a view in place",
        "ALTER TABLE users RENAME TO people; CREATE VIEW users AS SELECT * FROM people", "people",
        "\"people\"");
    row("copied and renamed", "CREATE TABLE people AS SELECT * FROM users; DROP TABLE users", "people",
        "no table");
    row("a view in place",
        "CREATE TABLE people AS SELECT * FROM users; DROP TABLE users; "
        "CREATE VIEW users AS SELECT * FROM people",
        "people", "not the table");
    row("a virtual table in place",
        "DROP TABLE users; CREATE VIRTUAL TABLE users USING fts5(id, name, email)", "weir_ledger",
        "not the table");
    row("column renamed", "ALTER TABLE users RENAME COLUMN email TO mail", "users", "\"email\"");
    row("column dropped", "ALTER TABLE users DROP COLUMN email", "users", "\"email\"");
    row("key renamed", "ALTER TABLE users RENAME COLUMN id TO number", "users", "\"id\"");
    row("key is a text",
        "CREATE TABLE n(id TEXT PRIMARY KEY, name TEXT, email TEXT); INSERT INTO n SELECT * FROM users; "
        "DROP TABLE users; ALTER TABLE n RENAME TO users",
        "users", "PRIMARY KEY");
    row("no key",
        "CREATE TABLE n(id INTEGER, name TEXT, email TEXT); INSERT INTO n SELECT * FROM users; "
        "DROP TABLE users; ALTER TABLE n RENAME TO users",
        "users", "PRIMARY KEY");
    row("remade", // as programs change a table's definition
        "CREATE TABLE n(id INTEGER PRIMARY KEY, name TEXT, email TEXT, more INTEGER DEFAULT 3); "
        "INSERT INTO n(id, name, email) SELECT * FROM users; DROP TABLE users; ALTER TABLE n RENAME TO users",
        "", "");
    row("vacuumed, and its twin has its row in the schema", "DROP TABLE first; VACUUM", "", "");
    row("key in other letters", "ALTER TABLE users RENAME COLUMN id TO ID", "", "");
}

void TestUndoChanges::tableIsAnotherOne()
{
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, kept);
    QFETCH(const QString, sentence);
    LoadFixture fixture;
    const QByteArray id = load(fixture,
                               "CREATE TABLE first(x); "
                               "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT); "
                               "CREATE TABLE twin(id INTEGER PRIMARY KEY, name TEXT, email TEXT)");
    change(fixture, sql);
    const std::string before = count(fixture, kept.isEmpty() ? "users" : kept);
    const auto result = undo(fixture, id);
    if (kept.isEmpty()) {
        QVERIFY2(result, qPrintable(result ? QString() : result.error().sentence));
        QCOMPARE(result->removed, Rows);
        QCOMPARE(count(fixture, "users"), std::string("0"));
        return;
    }
    QVERIFY(!result);
    QVERIFY2(result.error().sentence.contains(sentence), qPrintable(result.error().sentence));
    QCOMPARE(count(fixture, kept), before);
    QCOMPARE(fixture.value(QStringLiteral("users.db"), "SELECT state FROM weir_load"),
             std::string("finished"));
}

void TestUndoChanges::unfilledColumns_data()
{
    QTest::addColumn<QByteArray>("schema"); // before the load
    QTest::addColumn<QByteArray>("sql");    // after it
    QTest::addColumn<int>("changed");
    const auto row = [](const char *name, const char *column, const char *sql, int changed) {
        QTest::newRow(name) << "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT"
                + QByteArray(column)
                            << QByteArray(sql) << changed;
    };
    row("untouched", ", status TEXT DEFAULT 'new')", "", 0);
    row("default", ", status TEXT DEFAULT 'new')", "UPDATE users SET status='paid' WHERE id=5", 1);
    row("to NULL", ", status TEXT DEFAULT 'new')", "UPDATE users SET status=NULL WHERE id=5", 1);
    row("letters only", ", status TEXT DEFAULT 'new' COLLATE NOCASE)",
        "UPDATE users SET status='NEW' WHERE id=5", 1);
    row("no default", ", note TEXT)", "UPDATE users SET note='x' WHERE id IN (5, 6)", 2);
    row("numbers untouched",
        ", a REAL DEFAULT 5, b TEXT DEFAULT 5, c NUMERIC DEFAULT '7', d DEFAULT x'00ff', e INTEGER DEFAULT "
        "TRUE,"
        " f REAL DEFAULT -0.1, g DEFAULT (1 + 2))",
        "", 0);
    row("number", ", a REAL DEFAULT 5)", "UPDATE users SET a=5.5 WHERE id=5", 1);
    row("blob", ", a DEFAULT x'00ff')", "UPDATE users SET a=x'00fe' WHERE id=5", 1);
    row("added later", ")", "ALTER TABLE users ADD COLUMN x DEFAULT 'new'", 0);
    row("added later and set", ")",
        "ALTER TABLE users ADD COLUMN x DEFAULT 'new'; UPDATE users SET x='important' WHERE id=5", 1);
    row("unfilled and dropped", ", status TEXT DEFAULT 'new')", "ALTER TABLE users DROP COLUMN status", 0);
    row("generated", ", upper TEXT AS (upper(name)), kept TEXT AS (lower(name)) STORED)", "", 0);
    row("time untouched", ", made TEXT DEFAULT CURRENT_TIMESTAMP)", "", 0);
    row("time changed", ", made TEXT DEFAULT CURRENT_TIMESTAMP)", "UPDATE users SET made='2001' WHERE id=5",
        1);
    row("random untouched", ", token DEFAULT (hex(randomblob(8))), status DEFAULT 'new')", "", 0);
    row("random, another column", ", token DEFAULT (hex(randomblob(8))), status DEFAULT 'new')",
        "UPDATE users SET status='paid' WHERE id=5", 1);
    row("trigger untouched",
        ", status TEXT); CREATE TRIGGER g AFTER INSERT ON users BEGIN "
        "UPDATE users SET status='seen', email=upper(email) WHERE id=NEW.id; END",
        "", 0);
    row("trigger, changed",
        ", status TEXT); CREATE TRIGGER g AFTER INSERT ON users BEGIN "
        "UPDATE users SET status='seen' WHERE id=NEW.id; END",
        "UPDATE users SET status='paid' WHERE id=5", 1);
}

void TestUndoChanges::unfilledColumns()
{
    QFETCH(const QByteArray, schema);
    QFETCH(const QByteArray, sql);
    QFETCH(const int, changed);
    LoadFixture fixture;
    const QByteArray id = load(fixture, schema);
    QVERIFY(!id.isEmpty());
    change(fixture, sql);
    const auto result = undo(fixture, id);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().sentence));
    QVERIFY2(result->changed == changed, qPrintable(result->examples.join(u' ')));
    QCOMPARE(result->removed, Rows - changed);
    QCOMPARE(count(fixture, "users"), std::to_string(changed));
}

void TestUndoChanges::olderLedgers_data()
{
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<int>("changed");
    QTest::newRow("untouched") << QByteArray("status TEXT DEFAULT 'new'") << QByteArray() << 0;
    QTest::newRow("changed") << QByteArray("status TEXT DEFAULT 'new'")
                             << QByteArray("UPDATE users SET status='paid' WHERE id=5") << 1;
    QTest::newRow("nobody knows") << QByteArray("made TEXT DEFAULT CURRENT_TIMESTAMP") << QByteArray()
                                  << Rows;
}

void TestUndoChanges::olderLedgers()
{
    QFETCH(const QByteArray, column);
    QFETCH(const QByteArray, sql);
    QFETCH(const int, changed);
    LoadFixture fixture;
    const QByteArray id =
        load(fixture, "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT, " + column + ')');
    // As an older Weir leaves it.
    change(fixture,
           "ALTER TABLE weir_load DROP COLUMN definition; ALTER TABLE weir_ledger DROP COLUMN read_back");
    change(fixture, sql);
    const auto result = undo(fixture, id);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().sentence));
    QCOMPARE(result->changed, changed);
    QCOMPARE(result->removed, Rows - changed);

    // The next load adds what the ledger lacks, and knows its rows.
    fixture.plan.settings.known = LoadSettings::Known::Again;
    fixture.write(QStringLiteral("u.csv"), usersCsv(Rows, 0, 10000));
    const LoadResult again = fixture.loaded();
    QCOMPARE(again.counts().inserted, Rows);
    QCOMPARE(undo(fixture, again.files[0].loadId)->removed, Rows);
}

void TestUndoChanges::tellsWhatWasRemovedBeforeItFailed()
{
    LoadFixture fixture;
    const QByteArray id = load(fixture, "CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT)");
    change(fixture,
           "CREATE TRIGGER g BEFORE DELETE ON users WHEN OLD.id=9 BEGIN "
           "SELECT RAISE(ROLLBACK, 'kept'); END");
    const auto result = undo(fixture, id);
    QVERIFY(!result);
    QVERIFY2(result.error().sentence.contains(QStringLiteral("150")), qPrintable(result.error().sentence));
    QCOMPARE(count(fixture, "users"), std::string("100"));
}

QTEST_GUILESS_MAIN(TestUndoChanges)
#include "tst_undochanges.moc"
