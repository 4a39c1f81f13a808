// SPDX-License-Identifier: GPL-3.0-or-later
// Emptying tables and putting their rows back: exactly the rows that were taken, and nothing else changes.
#include "db/processlock.h"
#include "db/sqlite/emptying/sqlitekeptfile.h"
#include "db/sqlite/tables/sqliteschema.h"
#include "support/dbfixture.h"
#include "support/rawdatabase.h"
#include "support/readonlyplace.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Weir;
using namespace Weir::Test;
using WeirTest::RawDatabase;

namespace {

/// An entity as far as emptying cares: its table.
Entity tableNamed(const QString &table)
{
    Entity entity = usersEntity();
    entity.table = table;
    return entity;
}

QList<Entity> tablesNamed(const QString &names)
{
    QList<Entity> entities;
    for (const QString &name : names.split(u','))
        entities.append(tableNamed(name));
    return entities;
}

/// PRAGMA application_id of a file of this kind.
int idOf(const QString &kind)
{
    constexpr int OtherProgram = 5;
    if (kind == QLatin1String("foreign"))
        return OtherProgram;
    return kind == QLatin1String("database") ? SqliteSchema::ApplicationId : SqliteKeptFile::ApplicationId;
}

} // namespace

class TestSqliteEmptying : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyJournalMode_data();
    void everyJournalMode();
    void allKindsOfTablesComeBackExactly_data();
    void allKindsOfTablesComeBackExactly();
    void emptiesOnlyWhatIsListed();
    void whatCameSinceStays();
    void rowsWithoutPlaceAreNotPutBack_data();
    void rowsWithoutPlaceAreNotPutBack();
    void changedSchema_data();
    void changedSchema();
    void refusesToChangeOtherRows_data();
    void refusesToChangeOtherRows();
    void harmlessReferencesAreNoObstacle_data();
    void harmlessReferencesAreNoObstacle();
    void namesOfPragmasDoNotMislead();
    void triggersDoNotStart();
    void usedKeysAreNotUsedAgain();
    void copyIsPrivate();
    void projectsWithEqualNamesKeepApart();
    void copyGoesWithItsTicket();
    void noCopyNoDeletion_data();
    void noCopyNoDeletion();
    void ticketOfAnotherDatabase();
    void damagedCopyChangesNothing_data();
    void damagedCopyChangesNothing();
    void stopped();
    void makesNoDatabase();
    void leftovers_data();
    void leftovers();

private:
    static QString folderOf(const DbFixture &fixture) { return fixture.path(QStringLiteral("emptied")); }
    static QStringList filesIn(const QString &folder)
    {
        return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }
    static bool hasCopy(const DbFixture &fixture) { return !filesIn(folderOf(fixture)).isEmpty(); }
    static std::vector<std::string> rowsOf(const DbFixture &fixture, const QString &sql)
    {
        return RawDatabase(fixture.path()).column(sql.toUtf8().constData());
    }

    const std::stop_token m_never{};
};

void TestSqliteEmptying::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteEmptying::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteEmptying::everyJournalMode_data()
{
    QTest::addColumn<JournalMode>("mode");
    QTest::newRow("wal") << JournalMode::Wal;
    QTest::newRow("delete") << JournalMode::Delete;
    QTest::newRow("truncate") << JournalMode::Truncate;
    QTest::newRow("persist") << JournalMode::Persist;
}

void TestSqliteEmptying::everyJournalMode()
{
    QFETCH(JournalMode, mode);
    DatabaseProfile profile = usersProfile();
    profile.sqlite().journalMode = mode;
    DbFixture fixture(profile);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QList<QStringList> rows;
    for (int i = 1; i <= 2000; ++i)
        rows.append(plainRow(i));
    VERIFY_DONE(fixture.insertRows(usersEntity(), rows));
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().sentence));
    QCOMPARE(ticket->rows, 2000);
    QCOMPARE(fixture.count(usersEntity()), 0);
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(fixture.count(usersEntity()), 2000);
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(2001)}));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    fixture.reopen();
    QCOMPARE(fixture.count(usersEntity()), 2001);
}

