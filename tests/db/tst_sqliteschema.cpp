// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/typechecks.h"
#include "db/sqlite/statements/sqlitehandle.h"
#include "db/sqlite/statements/sqlitesettings.h"
#include "db/sqlite/tables/sqliteschema.h"
#include "support/dbfixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestSqliteSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ownMigrationsAreNumberedAndDestroyNothing();
    void migrationsRunOnceInOrder();
    void failingMigrationLeavesTheVersionBefore();
    void newerWeirsFileIsRefused();
    void foreignFilesAreAdoptedUnstamped_data();
    void foreignFilesAreAdoptedUnstamped();
    void misfits_data();
    void misfits();
    void fits_data();
    void fits();
    void migrateAddsTablesAndColumns();
    void nothingIsWrittenWhenOneTableIsWrong();
    void typesThatAreNotReadYet();
    void impossibleNames_data();
    void impossibleNames();
    void affinities_data();
    void affinities();
    void unsafeFunctionInASchema();
};

namespace {

struct Opened
{
    explicit Opened(const QString &file)
        : handle(std::move(*SqliteHandle::open(file, SqliteHandle::Access::Create)))
    {}
    Expected<QStringList, SqlError> apply(const QList<SqliteMigration> &steps,
                                          const QList<Entity> &entities = {})
    {
        return SqliteSchema(handle.get(), QStringLiteral("file"), steps)
            .apply(entities, SqliteSchema::AddColumns::No);
    }
    qint64 integer(const QString &sql) const
    {
        qint64 value = -1;
        return !readSqliteInteger(handle.get(), sql, {}, &value) ? -1 : value;
    }
    SqliteHandle handle;
};

SqliteMigration step(int version, const char *sql)
{
    return {version, QString::fromUtf8(sql)};
}

const char *const Stamp = "PRAGMA application_id=1466263922";

} // namespace

void TestSqliteSchema::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void TestSqliteSchema::ownMigrationsAreNumberedAndDestroyNothing()
{
    const QList<SqliteMigration> migrations = SqliteSchema::ownMigrations();
    QVERIFY(!migrations.isEmpty());
    const QRegularExpression destructive(QStringLiteral("\\b(drop|delete|truncate|update|replace)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    for (qsizetype i = 0; i < migrations.size(); ++i) {
        QCOMPARE(migrations.at(i).version, i + 1);
        QVERIFY(!migrations.at(i).sql.isEmpty());
        QVERIFY(!destructive.match(migrations.at(i).sql).hasMatch());
    }
}

void TestSqliteSchema::migrationsRunOnceInOrder()
{
    QTemporaryDir directory;
    Opened opened(directory.filePath(QStringLiteral("a.db")));
    QList<SqliteMigration> steps{step(1, Stamp), step(2, "CREATE TABLE log(n); INSERT INTO log VALUES(2)")};
    QCOMPARE(opened.apply(steps).value_or(QStringList()).size(), 2);
    QCOMPARE(opened.integer(QStringLiteral("PRAGMA user_version")), 2);
    steps.append(step(3, "INSERT INTO log VALUES(3)"));
    steps.append(step(4, "INSERT INTO log VALUES(4)"));
    QCOMPARE(opened.apply(steps).value_or(QStringList()).size(), 2);
    QCOMPARE(opened.apply(steps).value_or(QStringList{QString()}).size(), 0);
    QCOMPARE(opened.integer(QStringLiteral("SELECT group_concat(n,'') FROM log")), 234);
    QCOMPARE(opened.integer(QStringLiteral("PRAGMA user_version")), 4);
}

void TestSqliteSchema::failingMigrationLeavesTheVersionBefore()
{
    QTemporaryDir directory;
    Opened opened(directory.filePath(QStringLiteral("a.db")));
    const QList<SqliteMigration> steps{step(1, Stamp), step(2, "CREATE TABLE good(n)"),
                                       step(3, "CREATE TABLE half(n); CREATE TABLE half(n)"),
                                       step(4, "CREATE TABLE never(n)")};
    const auto done = opened.apply(steps);
    QVERIFY(!done && !done.error().sentence.isEmpty());
    QCOMPARE(opened.integer(QStringLiteral("PRAGMA user_version")), 2);
    QCOMPARE(opened.integer(QStringLiteral("SELECT count(*) FROM sqlite_schema")), 1);
    QCOMPARE(opened.integer(QStringLiteral("SELECT 1")), 1); // no transaction was left open …
    VERIFY_DONE(executeSqlite(opened.handle.get(), QStringLiteral("BEGIN IMMEDIATE"), {})); // … or this fails
}

void TestSqliteSchema::newerWeirsFileIsRefused()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    runSql(fixture.path(), QStringLiteral("PRAGMA user_version=1000"));
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity(), productsEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::Schema);
    QVERIFY(error.sentence.contains(QStringLiteral("newer Weir")));
    QVERIFY(!fixture.backend->migrate({productsEntity()}));
}

