// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/connections.h"
#include "db/sqlite/insert/sqlitebulkinsert.h"
#include "db/transaction.h"
#include "support/batchstory.h"
#include "support/dbfixture.h"
#include "support/rawdatabase.h"
#include "support/rowmaker.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Weir;
using namespace Weir::Test;
using WeirTest::RawDatabase;

class TestSqliteBulkInsert : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup();
    void verdictsAreThoseOfRowsOneByOne_data();
    void verdictsAreThoseOfRowsOneByOne();
    void rowsTakeThePlaceOfOthers_data();
    void rowsTakeThePlaceOfOthers();
    void nullGivesWayToItsDefault();
    void deferredForeignKeysFailTheirRows();
    void stopsAtTheRowThatFails();
    void stopsBeforeAKeyThatIsNoNumber();
    void takesBackWhatAnExpressionBroke();
    void followsTheSchema();
    void keepsKeysAtTheEndOfTheirRange();
    void tableOfTheSameNameGivesNothing();
    void entitiesOfOneConnectionKeepApart();
};

namespace {

RowBatch namedRows(const QStringList &keys, const QString &name = QStringLiteral("n"))
{
    RowBatch batch(4);
    for (qsizetype i = 0; i < keys.size(); ++i)
        batch.appendRow(i + 1, {keys.at(i), name + QString::number(i), QString(), QString()});
    return batch;
}

std::vector<int> allRows(const RowBatch &batch)
{
    std::vector<int> rows(static_cast<std::size_t>(batch.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

void TestSqliteBulkInsert::cleanup()
{
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

void TestSqliteBulkInsert::verdictsAreThoseOfRowsOneByOne_data()
{
    QTest::addColumn<QString>("schema");
    const auto columns = [](const QString &key, const QString &name, const QString &rest = QString()) {
        return QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY %1, name TEXT %2, amount REAL, "
                              "count INTEGER %3);")
            .arg(key, name, rest);
    };
    const QString plain = columns({}, {});
    const auto row = [](const char *name, const QString &schema) {
        QTest::newRow(name) << schema;
    };
    row("plain", plain);
    row("no schema", {});
    row("unique", columns({}, QStringLiteral("UNIQUE")));
    row("unique without case", columns({}, QStringLiteral("UNIQUE COLLATE NOCASE")));
    row("not null", columns({}, QStringLiteral("NOT NULL DEFAULT 'x'")));
    row("check", columns({}, QStringLiteral("CHECK(name<>'bad')")));
    row("expression that breaks", columns({}, QStringLiteral("CHECK(abs(CAST(name AS INTEGER))>=0)")));
    row("all constraints",
        columns({}, QStringLiteral("NOT NULL UNIQUE CHECK(name<>'bad')"),
                QStringLiteral("CHECK(count>-90), UNIQUE(amount, count)")));
    row("autoincrement", columns(QStringLiteral("AUTOINCREMENT"), QStringLiteral("UNIQUE")));
    row("generated",
        columns({}, {},
                QStringLiteral(", twice AS (count*2) STORED, u AS (lower(name)) VIRTUAL "
                               "CHECK(u<>'bad')")));
    row("generated unique", columns({}, {}, QStringLiteral(", u TEXT AS (amount||count) STORED UNIQUE")));
    row("generated that breaks",
        columns({}, {}, QStringLiteral(", a AS (abs(CAST(name AS INTEGER))) STORED")));
    row("strict",
        QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, name TEXT, amount REAL, "
                       "count INTEGER) STRICT"));
    row("numeric",
        QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount NUMERIC, count NUMERIC)"));
    row("key not first",
        QStringLiteral("CREATE TABLE t(name TEXT, amount REAL, count INTEGER, x DEFAULT 5, "
                       "id INTEGER PRIMARY KEY)"));
    row("unique expression",
        plain + QStringLiteral("CREATE UNIQUE INDEX i ON t(abs(CAST(name AS INTEGER)), id)"));
    row("unique in part", plain + QStringLiteral("CREATE UNIQUE INDEX i ON t(count) WHERE amount>500"));
    row("replaces", columns({}, QStringLiteral("UNIQUE ON CONFLICT REPLACE")));
    row("ignores", columns({}, QStringLiteral("UNIQUE ON CONFLICT IGNORE")));
    row("fails", columns({}, QStringLiteral("UNIQUE ON CONFLICT FAIL")));
    row("rolls back", columns({}, QStringLiteral("UNIQUE ON CONFLICT ROLLBACK")));
    row("key replaces", columns(QStringLiteral("ON CONFLICT REPLACE"), {}));
    row("replaces, in other words",
        columns({}, QStringLiteral("UNIQUE /* or */ on\nconflict -- so\n replace")));
    row("replaces, with a trigger",
        columns({}, QStringLiteral("UNIQUE ON CONFLICT REPLACE"))
            + QStringLiteral("CREATE TABLE log(x); CREATE TRIGGER g AFTER INSERT ON t BEGIN "
                             "INSERT INTO log VALUES(NEW.id); END;"));
    row("replaces NULL only", columns({}, QStringLiteral("NOT NULL ON CONFLICT REPLACE DEFAULT 'x'")));
    const auto trigger = [&](const QString &action) {
        return plain
            + QStringLiteral("CREATE TRIGGER g BEFORE INSERT ON t WHEN NEW.name='bad' BEGIN SELECT %1; END;")
                  .arg(action);
    };
    row("trigger ignores", trigger(QStringLiteral("RAISE(IGNORE)")));
    row("trigger aborts", trigger(QStringLiteral("RAISE(ABORT, 'no')")));
    row("trigger fails", trigger(QStringLiteral("RAISE(FAIL, 'no')")));
    row("trigger rolls back", trigger(QStringLiteral("RAISE(ROLLBACK, 'no')")));
    row("trigger writes",
        plain
            + QStringLiteral("CREATE TABLE log(x); CREATE TRIGGER g AFTER INSERT ON t BEGIN "
                             "INSERT INTO log VALUES(NEW.id); END;"));
    row("trigger changes",
        plain
            + QStringLiteral("CREATE TRIGGER g AFTER INSERT ON t BEGIN "
                             "UPDATE t SET name=lower(name) WHERE id=NEW.id; END;"));
    const auto after = [&](const QString &action) {
        return plain
            + QStringLiteral("CREATE TABLE log(x); CREATE TRIGGER g AFTER INSERT ON t BEGIN "
                             "INSERT INTO log VALUES(NEW.id); SELECT %1 WHERE NEW.name='bad'; END;")
                  .arg(action);
    };
    row("later trigger ignores", after(QStringLiteral("RAISE(IGNORE)")));
    row("later trigger aborts", after(QStringLiteral("RAISE(ABORT, 'no')")));
    row("later trigger fails", after(QStringLiteral("RAISE(FAIL, 'no')")));
    row("later trigger rolls back", after(QStringLiteral("RAISE(ROLLBACK, 'no')")));
    row("statement in a trigger fails",
        plain
            + QStringLiteral("CREATE TABLE log(x UNIQUE); CREATE TRIGGER g AFTER INSERT ON t BEGIN "
                             "INSERT OR FAIL INTO log VALUES(NEW.count); END;"));
    const QString parent = QStringLiteral("CREATE TABLE p(n INTEGER PRIMARY KEY); WITH RECURSIVE c(x) AS "
                                          "(SELECT -100 UNION ALL SELECT x+1 FROM c WHERE x<880) "
                                          "INSERT INTO p SELECT x FROM c;");
    row("foreign key", parent + columns({}, {}, QStringLiteral("REFERENCES p")));
    row("referenced",
        columns({}, QStringLiteral("UNIQUE"))
            + QStringLiteral("CREATE TABLE c(n INTEGER REFERENCES t, m TEXT REFERENCES t(name))"));
}

void TestSqliteBulkInsert::verdictsAreThoseOfRowsOneByOne()
{
    QFETCH(QString, schema);
    const QString content = QStringLiteral(
        "SELECT id||'|'||quote(name)||'|'||typeof(amount)||quote(amount)||'|'||typeof(count)||quote(count) "
        "FROM t ORDER BY id");
    for (unsigned seed = 1; seed <= 4; ++seed) {
        StoryTeller many(schema, wideEntity());
        StoryTeller each(schema, wideEntity());
        VERIFY_DONE(many.done());
        VERIFY_DONE(each.done());
        RowMaker maker(seed);
        for (int round = 0; round < 3; ++round) {
            const RowBatch batch = maker.batch(300);
            many.insert(batch, batch.rowCount());
            each.insert(batch, OneByOne);
        }
        const BatchStory bulk = many.story(content);
        const BatchStory single = each.story(content);
        const bool rolledBack = single.failures.filter(QRegularExpression(QStringLiteral("^-1:"))).size() > 0;
        if (!rolledBack) {
            QCOMPARE(bulk.failures.join(u'\n'), single.failures.join(u'\n'));
            QCOMPARE(bulk.keys, single.keys);
        }
        QCOMPARE(bulk.content, single.content);
        // What is told is what is there; a table that replaces rows has some of the keys only.
        QCOMPARE(single.inserted, single.storedKeys.size());
        QCOMPARE(bulk.inserted, single.inserted);
        std::vector<qint64> keys = single.keys;
        std::sort(keys.begin(), keys.end());
        keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        if (single.inserted == single.keys.size())
            QCOMPARE(keys, single.storedKeys);
        else
            QVERIFY(
                std::includes(keys.begin(), keys.end(), single.storedKeys.begin(), single.storedKeys.end()));
        if (schema.isEmpty())
            QVERIFY(single.content.size() > 100);
    }
}

void TestSqliteBulkInsert::rowsTakeThePlaceOfOthers_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<QList<QStringList>>("rows");
    QTest::addColumn<std::vector<int>>("updated");
    QTest::addColumn<std::vector<int>>("replaced");
    QTest::addColumn<QString>("content");
    const QString email =
        QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT UNIQUE ON CONFLICT "
                       "REPLACE);");
    const QString both =
        QStringLiteral("CREATE TABLE Users(id INTEGER PRIMARY KEY ON CONFLICT REPLACE, name TEXT "
                       "UNIQUE ON CONFLICT REPLACE, email TEXT UNIQUE ON CONFLICT REPLACE);");
    const auto row = [](const char *key, const char *name, const char *mail) {
        return QStringList{QLatin1String(key), QLatin1String(name), QLatin1String(mail)};
    };
    QTest::newRow("theirs and ours") << email + QStringLiteral("INSERT INTO users VALUES(77, 'theirs', '1')")
                                     << QList<QStringList>{row("", "a", "1"), row("", "b", "2"),
                                                           row("", "c", "3"), row("", "d", "2")}
                                     << std::vector<int>{0, 3} << std::vector<int>{1}
                                     << QStringLiteral("78a1,80c3,81d2");
    QTest::newRow("the same key") << both
                                  << QList<QStringList>{row("1", "x", "p"), row("1", "y", "q"),
                                                        row("3", "z", "r")}
                                  << std::vector<int>{1} << std::vector<int>{0} << QStringLiteral("1yq,3zr");
    QTest::newRow("two for one") << both
                                 << QList<QStringList>{row("1", "x", "p"), row("2", "y", "q"),
                                                       row("3", "x", "q")}
                                 << std::vector<int>{0, 2} << std::vector<int>{0, 1} << QStringLiteral("3xq");
    QTest::newRow("one after the other")
        << email << QList<QStringList>{row("5", "a", "1"), row("6", "b", "1"), row("7", "c", "1")}
        << std::vector<int>{1, 2} << std::vector<int>{0, 1} << QStringLiteral("7c1");
    QTest::newRow("a trigger's own doings")
        << email
            + QStringLiteral(
                "CREATE TRIGGER g AFTER INSERT ON users WHEN NEW.name='b' BEGIN DELETE FROM users WHERE "
                "name='a'; END;")
        << QList<QStringList>{row("1", "a", "1"), row("2", "b", "2")} << std::vector<int>{}
        << std::vector<int>{} << QStringLiteral("2b2");
}

void TestSqliteBulkInsert::rowsTakeThePlaceOfOthers()
{
    QFETCH(const QString, schema);
    QFETCH(const QList<QStringList>, rows);
    DbFixture fixture;
    runSql(fixture.path(), schema);
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    RowBatch batch(3);
    for (const QStringList &row : rows)
        batch.appendRow(batch.rowCount() + 1, row);
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    Transaction transaction(**session);
    VERIFY_DONE(transaction.begin({}));
    InsertResult result;
    VERIFY_DONE((*session)->insert(usersEntity(), batch, allRows(batch), &result));
    VERIFY_DONE(transaction.commit());
    QVERIFY(result.accountsFor(static_cast<std::size_t>(rows.size())));
    QVERIFY(result.failures.empty());
    QTEST(result.updated, "updated");
    QTEST(result.replaced, "replaced");
    QTEST(runSql(fixture.path(), QStringLiteral("SELECT group_concat(id||name||email) FROM users")),
          "content");
}

void TestSqliteBulkInsert::nullGivesWayToItsDefault()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT NOT NULL ON CONFLICT REPLACE "
                          "DEFAULT 'nobody', email TEXT)"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {{QString(), QString(), QStringLiteral("a@example.com")}}));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT name FROM users")), QStringLiteral("nobody"));
}

