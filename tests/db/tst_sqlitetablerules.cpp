// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitetablerules.h"
#include "support/rawdatabase.h"
#include "support/rowmaker.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;
using WeirTest::RawDatabase;

class TestSqliteTableRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tablesThatNeedRowsOneByOne_data();
    void tablesThatNeedRowsOneByOne();
};

void TestSqliteTableRules::tablesThatNeedRowsOneByOne_data()
{
    QTest::addColumn<QString>("schema");
    QTest::addColumn<bool>("usable");
    const auto row = [](const char *name, const char *schema, bool usable) {
        QTest::newRow(name) << QString::fromUtf8(schema) << usable;
    };
    row("plain", "CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count)", true);
    row("constraints",
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name UNIQUE NOT NULL CHECK(name<>''), amount, count)", true);
    row("trigger",
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count);"
        "CREATE TRIGGER g AFTER INSERT ON T BEGIN SELECT 1; END",
        false);
    row("another table's trigger",
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count); CREATE TABLE u(a);"
        "CREATE TRIGGER g AFTER INSERT ON u BEGIN SELECT 1; END",
        true);
    row("conflict clause",
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name UNIQUE on conflict ignore, amount, count)", false);
    row("foreign key",
        "PRAGMA foreign_keys=ON; CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count REFERENCES t)",
        false);
    row("foreign key behind a table of the function's name",
        "PRAGMA foreign_keys=ON; CREATE TABLE pragma_foreign_key_list(a, b);"
        "CREATE TABLE pragma_foreign_keys(foreign_keys);"
        "CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count REFERENCES t)",
        false);
    row("foreign key that is not enforced",
        "PRAGMA foreign_keys=OFF; CREATE TABLE t(id INTEGER PRIMARY KEY, name, amount, count REFERENCES t)",
        true);
}

void TestSqliteTableRules::tablesThatNeedRowsOneByOne()
{
    QFETCH(QString, schema);
    QFETCH(bool, usable);
    const RawDatabase database(QStringLiteral(":memory:"));
    QVERIFY(database.exec(schema.toUtf8().constData()));
    SqliteTableRules rules(database.handle(), wideEntity());
    QCOMPARE(rules.update(), 0);
    QCOMPARE(rules.takesRowsTogether(), usable);
}

QTEST_GUILESS_MAIN(TestSqliteTableRules)
#include "tst_sqlitetablerules.moc"