void TestSqliteSchema::foreignFilesAreAdoptedUnstamped_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("applicationId");
    QTest::newRow("tables, no id") << QStringLiteral("CREATE TABLE theirs(a)") << QStringLiteral("0");
    QTest::newRow("other id") << QStringLiteral("PRAGMA application_id=7") << QStringLiteral("7");
    QTest::newRow("version only") << QStringLiteral("PRAGMA user_version=1000") << QStringLiteral("0");
}

void TestSqliteSchema::foreignFilesAreAdoptedUnstamped()
{
    QFETCH(QString, sql);
    QFETCH(QString, applicationId);
    DbFixture fixture;
    runSql(fixture.path(), sql);
    const QString version = runSql(fixture.path(), QStringLiteral("PRAGMA user_version"));
    VERIFY_DONE(fixture.backend->prepare({usersEntity()}));
    VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA application_id")), applicationId);
    QCOMPARE(runSql(fixture.path(), QStringLiteral("PRAGMA user_version")), version);
}

void TestSqliteSchema::misfits_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("named"); // what the sentence must name
    const auto table = [](const char *columns) {
        return QStringLiteral("CREATE TABLE products(%1)").arg(QString::fromLatin1(columns));
    };
    QTest::newRow("missing column") << table("id INTEGER PRIMARY KEY, name TEXT, stock INTEGER")
                                    << QStringLiteral("no column \"price\"");
    QTest::newRow("extra column that must be filled")
        << table("id INTEGER PRIMARY KEY, name TEXT, price REAL, stock INTEGER, colour TEXT NOT NULL")
        << QStringLiteral("\"colour\"");
    QTest::newRow("number in text") << table("id INTEGER PRIMARY KEY, name TEXT, price TEXT, stock INTEGER")
                                    << QStringLiteral("\"price\"");
    QTest::newRow("text in integer") << table("id INTEGER PRIMARY KEY, name INT, price REAL, stock INTEGER")
                                     << QStringLiteral("\"name\"");
    QTest::newRow("integer in real") << table("id INTEGER PRIMARY KEY, name TEXT, price REAL, stock REAL")
                                     << QStringLiteral("\"stock\"");
    QTest::newRow("key is text") << table("id TEXT PRIMARY KEY, name TEXT, price REAL, stock INTEGER")
                                 << QStringLiteral("\"id\"");
    QTest::newRow("key is no key") << table("id INTEGER, name TEXT PRIMARY KEY, price REAL, stock INTEGER")
                                   << QStringLiteral("\"id\"");
    QTest::newRow("key of two") << table(
        "id INTEGER, name TEXT, price REAL, stock INTEGER, PRIMARY KEY(id,name)")
                                << QStringLiteral("\"id\"");
    QTest::newRow("without rowid") << table("id INTEGER PRIMARY KEY, name TEXT, price REAL, stock INTEGER")
            + QStringLiteral(" WITHOUT ROWID")
                                   << QStringLiteral("\"id\"");
    QTest::newRow("computed") << table(
        "id INTEGER PRIMARY KEY, name TEXT, price REAL, stock INTEGER AS (price*2)")
                              << QStringLiteral("\"stock\"");
    QTest::newRow("view") << QStringLiteral(
        "CREATE VIEW products AS SELECT 1 AS id, 2 AS name, 3 AS price, 4 AS stock")
                          << QStringLiteral("view");
    QTest::newRow("virtual table") << QStringLiteral(
        "CREATE VIRTUAL TABLE products USING fts5(id, name, price, stock)")
                                   << QStringLiteral("virtual");
}