void TestSqliteBulkInsert::deferredForeignKeysFailTheirRows()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, name UNIQUE, amount REAL, "
                          "count INTEGER REFERENCES t DEFERRABLE INITIALLY DEFERRED)"));
    VERIFY_DONE(fixture.backend->prepare({wideEntity()}));
    // Key and parent: 1 and 3 are each other's, 4 has none, so that 5 and 6 lose theirs; 8 is a name twice.
    const QList<std::pair<int, int>> rows{{1, 3}, {3, 1}, {4, 99}, {5, 4}, {6, 5}, {7, 1}, {8, 1}, {9, 7}};
    RowBatch batch(4);
    for (const auto &[key, parent] : rows) {
        batch.appendRow(
            key,
            {QString::number(key), QString::number(key == 8 ? 7 : key), QString(), QString::number(parent)});
    }
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    Transaction transaction(**session);
    VERIFY_DONE(transaction.begin({}));
    InsertResult result;
    VERIFY_DONE((*session)->insert(wideEntity(), batch, allRows(batch), &result));
    VERIFY_DONE(transaction.commit());
    QCOMPARE(result.keys, (std::vector<qint64>{1, 3, 7, 9}));
    std::vector<std::pair<int, int>> failures;
    for (const InsertResult::Failure &failure : result.failures)
        failures.emplace_back(failure.index, failure.error.code);
    QCOMPARE(failures, (std::vector<std::pair<int, int>>{{2, 787}, {3, 787}, {4, 787}, {6, 2067}}));
    QCOMPARE(fixture.count(wideEntity()), 4);
}