void TestSqliteEmptying::allKindsOfTablesComeBackExactly_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("dump");
    QTest::addColumn<qint64>("rows");

    QTest::newRow("every value")
        << QStringLiteral(
               "CREATE TABLE t(i INTEGER, r REAL, x TEXT, n NUMERIC, b BLOB, any);"
               "INSERT INTO t VALUES(-9223372036854775808, 5e-324, '', '1e3x', x'', NULL),"
               "(9223372036854775807, 1.0, 'a' || char(0) || 'b', 0.1, x'00ff00', 1),"
               "('text', 9007199254740993, CAST(x'ff41fe' AS TEXT), 9007199254740993, 'text', 1.0),"
               "(NULL, -1e999, '12', '12', zeroblob(100000), x'31'),"
               "(1.5, 'no number', 12, 1e400, 7, '1')")
        << QStringLiteral("t")
        << QStringLiteral(
               "SELECT rowid||quote(i)||typeof(i)||quote(r)||typeof(r)||hex(x)||typeof(x)||quote(n)||"
               "typeof(n)||length(b)||quote(b)||typeof(b)||quote(any)||typeof(any) FROM t")
        << qint64{5};
    QTest::newRow("row ids that no column shows")
        << QStringLiteral("CREATE TABLE t(a); INSERT INTO t(rowid, a) VALUES(-5, 'x'), (0, 'y'), "
                          "(9223372036854775807, 'z')")
        << QStringLiteral("t") << QStringLiteral("SELECT rowid||a FROM t") << qint64{3};
    QTest::newRow("a column named rowid")
        << QStringLiteral("CREATE TABLE t(rowid TEXT, _rowid_ TEXT); INSERT INTO t(oid, rowid, _rowid_) "
                          "VALUES(7, 'a', 'b')")
        << QStringLiteral("t") << QStringLiteral("SELECT oid||rowid||_rowid_ FROM t") << qint64{1};
    QTest::newRow("columns take every name of the row id")
        << QStringLiteral("CREATE TABLE t(rowid, _rowid_, oid); INSERT INTO t VALUES(1, 2, 3)")
        << QStringLiteral("t") << QStringLiteral("SELECT rowid||_rowid_||oid FROM t") << qint64{1};
    QTest::newRow("key that goes down")
        << QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY DESC, a); INSERT INTO t(rowid, id, a) "
                          "VALUES(5, 50, 'x'), (6, NULL, 'y')")
        << QStringLiteral("t") << QStringLiteral("SELECT rowid||quote(id)||a FROM t") << qint64{2};
    QTest::newRow("without row id") << QStringLiteral(
        "CREATE TABLE t(a, b, c, PRIMARY KEY(b, a)) WITHOUT ROWID; INSERT INTO t "
        "VALUES(1, 'x', NULL), (2, x'01', 0.5)")
                                    << QStringLiteral("t")
                                    << QStringLiteral("SELECT quote(a)||quote(b)||quote(c) FROM t")
                                    << qint64{2};
    QTest::newRow("strict") << QStringLiteral(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a ANY, r REAL, b BLOB) STRICT; INSERT INTO t "
        "VALUES(3, '007', 1, x'00'), (4, 7, 2.5, NULL)")
                            << QStringLiteral("t")
                            << QStringLiteral("SELECT id||quote(a)||quote(r)||quote(b) FROM t") << qint64{2};
    QTest::newRow("computed columns")
        << QStringLiteral(
               "CREATE TABLE t(a, twice AS (a * 2), thrice AS (a * 3) STORED, b); INSERT INTO t(a, b) "
               "VALUES(1, 'x'), (2, 'y')")
        << QStringLiteral("t") << QStringLiteral("SELECT rowid||a||twice||thrice||b FROM t") << qint64{2};
    QTest::newRow("rows that break a check") << QStringLiteral(
        "CREATE TABLE t(a CHECK (a > 0)); PRAGMA ignore_check_constraints=ON; INSERT INTO t "
        "VALUES(-1)") << QStringLiteral("t") << QStringLiteral("SELECT a FROM t")
                                             << qint64{1};
    QTest::newRow("conflict clauses of the table")
        << QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY ON CONFLICT REPLACE, u UNIQUE ON CONFLICT "
                          "IGNORE); INSERT INTO t VALUES(1, 'a'), (2, 'b')")
        << QStringLiteral("t") << QStringLiteral("SELECT id||u FROM t") << qint64{2};
    QTest::newRow("utf-16") << QStringLiteral(
        "PRAGMA encoding='UTF-16le'; CREATE TABLE t(a); INSERT INTO t VALUES('ä€😀'), "
        "(CAST(x'00d8' AS TEXT))")
                            << QStringLiteral("t") << QStringLiteral("SELECT hex(CAST(a AS BLOB)) FROM t")
                            << qint64{2};
    QTest::newRow("names that need quotes")
        << QStringLiteral("CREATE TABLE \"a\"\"b';--\"(\"select\", \"x\"\"y\"); INSERT INTO \"a\"\"b';--\" "
                          "VALUES(1, 2)")
        << QStringLiteral("a\"b';--") << QStringLiteral("SELECT \"select\"||\"x\"\"y\" FROM \"a\"\"b';--\"")
        << qint64{1};
    QTest::newRow("one table twice, in another case")
        << QStringLiteral("CREATE TABLE t(a); INSERT INTO t VALUES(1), (2)") << QStringLiteral("t,T")
        << QStringLiteral("SELECT a FROM t") << qint64{2};
    QTest::newRow("parents and children")
        << QStringLiteral(
               "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p(id)); INSERT "
               "INTO p VALUES(1), (2); INSERT INTO c VALUES(1), (1), (2)")
        << QStringLiteral("p,c") << QStringLiteral("SELECT id FROM p UNION ALL SELECT p FROM c") << qint64{5};
    QTest::newRow("children that go with their parents")
        << QStringLiteral("CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(id INTEGER PRIMARY KEY, p "
                          "REFERENCES p(id) ON DELETE CASCADE); INSERT INTO p VALUES(1); INSERT INTO c "
                          "VALUES(5, 1), (6, 1)")
        << QStringLiteral("p,c") << QStringLiteral("SELECT id FROM p UNION ALL SELECT id||p FROM c")
        << qint64{3};
    QTest::newRow("tables that refer to each other")
        << QStringLiteral("CREATE TABLE p(id INTEGER PRIMARY KEY, c REFERENCES c(id)); CREATE TABLE c(id "
                          "INTEGER PRIMARY KEY, p REFERENCES p(id)); INSERT INTO p VALUES(1, NULL); INSERT "
                          "INTO c VALUES(1, 1); UPDATE p SET c=1")
        << QStringLiteral("p,c") << QStringLiteral("SELECT id||c FROM p UNION ALL SELECT id||p FROM c")
        << qint64{2};
    QTest::newRow("a table that refers to itself")
        << QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, up REFERENCES t(id) ON DELETE CASCADE); "
                          "INSERT INTO t VALUES(9, NULL), (1, 9), (2, 1)")
        << QStringLiteral("t") << QStringLiteral("SELECT id||ifnull(up, '-') FROM t") << qint64{3};
}