void TestSqliteSchema::misfits()
{
    QFETCH(QString, sql);
    QFETCH(QString, named);
    DbFixture fixture;
    runSql(fixture.path(), sql);
    const SqlError error = errorOf(fixture.backend->prepare({productsEntity()}));
    QCOMPARE(error.errorClass, ErrorClass::Schema);
    QVERIFY2(error.sentence.contains(named), qPrintable(error.sentence));
    QVERIFY(error.sentence.contains(fixture.path()));
    QVERIFY(error.sentence.contains(QStringLiteral("products")));
}

void TestSqliteSchema::fits_data()
{
    QTest::addColumn<QString>("columns");
    QTest::newRow("django") << QStringLiteral(
        "\"id\" integer NOT NULL PRIMARY KEY AUTOINCREMENT, \"name\" varchar(100) "
        "NOT NULL, \"price\" decimal NOT NULL, \"stock\" integer unsigned NOT NULL "
        "CHECK (\"stock\" >= 0)");
    QTest::newRow("other case") << QStringLiteral(
        "ID INTEGER PRIMARY KEY, Name TEXT, PRICE REAL, Stock BIGINT");
    QTest::newRow("without types") << QStringLiteral("id INTEGER PRIMARY KEY, name, price, stock");
    QTest::newRow("more columns") << QStringLiteral(
        "id INTEGER PRIMARY KEY, name TEXT, price REAL, stock INTEGER, a TEXT, "
        "b TEXT NOT NULL DEFAULT 'x', c TEXT AS (name) STORED NOT NULL");
    QTest::newRow("other order") << QStringLiteral(
        "stock INTEGER, price DOUBLE, id INTEGER PRIMARY KEY, name CLOB");
}

void TestSqliteSchema::fits()
{
    QFETCH(QString, columns);
    DbFixture fixture;
    runSql(fixture.path(), QStringLiteral("CREATE TABLE products(%1)").arg(columns));
    VERIFY_DONE(fixture.backend->prepare({productsEntity()}));
    QList<RowResult> results;
    VERIFY_DONE(fixture.insertRows(
        productsEntity(), {{QString(), QStringLiteral("A"), QStringLiteral("1.5"), QStringLiteral("2")}},
        &results));
    QVERIFY2(results.constFirst().error.isNone(), qPrintable(results.constFirst().error.sentence));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT name||price||stock FROM products")),
             QStringLiteral("A1.52"));
}

void TestSqliteSchema::migrateAddsTablesAndColumns()
{
    DbFixture fixture;
    Entity users = usersEntity();
    VERIFY_DONE(fixture.backend->prepare({users}));
    VERIFY_DONE(fixture.insertRows(users, {plainRow(1)}));
    users.fields.append({QStringLiteral("age \"x\""), QStringLiteral("Age"), FieldType::Integer, false, {}});
    QCOMPARE(errorOf(fixture.backend->prepare({users})).errorClass, ErrorClass::Schema);
    const auto done = fixture.backend->migrate({users, productsEntity()});
    QVERIFY(done);
    QCOMPARE(done->size(), 2);
    QVERIFY(done->at(0).contains(QStringLiteral("age")) && done->at(1).contains(QStringLiteral("products")));
    QCOMPARE(fixture.backend->migrate({users, productsEntity()}).value_or(QStringList{QString()}),
             QStringList());
    VERIFY_DONE(fixture.backend->prepare({users, productsEntity()}));
    VERIFY_DONE(fixture.insertRows(users, {plainRow(2) + QStringList{QStringLiteral("30")}}));
    QCOMPARE(runSql(fixture.path(),
                    QStringLiteral("SELECT group_concat(ifnull(\"age \"\"x\"\"\",'-')) FROM users")),
             QStringLiteral("-,30"));
    users.fields[0].name = QStringLiteral("key");
    QVERIFY(!fixture.backend->migrate({users})); // a key cannot be added
}

void TestSqliteSchema::nothingIsWrittenWhenOneTableIsWrong()
{
    DbFixture fixture;
    runSql(fixture.path(), QStringLiteral("CREATE TABLE products(id INTEGER PRIMARY KEY)"));
    QVERIFY(!fixture.backend->prepare({usersEntity(), productsEntity()}));
    QCOMPARE(runSql(fixture.path(), QStringLiteral("SELECT count(*) FROM sqlite_schema")),
             QStringLiteral("1"));
}