void TestSqliteBulkInsert::stopsAtTheRowThatFails()
{
    const RawDatabase database(QStringLiteral(":memory:"));
    QVERIFY(database.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name UNIQUE, amount, count);"
                          "INSERT INTO t(name) VALUES('n6')"));
    const SqliteTableRules rules(database.handle(), wideEntity());
    SqliteBulkInsert insert(database.handle(), wideEntity(), rules);
    QVERIFY(insert.isValid());
    QVERIFY(database.exec("BEGIN"));
    const RowBatch batch = namedRows(QStringList(10, QString()));
    std::vector<qint64> keys;
    const std::vector<int> rows = allRows(batch);
    SqliteBulkInsert::Outcome outcome = insert.insert(batch, rows, &keys);
    QCOMPARE(outcome.code, SQLITE_OK);
    QCOMPARE(outcome.inserted, 6U);
    QCOMPARE(outcome.alone, 1U);
    outcome = insert.insert(batch, std::span(rows).subspan(7), &keys);
    QCOMPARE(outcome.inserted, 3U);
    QCOMPARE(outcome.alone, 0U);
    QCOMPARE(keys, (std::vector<qint64>{2, 3, 4, 5, 6, 7, 8, 9, 10}));
    QCOMPARE(database.value("SELECT count(*) FROM t"), std::string("10"));
}