void TestSqliteEmptying::allKindsOfTablesComeBackExactly()
{
    QFETCH(QString, schema);
    QFETCH(QString, tables);
    QFETCH(QString, dump);
    QFETCH(qint64, rows);
    DbFixture fixture;
    runSql(fixture.path(), schema);
    const auto before = rowsOf(fixture, dump);
    QCOMPARE(before.size(), static_cast<std::size_t>(rows));
    const auto ticket = fixture.backend->empty(tablesNamed(tables), m_never);
    QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().sentence));
    QCOMPARE(ticket->rows, rows);
    QCOMPARE(rowsOf(fixture, dump).size(), std::size_t{0});
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(rowsOf(fixture, dump), before);
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA foreign_key_check")), QString());
}

void TestSqliteEmptying::emptiesOnlyWhatIsListed()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity(), productsEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    VERIFY_DONE(
        fixture.insertRows(productsEntity(), {{QString(), QStringLiteral("A"), QString(), QString()}}));
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    QCOMPARE(fixture.count(usersEntity()), 0);
    QCOMPARE(fixture.count(productsEntity()), 1);
}

void TestSqliteEmptying::whatCameSinceStays()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity(), productsEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    runSql(
        fixture.path(),
        QStringLiteral("INSERT INTO users VALUES(70, 'Eve', 'eve@example.com');"
                       "INSERT INTO products(name) VALUES('new'); CREATE TABLE theirs(a); INSERT INTO theirs "
                       "VALUES('kept')"));
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(rowsOf(fixture, QStringLiteral("SELECT id FROM users")),
             (std::vector<std::string>{"1", "2", "70"}));
    QCOMPARE(rowsOf(fixture, QStringLiteral("SELECT name FROM products UNION SELECT a FROM theirs")),
             (std::vector<std::string>{"kept", "new"}));
}

void TestSqliteEmptying::rowsWithoutPlaceAreNotPutBack_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("since");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("mending");
    QTest::newRow("key is taken") << QStringLiteral(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES(1, 'x'), (2, 'y')")
                                  << QStringLiteral("t") << QStringLiteral("INSERT INTO t VALUES(2, 'new')")
                                  << QStringLiteral("id=2") << QStringLiteral("UPDATE t SET id=20");
    QTest::newRow("key is taken where keys are replaced")
        << QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a); INSERT INTO t "
                          "VALUES(1, 'x'), (2, 'y')")
        << QStringLiteral("t") << QStringLiteral("INSERT INTO t VALUES(2, 'new')") << QStringLiteral("id=2")
        << QStringLiteral("UPDATE t SET id=20");
    QTest::newRow("value is taken") << QStringLiteral(
        "CREATE TABLE t(id INTEGER PRIMARY KEY, a UNIQUE); INSERT INTO t VALUES(1, 'x'), "
        "(2, 'y')") << QStringLiteral("t")
                                    << QStringLiteral("INSERT INTO t VALUES(3, 'y')") << QStringLiteral("t.a")
                                    << QStringLiteral("DELETE FROM t");
    QTest::newRow("row id is taken") << QStringLiteral("CREATE TABLE t(a); INSERT INTO t VALUES('x')")
                                     << QStringLiteral("t") << QStringLiteral("INSERT INTO t VALUES('new')")
                                     << QStringLiteral("rowid=1") << QStringLiteral("DELETE FROM t");
    QTest::newRow("parent is gone") << QStringLiteral(
        "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE t(id INTEGER PRIMARY KEY, p "
        "REFERENCES p(id)); INSERT INTO p VALUES(1), (2); INSERT INTO t VALUES(5, 1), (6, 2)")
                                    << QStringLiteral("t") << QStringLiteral("DELETE FROM p WHERE id=2")
                                    << QStringLiteral("6") << QStringLiteral("INSERT INTO p VALUES(2)");
    QTest::newRow("in the second table") << QStringLiteral(
        "CREATE TABLE s(a); INSERT INTO s VALUES(1); CREATE TABLE t(id INTEGER PRIMARY KEY); "
        "INSERT INTO t VALUES(8)") << QStringLiteral("s,t")
                                         << QStringLiteral("INSERT INTO t VALUES(8)")
                                         << QStringLiteral("id=8") << QStringLiteral("DELETE FROM t");
}