/// Neither table nor column is made for them: how their values will be stored is not settled.
void TestSqliteSchema::typesThatAreNotReadYet()
{
    DbFixture fixture;
    VERIFY_DONE(fixture.backend->prepare({productsEntity()}));
    Entity products = productsEntity();
    products.fields.append({QStringLiteral("made"), QStringLiteral("Made"), FieldType::Date, false, {}});
    Entity users = usersEntity();
    users.fields[2].type = FieldType::Uuid;
    for (const Entity &entity : {products, users}) {
        const auto migrated = fixture.backend->migrate({entity});
        QVERIFY(!migrated);
        QCOMPARE(migrated.error().errorClass, ErrorClass::Schema);
        QCOMPARE(migrated.error().sentence, checkReadable(entity).error().sentence);
    }
    QCOMPARE(runSql(fixture.path(),
                    QStringLiteral("SELECT group_concat(c.name) FROM sqlite_schema AS t, "
                                   "pragma_table_info(t.name) AS c WHERE t.type='table'")),
             QStringLiteral("id,name,price,stock"));
}

void TestSqliteSchema::impossibleNames_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("column");
    QTest::newRow("sqlite's own") << QStringLiteral("SQLite_x") << QStringLiteral("a");
    QTest::newRow("empty table") << QString() << QStringLiteral("a");
    QTest::newRow("empty column") << QStringLiteral("t") << QString();
    QTest::newRow("NUL in table") << QStringLiteral("a\0b") << QStringLiteral("a");
    QTest::newRow("NUL in column") << QStringLiteral("t") << QStringLiteral("a\0b");
}

void TestSqliteSchema::impossibleNames()
{
    QFETCH(QString, table);
    QFETCH(QString, column);
    DbFixture fixture;
    Entity entity = usersEntity();
    entity.table = table;
    entity.fields[1].name = column;
    const SqlError error = errorOf(fixture.backend->prepare({entity}));
    QCOMPARE(error.errorClass, ErrorClass::Schema);
    QVERIFY(error.sentence.contains(QStringLiteral("users")));
}

void TestSqliteSchema::affinities_data()
{
    QTest::addColumn<QString>("type");
    using Affinity = SqliteTable::Affinity;
    QTest::addColumn<int>("affinity");
    const auto row = [](const char *type, Affinity affinity) {
        QTest::newRow(type) << QString::fromLatin1(type) << static_cast<int>(affinity);
    };
    row("", Affinity::None);
    row("blob", Affinity::None);
    row("unsigned big int", Affinity::Integer);
    row("charint", Affinity::Integer);
    row("floating point", Affinity::Integer); // "poINT", as SQLite itself has it
    row("native character(70)", Affinity::Text);
    row("clob", Affinity::Text);
    row("double precision", Affinity::Real);
    row("float", Affinity::Real);
    row("decimal(10,5)", Affinity::Numeric);
    row("boolean", Affinity::Numeric);
    row("string", Affinity::Numeric);
}

void TestSqliteSchema::affinities()
{
    QFETCH(QString, type);
    QFETCH(int, affinity);
    QCOMPARE(static_cast<int>(SqliteTable::affinityOf(type)), affinity);
}

void TestSqliteSchema::unsafeFunctionInASchema()
{
    DbFixture fixture;
    runSql(fixture.path(),
           QStringLiteral("CREATE TABLE users(id INTEGER PRIMARY KEY, name TEXT, email TEXT "
                          "DEFAULT (load_extension('x')))"));
    const SqlError error = errorOf(fixture.backend->prepare({usersEntity()}));
    if (error.isNone()) {
        QList<RowResult> results;
        VERIFY_DONE(fixture.insertRows(usersEntity(), {plainRow(1)}, &results));
        QVERIFY(results.constFirst().error.isNone()); // the default is never computed: all columns are given
        return;
    }
    QVERIFY2(error.sentence.contains(QStringLiteral("load_extension")), qPrintable(error.sentence));
}

QTEST_GUILESS_MAIN(TestSqliteSchema)
#include "tst_sqliteschema.moc"