void TestSqliteBulkInsert::stopsBeforeAKeyThatIsNoNumber()
{
    const RawDatabase database(QStringLiteral(":memory:"));
    QVERIFY(database.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count)"));
    const SqliteTableRules rules(database.handle(), wideEntity());
    SqliteBulkInsert insert(database.handle(), wideEntity(), rules);
    QVERIFY(insert.isValid());
    QVERIFY(database.exec("BEGIN"));
    const RowBatch batch = namedRows({QString(), QStringLiteral("7"), QStringLiteral("x"), QString()});
    std::vector<qint64> keys;
    const SqliteBulkInsert::Outcome outcome = insert.insert(batch, allRows(batch), &keys);
    QCOMPARE(outcome.code, SQLITE_OK);
    QCOMPARE(outcome.inserted, 2U);
    QCOMPARE(outcome.alone, 1U);
    QCOMPARE(keys, (std::vector<qint64>{1, 7}));
}

void TestSqliteBulkInsert::takesBackWhatAnExpressionBroke()
{
    const RawDatabase database(QStringLiteral(":memory:"));
    QVERIFY(database.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name CHECK(abs(name)>=0), amount, count)"));
    Entity entity = wideEntity();
    entity.fields[1].type = FieldType::Integer;
    const SqliteTableRules rules(database.handle(), entity);
    SqliteBulkInsert insert(database.handle(), entity, rules);
    QVERIFY(insert.isValid());
    QVERIFY(database.exec("BEGIN; INSERT INTO t(name) VALUES(5)"));
    RowBatch batch(4);
    for (int row = 1; row <= 20; ++row) {
        batch.appendRow(row,
                        {QString(), row == 15 ? QStringLiteral("-9223372036854775808") : QString::number(row),
                         QString(), QString()});
    }
    std::vector<qint64> keys{99};
    const SqliteBulkInsert::Outcome outcome = insert.insert(batch, allRows(batch), &keys);
    QCOMPARE(outcome.code, SQLITE_OK);
    QCOMPARE(outcome.inserted, 0U);
    QCOMPARE(outcome.alone, 15U);
    QCOMPARE(keys, (std::vector<qint64>{99}));
    QCOMPARE(database.value("SELECT count(*) FROM t"), std::string("1"));
}