void TestSqliteEmptying::rowsWithoutPlaceAreNotPutBack()
{
    QFETCH(QString, schema);
    QFETCH(QString, tables);
    QFETCH(QString, since);
    QFETCH(QString, named);
    QFETCH(QString, mending);
    DbFixture fixture;
    runSql(fixture.path(), schema);
    const auto ticket = fixture.backend->empty(tablesNamed(tables), m_never);
    QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().sentence));
    runSql(fixture.path(), since);
    const QString dump = QStringLiteral("SELECT count(*)||max(rowid) FROM t");
    const auto before = rowsOf(fixture, dump);
    const SqlError error = errorOf(fixture.backend->restore(*ticket, m_never));
    QVERIFY(!error.isNone());
    QVERIFY2(error.sentence.contains(named), qPrintable(error.sentence));
    QVERIFY2(error.sentence.contains(ticket->taken->place()), qPrintable(error.sentence));
    QCOMPARE(rowsOf(fixture, dump), before);
    QVERIFY(QFile::exists(ticket->taken->place()));
    runSql(fixture.path(), mending);
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
}

void TestSqliteEmptying::changedSchema_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("named"); // empty: they come back
    QTest::newRow("column added") << QStringLiteral("ALTER TABLE t ADD COLUMN c DEFAULT 'd'") << QString();
    QTest::newRow("columns in another order")
        << QStringLiteral("DROP TABLE t; CREATE TABLE t(b, A, id INTEGER PRIMARY KEY)") << QString();
    QTest::newRow("without row id now")
        << QStringLiteral("DROP TABLE t; CREATE TABLE t(id INT PRIMARY KEY, a, b) WITHOUT ROWID")
        << QString();
    QTest::newRow("column renamed") << QStringLiteral("ALTER TABLE t RENAME COLUMN a TO z")
                                    << QStringLiteral("\"a\"");
    QTest::newRow("column dropped") << QStringLiteral("ALTER TABLE t DROP COLUMN b")
                                    << QStringLiteral("\"b\"");
    QTest::newRow("column computed now")
        << QStringLiteral("DROP TABLE t; CREATE TABLE t(id INTEGER PRIMARY KEY, a, b AS (a))")
        << QStringLiteral("\"b\"");
    QTest::newRow("table renamed") << QStringLiteral("ALTER TABLE t RENAME TO z") << QStringLiteral("\"t\"");
    QTest::newRow("view now") << QStringLiteral("ALTER TABLE t RENAME TO z; CREATE VIEW t AS SELECT * FROM z")
                              << QStringLiteral("\"t\"");
    QTest::newRow("check added") << QStringLiteral(
        "DROP TABLE t; CREATE TABLE t(id INTEGER PRIMARY KEY, a, b CHECK (b > 5))")
                                 << QStringLiteral("id=1");
    QTest::newRow("demands more") << QStringLiteral(
        "DROP TABLE t; CREATE TABLE t(id INTEGER PRIMARY KEY, a, b, c NOT NULL)")
                                  << QStringLiteral("t.c");
}

void TestSqliteEmptying::changedSchema()
{
    QFETCH(QString, change);
    QFETCH(QString, named);
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b); INSERT INTO t VALUES(1, 'x', 2)"));
    const auto ticket = fixture.backend->empty({tableNamed(QStringLiteral("t"))}, m_never);
    QVERIFY(ticket);
    runSql(fixture.path(), change);
    const SqlError error = errorOf(fixture.backend->restore(*ticket, m_never));
    QVERIFY2(error.isNone() == named.isEmpty(), qPrintable(error.sentence));
    if (error.isNone()) {
        QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT id||a||b FROM t")), QStringLiteral("1x2"));
        return;
    }
    QVERIFY2(error.sentence.contains(named), qPrintable(error.sentence));
    QVERIFY(QFile::exists(ticket->taken->place()));
}

