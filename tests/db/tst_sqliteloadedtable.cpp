// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitehandle.h"
#include "db/sqlite/undo/sqliteloadedtable.h"
#include "support/dbfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestSqliteLoadedTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void writesAsEver();
    void readsWhatItWrote();
    void refusesWhatIsDamaged_data();
    void refusesWhatIsDamaged();

private:
    /// Of a table with a default of each kind.
    static SqliteLoadedTable loaded()
    {
        const DbFixture fixture;
        runSql(fixture.path(),
               QStringLiteral("CREATE TABLE t(id INTEGER PRIMARY KEY, filled, plain, whole DEFAULT "
                              "9223372036854775807, real DEFAULT 0.1, text DEFAULT '\"\\/' , "
                              "\"名\n\" DEFAULT '🙂\x7f\x01', bytes DEFAULT x'00ff', now DEFAULT "
                              "CURRENT_TIMESTAMP)"));
        const auto handle = SqliteHandle::open(fixture.path(), SqliteHandle::Access::Create);
        const auto table = SqliteLoadedTable::read(handle->get(), QStringLiteral("t"),
                                                   {QStringLiteral("filled")}, QStringLiteral("file"));
        return table && *table ? **table : SqliteLoadedTable();
    }
};

/// To the byte what Qt's JSON, which wrote this before, makes of it.
void TestSqliteLoadedTable::writesAsEver()
{
    const SqliteLoadedTable table = loaded();
    QCOMPARE(table.unfilled.size(), std::size_t{7});
    const QJsonArray unfilled = QJsonDocument::fromJson(R"([
        {"name": "plain", "untouched": ["null", ""]},
        {"name": "whole", "untouched": ["integer", "9223372036854775807"]},
        {"name": "real", "untouched": ["real", "0.10000000000000001"]},
        {"name": "text", "untouched": ["text", "\"\\/"]},
        {"name": "名\n", "untouched": ["text", "🙂\u007f\u0001"]},
        {"name": "bytes", "untouched": ["blob", "00ff"]},
        {"name": "now"}])")
                                    .array();
    const QJsonObject object{{QStringLiteral("format"), 1},
                             {QStringLiteral("row"), table.schemaRow},
                             {QStringLiteral("body"), QString::fromLatin1(table.body)},
                             {QStringLiteral("unfilled"), unfilled}};
    QCOMPARE(QString::fromUtf8(table.toJson()),
             QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

void TestSqliteLoadedTable::readsWhatItWrote()
{
    const SqliteLoadedTable written = loaded();
    const auto read = SqliteLoadedTable::fromJson(written.toJson());
    QVERIFY(read);
    QCOMPARE(read->schemaRow, written.schemaRow);
    QCOMPARE(read->body, written.body);
    QCOMPARE(read->unfilled.size(), written.unfilled.size());
    for (std::size_t i = 0; i < written.unfilled.size(); ++i) {
        QCOMPARE(read->unfilled[i].name, written.unfilled[i].name);
        QVERIFY(read->unfilled[i].value == written.unfilled[i].value);
    }
}

void TestSqliteLoadedTable::refusesWhatIsDamaged_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "[]", "{}", "{\"format\":2,\"unfilled\":[]}", "{\"format\":1}",
                             "{\"format\":\"1\",\"unfilled\":[]}", "{\"format\":1,\"unfilled\":{}}"})
        QTest::newRow(text) << QByteArray(text);
}

void TestSqliteLoadedTable::refusesWhatIsDamaged()
{
    QFETCH(QByteArray, text);
    QVERIFY(!SqliteLoadedTable::fromJson(text));
}

QTEST_GUILESS_MAIN(TestSqliteLoadedTable)
#include "tst_sqliteloadedtable.moc"