void TestSqliteBulkInsert::followsTheSchema()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    const auto insert = [&](int first) {
        RowBatch batch(3);
        for (int row = 0; row < 50; ++row)
            batch.appendRow(row + 1, plainRow(first + row));
        Transaction transaction(**session);
        InsertResult result;
        VERIFY_DONE(transaction.begin({}));
        VERIFY_DONE((*session)->insert(usersEntity(), batch, allRows(batch), &result));
        VERIFY_DONE(transaction.commit());
        QCOMPARE(static_cast<int>(result.keys.size() + result.failures.size()), 50);
        for (const InsertResult::Failure &failure : result.failures)
            QVERIFY(failure.error.concernsRowOnly());
    };
    insert(1);
    runSql(fixture.path(),
           QStringLiteral("CREATE TRIGGER g BEFORE INSERT ON users WHEN NEW.name LIKE '%5' "
                          "BEGIN SELECT RAISE(IGNORE); END"));
    insert(101);
    QCOMPARE(fixture.count(usersEntity()), 95);
    runSql(fixture.path(), QStringLiteral("DROP TRIGGER g; CREATE UNIQUE INDEX u ON users(name)"));
    insert(126);
    QCOMPARE(fixture.count(usersEntity()), 95 + 25 + 2); // those that the trigger had kept out
}