void TestSqliteEmptying::refusesToChangeOtherRows_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QString>("tables");
    QTest::addColumn<QString>("named");
    const QString parents = QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY); INSERT INTO t VALUES(1);"
                                           "CREATE TABLE other(a); ");
    QTest::newRow("trigger that deletes")
        << parents
            + QStringLiteral(
                "CREATE TRIGGER \"their;trigger\" AFTER DELETE ON t BEGIN DELETE FROM other; END")
        << QStringLiteral("t") << QStringLiteral("their;trigger");
    QTest::newRow("trigger that adds")
        << parents
            + QStringLiteral(
                "CREATE TRIGGER g BEFORE DELETE ON t BEGIN INSERT INTO other VALUES(OLD.id); END")
        << QStringLiteral("t") << QStringLiteral("\"g\"");
    QTest::newRow("trigger of a child") << parents
            + QStringLiteral("CREATE TABLE c(p REFERENCES t(id) ON DELETE CASCADE); INSERT INTO c VALUES(1); "
                             "CREATE TRIGGER g AFTER DELETE ON c BEGIN INSERT INTO other VALUES(1); END")
                                        << QStringLiteral("t,c") << QStringLiteral("\"g\"");
    for (const char *action : {"CASCADE", "SET NULL", "SET DEFAULT"}) {
        QTest::newRow(action) << parents
                + QStringLiteral("CREATE TABLE theirs(p REFERENCES t(id) ON DELETE %1); INSERT INTO theirs "
                                 "VALUES(1)")
                      .arg(QLatin1String(action))
                              << QStringLiteral("t") << QStringLiteral("theirs");
    }
    QTest::newRow("cascade of a cascade")
        << parents
            + QStringLiteral(
                "CREATE TABLE c(p PRIMARY KEY REFERENCES t(id) ON DELETE CASCADE); INSERT INTO c "
                "VALUES(1); CREATE TABLE theirs(p REFERENCES c(p) ON DELETE CASCADE); INSERT INTO "
                "theirs VALUES(1)")
        << QStringLiteral("t,c") << QStringLiteral("theirs");
    for (const char *action : {"NO ACTION", "RESTRICT"}) {
        QTest::newRow(action) << parents
                + QStringLiteral("CREATE TABLE theirs(p REFERENCES t(id) ON DELETE %1); INSERT INTO theirs "
                                 "VALUES(1)")
                      .arg(QLatin1String(action))
                              << QStringLiteral("t") << QStringLiteral("FOREIGN KEY");
    }
    QTest::newRow("cascade of a table that refers to itself") << parents
            + QStringLiteral("ALTER TABLE t ADD COLUMN up REFERENCES t(id) ON DELETE CASCADE; "
                             "UPDATE t SET up=1; CREATE TABLE empty(p REFERENCES t(id) ON DELETE CASCADE); "
                             "CREATE TABLE theirs(p REFERENCES t(id) ON DELETE CASCADE) ; "
                             "INSERT INTO theirs VALUES(1)") << QStringLiteral("t")
                                                              << QStringLiteral("\"theirs\"");
    QTest::newRow("deferred")
        << parents
            + QStringLiteral(
                "CREATE TABLE theirs(p REFERENCES t(id) DEFERRABLE INITIALLY DEFERRED); INSERT INTO "
                "theirs VALUES(1)")
        << QStringLiteral("t") << QStringLiteral("theirs");
    QTest::newRow("view") << parents + QStringLiteral("CREATE VIEW v AS SELECT * FROM t")
                          << QStringLiteral("t,v") << QStringLiteral("\"v\"");
    QTest::newRow("no such table") << parents << QStringLiteral("t,missing") << QStringLiteral("missing");
}

void TestSqliteEmptying::refusesToChangeOtherRows()
{
    QFETCH(QString, schema);
    QFETCH(QString, tables);
    QFETCH(QString, named);
    DbFixture fixture;
    runSql(fixture.path(), schema);
    const auto ticket = fixture.backend->empty(tablesNamed(tables), m_never);
    QVERIFY(!ticket);
    QVERIFY2(ticket.error().sentence.contains(named), qPrintable(ticket.error().sentence));
    QVERIFY2(ticket.error().sentence.contains(fixture.path()), qPrintable(ticket.error().sentence));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT count(*) FROM t")), QStringLiteral("1"));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT count(*) FROM other")), QStringLiteral("0"));
    QVERIFY(!hasCopy(fixture));
    runSql(fixture.path(), QStringLiteral("INSERT INTO other VALUES(1)")); // no lock was left
}

void TestSqliteEmptying::harmlessReferencesAreNoObstacle_data()
{
    QTest::addColumn<QString>("schema");
    QTest::newRow("nobody refers") << QStringLiteral(
        "CREATE TABLE theirs(p REFERENCES t(id) ON DELETE CASCADE)");
    QTest::newRow("rows refer to nothing")
        << QStringLiteral("CREATE TABLE theirs(p REFERENCES t(id) ON DELETE CASCADE); INSERT INTO theirs "
                          "VALUES(NULL)");
    QTest::newRow("nobody refers but the table itself")
        << QStringLiteral("ALTER TABLE t ADD COLUMN up REFERENCES t(id) ON DELETE CASCADE; "
                          "INSERT INTO t VALUES(2, 1), (3, 2); "
                          "CREATE TABLE theirs(p REFERENCES t(id) ON DELETE CASCADE)");
    QTest::newRow("trigger on something else")
        << QStringLiteral("CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END");
}

void TestSqliteEmptying::harmlessReferencesAreNoObstacle()
{
    QFETCH(QString, schema);
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY); INSERT INTO t VALUES(1);") + schema);
    const auto ticket = fixture.backend->empty({tableNamed(QStringLiteral("t"))}, m_never);
    QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().sentence));
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT id FROM t")), QStringLiteral("1"));
}

/// A file can have tables that have the names of SQLite's table-valued functions.
void TestSqliteEmptying::namesOfPragmasDoNotMislead()
{
    DbFixture fixture;
    QString schema = QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT, up "
                                    "REFERENCES users DEFERRABLE INITIALLY DEFERRED); "
                                    "CREATE TABLE theirs(u REFERENCES users ON DELETE CASCADE); ");
    for (const char *name : {"table_list", "table_info", "table_xinfo", "foreign_key_list", "foreign_keys",
                             "foreign_key_check", "module_list"})
        schema += QStringLiteral("CREATE TABLE pragma_%1(a); ").arg(QLatin1String(name));
    runSql(fixture.path(), schema);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), QList<QStringList>(200, plainRow(1))));
    const auto references =
        fixture.backend->references({usersEntity(), tableNamed(QStringLiteral("theirs"))});
    QVERIFY2(references, qPrintable(references ? QString() : references.error().sentence));
    QCOMPARE(references->size(), 2);
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY2(ticket, qPrintable(ticket ? QString() : ticket.error().sentence));
    QCOMPARE(ticket->rows, 200);
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(fixture.count(usersEntity()), 200);
    runSql(fixture.path(), QStringLiteral("INSERT INTO theirs VALUES(7)"));
    const auto refused = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(!refused);
    QVERIFY2(refused.error().sentence.contains(QStringLiteral("theirs")),
             qPrintable(refused.error().sentence));
}

void TestSqliteEmptying::triggersDoNotStart()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    runSql(
        fixture.path(),
        QStringLiteral("CREATE TABLE seen(id); CREATE TRIGGER g AFTER INSERT ON users BEGIN INSERT INTO seen "
                       "VALUES(NEW.id); END"));
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT count(*) FROM seen")), QStringLiteral("0"));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(3)})); // and do afterwards
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT group_concat(id) FROM seen")),
             QStringLiteral("3"));
}

void TestSqliteEmptying::usedKeysAreNotUsedAgain()
{
    DbFixture fixture;
    runSql(
        fixture.path(),
        QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY AUTOINCREMENT, a); INSERT INTO t(a) VALUES(1), "
                       "(2), (3); DELETE FROM t WHERE id=3"));
    const auto ticket = fixture.backend->empty({tableNamed(QStringLiteral("t"))}, m_never);
    QVERIFY(ticket);
    runSql(fixture.path(), QStringLiteral("INSERT INTO t(a) VALUES('new')"));
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    runSql(fixture.path(), QStringLiteral("INSERT INTO t(a) VALUES('newer')"));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT group_concat(id) FROM t")),
             QStringLiteral("1,2,4,5"));
}