void TestSqliteBulkInsert::keepsKeysAtTheEndOfTheirRange()
{
    const RawDatabase database(QStringLiteral(":memory:"));
    QVERIFY(database.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count); BEGIN"));
    const SqliteTableRules rules(database.handle(), wideEntity());
    SqliteBulkInsert insert(database.handle(), wideEntity(), rules);
    QVERIFY(insert.isValid());
    const QString greatest = QString::number(std::numeric_limits<qint64>::max());
    const RowBatch batch = namedRows(
        {QStringLiteral("-5"), greatest, QString(), QStringLiteral("3"), QString(), QStringLiteral("4")});
    std::vector<qint64> keys;
    const SqliteBulkInsert::Outcome outcome = insert.insert(batch, allRows(batch), &keys);
    QCOMPARE(outcome.code, SQLITE_OK);
    QCOMPARE(outcome.inserted, 6U);
    QCOMPARE(keys[0], -5);
    QCOMPARE(keys[1], std::numeric_limits<qint64>::max());
    QCOMPARE(keys[3], 3);
    QCOMPARE(keys[5], 4);
    const std::vector<std::string> stored = database.column("SELECT id FROM t ORDER BY name");
    for (std::size_t i = 0; i < keys.size(); ++i)
        QCOMPARE(stored[i], std::to_string(keys[i]));
}

void TestSqliteBulkInsert::tableOfTheSameNameGivesNothing()
{
    const RawDatabase database(QStringLiteral(":memory:"));
    QVERIFY(database.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count)"));
    const SqliteTableRules rules(database.handle(), wideEntity());
    SqliteBulkInsert insert(database.handle(), wideEntity(), rules);
    QVERIFY(insert.isValid());
    QVERIFY(
        database.exec("CREATE TABLE weir_batch_1(c0, c1, c2, c3); INSERT INTO weir_batch_1(c1) VALUES('no');"
                      "BEGIN"));
    const RowBatch batch = namedRows(QStringList(20, QString()));
    std::vector<qint64> keys;
    const SqliteBulkInsert::Outcome outcome = insert.insert(batch, allRows(batch), &keys);
    QCOMPARE(outcome.code, SQLITE_OK);
    QCOMPARE(outcome.inserted, 0U);
    QVERIFY(outcome.alone > 0);
    QCOMPARE(database.value("SELECT count(*) FROM t"), std::string("0"));
}

void TestSqliteBulkInsert::entitiesOfOneConnectionKeepApart()
{
    DbFixture fixture;
    const QList<Entity> entities{usersEntity(), wideEntity()};
    VERIFY_DONE(fixture.backend->prepare(entities));
    auto session = fixture.backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    RowBatch users(3);
    for (int row = 1; row <= 20; ++row)
        users.appendRow(row, plainRow(row));
    const RowBatch others = namedRows(QStringList(30, QString()));
    const auto insert = [&](const Entity &entity, const RowBatch &batch, qint64 firstKey) {
        Transaction transaction(**session);
        VERIFY_DONE(transaction.begin({}));
        InsertResult result;
        VERIFY_DONE((*session)->insert(entity, batch, allRows(batch), &result));
        VERIFY_DONE(transaction.commit());
        std::vector<qint64> expected(static_cast<std::size_t>(batch.rowCount()));
        std::iota(expected.begin(), expected.end(), firstKey);
        QCOMPARE(result.keys, expected);
    };
    insert(usersEntity(), users, 1);
    insert(wideEntity(), others, 1);
    insert(usersEntity(), users, 21);
    const RawDatabase database(fixture.path());
    QCOMPARE(
        database.value("SELECT count(*)||' '||count(DISTINCT email) FROM users WHERE name LIKE 'User %'"),
        std::string("40 20"));
    QCOMPARE(database.value("SELECT count(*)||' '||min(name) FROM t"), std::string("30 n0"));
}

QTEST_GUILESS_MAIN(TestSqliteBulkInsert)
#include "tst_sqlitebulkinsert.moc"