void TestSqliteEmptying::copyIsPrivate()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)})); // still in the log
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    const QString copy = ticket->taken->place();
    QCOMPARE(QFileInfo(copy).absolutePath(), folderOf(fixture));
    struct stat status = {};
    QCOMPARE(::stat(QFile::encodeName(copy).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
    QCOMPARE(::stat(QFile::encodeName(folderOf(fixture)).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);
    QCOMPARE(runSql(copy, QStringLiteral("SELECT name FROM users")), QStringLiteral("User 1"));
    QCOMPARE(runSql(copy, QStringLiteral("PRAGMA integrity_check")), QStringLiteral("ok"));
    QCOMPARE(filesIn(folderOf(fixture)).size(), 2); // and its lock
}

void TestSqliteEmptying::projectsWithEqualNamesKeepApart()
{
    QTemporaryDir directory;
    std::vector<EmptyTicket> tickets;
    std::vector<std::unique_ptr<Databases>> windows;
    for (const QString &name : {QStringLiteral("one.db"), QStringLiteral("two.db")}) {
        DatabaseProfile profile = usersProfile();
        profile.name = QStringLiteral("../x"); // no part of any file's name
        profile.sqlite().file = name;
        runSql(directory.filePath(name),
               QStringLiteral(
                   "CREATE TABLE users(id INTEGER PRIMARY KEY, name, email); INSERT INTO users VALUES(1, "
                   "'%1', '')")
                   .arg(name));
        windows.push_back(std::make_unique<Databases>(directory.path()));
        QVERIFY(windows.back()->update({profile}));
        auto ticket = windows.back()->backend(profile.name)->empty({usersEntity()}, m_never);
        QVERIFY(ticket);
        tickets.push_back(*ticket);
    }
    QVERIFY(!QFile::exists(directory.filePath(QStringLiteral("x.before-emptying.db"))));
    QCOMPARE(filesIn(directory.filePath(QStringLiteral("emptied"))).size(), 4);
    for (std::size_t i = 0; i < windows.size(); ++i)
        VERIFY_DONE(windows[i]->backend(QStringLiteral("../x"))->restore(tickets[i], m_never));
    for (const QString &name : {QStringLiteral("one.db"), QStringLiteral("two.db")})
        QCOMPARE(runSql(directory.filePath(name), QStringLiteral("SELECT name FROM users")), name);
}

void TestSqliteEmptying::copyGoesWithItsTicket()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    {
        const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
        QVERIFY(ticket);
        QVERIFY(hasCopy(fixture));
    }
    QVERIFY(!hasCopy(fixture));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    fixture.backend->discard(*ticket);
    QVERIFY(!hasCopy(fixture));
    const SqlError error = errorOf(fixture.backend->restore(*ticket, m_never));
    QVERIFY(!error.isNone());
    QVERIFY(!error.sentence.isEmpty());
}

void TestSqliteEmptying::noCopyNoDeletion_data()
{
    QTest::addColumn<QString>("obstacle");
    QTest::newRow("a file in the folder's place") << QStringLiteral("file");
    QTest::newRow("a link to a folder of somebody's") << QStringLiteral("link");
    QTest::newRow("a link that leads to nothing") << QStringLiteral("dangling");
    QTest::newRow("others can write there") << QStringLiteral("open");
    QTest::newRow("nobody can write there") << QStringLiteral("closed");
}

void TestSqliteEmptying::noCopyNoDeletion()
{
    QFETCH(QString, obstacle);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    const QString folder = folderOf(fixture);
    const QString elsewhere = fixture.path(QStringLiteral("elsewhere"));
    std::unique_ptr<ReadOnlyPlace> closed;
    if (obstacle == QLatin1String("file")) {
        QVERIFY(QFile(folder).open(QIODevice::WriteOnly));
    } else if (obstacle == QLatin1String("link")) {
        QVERIFY(QDir().mkdir(elsewhere) && QFile::link(elsewhere, folder));
    } else if (obstacle == QLatin1String("dangling")) {
        QVERIFY(QFile::link(elsewhere, folder));
    } else {
        QCOMPARE(::mkdir(QFile::encodeName(folder).constData(), 0700), 0);
        if (obstacle == QLatin1String("open"))
            QCOMPARE(::chmod(QFile::encodeName(folder).constData(), 0777), 0);
        else
            closed = std::make_unique<ReadOnlyPlace>(folder);
        if (closed && !closed->isReadOnly())
            QSKIP("nothing makes a folder read-only here");
    }
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(!ticket);
    QVERIFY2(ticket.error().sentence.contains(folder), qPrintable(ticket.error().sentence));
    QCOMPARE(fixture.count(usersEntity()), 1);
    QVERIFY(filesIn(elsewhere).isEmpty());
}

void TestSqliteEmptying::ticketOfAnotherDatabase()
{
    DbFixture one;
    DbFixture other;
    for (DbFixture *fixture : {&one, &other}) {
        VERIFY_DONE(fixture->backend->prepare({usersEntity()}));
        VERIFY_DONE(fixture->insertRows(usersEntity(), {plainRow(1)}));
    }
    const auto ticket = one.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket && other.backend->empty({usersEntity()}, m_never));
    const SqlError error = errorOf(other.backend->restore(*ticket, m_never));
    QVERIFY(!error.isNone());
    QVERIFY2(error.sentence.contains(other.path()), qPrintable(error.sentence));
    QCOMPARE(other.count(usersEntity()), 0);
    QVERIFY(!other.backend->restore({}, m_never));
}

void TestSqliteEmptying::damagedCopyChangesNothing_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("gone") << QStringLiteral("remove");
    QTest::newRow("another file in its place") << QStringLiteral("replace");
    QTest::newRow("garbage") << QStringLiteral("garbage");
    QTest::newRow("a row is missing") << QStringLiteral("row");
    QTest::newRow("not Weir's") << QStringLiteral("id");
}

void TestSqliteEmptying::damagedCopyChangesNothing()
{
    QFETCH(QString, damage);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1), plainRow(2)}));
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    const QString copy = ticket->taken->place();
    if (damage == QLatin1String("row")) {
        runSql(copy, QStringLiteral("DELETE FROM users WHERE id=1"));
    } else if (damage == QLatin1String("id")) {
        runSql(copy, QStringLiteral("PRAGMA application_id=1"));
    } else if (damage == QLatin1String("garbage")) {
        QFile file(copy);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(9000, 'x')) == 9000);
    } else {
        QVERIFY(QFile::copy(copy, copy + u'2') && QFile::remove(copy));
        if (damage == QLatin1String("replace"))
            QVERIFY(QFile::rename(copy + u'2', copy));
    }
    const SqlError error = errorOf(fixture.backend->restore(*ticket, m_never));
    QVERIFY(!error.isNone());
    QVERIFY2(error.sentence.contains(copy), qPrintable(error.sentence));
    QCOMPARE(fixture.count(usersEntity()), 0);
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(3)}));
}

void TestSqliteEmptying::stopped()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE t(a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                          "LIMIT 5000) INSERT INTO t SELECT i FROM n"));
    std::stop_source stop;
    stop.request_stop();
    const Entity entity = tableNamed(QStringLiteral("t"));
    const auto refused = fixture.backend->empty({entity}, stop.get_token());
    QVERIFY(!refused);
    QCOMPARE(refused.error().errorClass, ErrorClass::Interrupted);
    QCOMPARE(fixture.count(entity), 5000);
    QVERIFY(!hasCopy(fixture));
    const auto ticket = fixture.backend->empty({entity}, m_never);
    QVERIFY(ticket);
    QCOMPARE(errorOf(fixture.backend->restore(*ticket, stop.get_token())).errorClass,
             ErrorClass::Interrupted);
    QCOMPARE(fixture.count(entity), 0);
    VERIFY_DONE(fixture.backend->restore(*ticket, m_never));
    QCOMPARE(fixture.count(entity), 5000);
}

void TestSqliteEmptying::makesNoDatabase()
{
    DbFixture fixture;
    QVERIFY(!fixture.backend->empty({usersEntity()}, m_never));
    QVERIFY(!QFile::exists(fixture.path()));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    const auto ticket = fixture.backend->empty({usersEntity()}, m_never);
    QVERIFY(ticket);
    VERIFY_DONE(fixture.backend->settle());
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(fixture.path() + QLatin1String(suffix));
    QVERIFY(!fixture.backend->restore(*ticket, m_never));
    QVERIFY(!QFile::exists(fixture.path()));
}

void TestSqliteEmptying::leftovers_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("goes");
    QTest::newRow("of a window that crashed long ago") << QStringLiteral("old") << true;
    QTest::newRow("of a window that crashed just now") << QStringLiteral("new") << false;
    QTest::newRow("its window lives") << QStringLiteral("locked") << false;
    QTest::newRow("another program's database") << QStringLiteral("foreign") << false;
    QTest::newRow("a database of Weir's") << QStringLiteral("database") << false;
    QTest::newRow("empty") << QStringLiteral("empty") << false;
    QTest::newRow("hard link") << QStringLiteral("hard link") << false;
    QTest::newRow("symbolic link") << QStringLiteral("link") << false;
    QTest::newRow("another name") << QStringLiteral("name") << false;
}

void TestSqliteEmptying::leftovers()
{
    QFETCH(QString, kind);
    QFETCH(bool, goes);
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    QVERIFY(fixture.backend->empty({usersEntity()}, m_never)); // makes the folder
    const QString name =
        kind == QLatin1String("name") ? QStringLiteral("mine.db") : QStringLiteral("rows-AbC123.db");
    const QString file = folderOf(fixture) + u'/' + name;
    const QString target = kind == QLatin1String("link") ? fixture.path(QStringLiteral("target.db")) : file;
    if (kind == QLatin1String("empty"))
        QVERIFY(QFile(target).open(QIODevice::WriteOnly));
    else
        runSql(target, QStringLiteral("PRAGMA application_id=%1; CREATE TABLE t(a)").arg(idOf(kind)));
    if (kind == QLatin1String("hard link"))
        QCOMPARE(::link(QFile::encodeName(file).constData(), QFile::encodeName(file + u'2').constData()), 0);
    if (kind == QLatin1String("link"))
        QVERIFY(QFile::link(target, file));
    ProcessLock lock(file + QStringLiteral(".lock"));
    if (kind == QLatin1String("locked"))
        QCOMPARE(lock.tryLock(), ProcessLock::Outcome::Locked);
    if (kind != QLatin1String("new")) {
        const timespec longAgo{1'000'000'000, 0};
        const std::array<timespec, 2> times{longAgo, longAgo};
        QCOMPARE(::utimensat(AT_FDCWD, QFile::encodeName(target).constData(), times.data(), 0), 0);
    }
    QVERIFY(fixture.backend->empty({usersEntity()}, m_never));
    QCOMPARE(QFile::exists(file), !goes);
    QVERIFY(goes || QFile::exists(target));
}

QTEST_GUILESS_MAIN(TestSqliteEmptying)
#include "tst_sqliteemptying.moc"
