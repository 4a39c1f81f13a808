// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/catalog.h"
#include "db/connections.h"
#include "db/cursor.h"
#include "db/transaction.h"
#include "support/dbfixture.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

Q_DECLARE_METATYPE(SqlValue)
Q_DECLARE_METATYPE(ColumnDefinition)

/// Statements through a session, the Dialect that spells them, and the Catalog.
class TestStatements : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void valuesComeBackAsTheyWere_data();
    void valuesComeBackAsTheyWere();
    void rowsComeOneByOne();
    void aStatementIsUsedAgain();
    void cursorsOfOneStatementStandApart();
    void aCursorHasItsValues();
    void writingNeedsATransaction();
    void aQueryDoesNotWrite();
    void changesAreCounted();
    void aRolledBackChangeIsNotThere();
    void wrongStatementsAreErrors_data();
    void wrongStatementsAreErrors();
    void aRowsFaultIsTold();
    void namesAreQuoted_data();
    void namesAreQuoted();
    void outsideIsWhatADefinitionForbids_data();
    void outsideIsWhatADefinitionForbids();
    void aMadeTableFits();
    void addedColumnsAreThere();
    void tablesOfOthersDoNotFit_data();
    void tablesOfOthersDoNotFit();

private:
    qint64 change(const QString &sql, const std::vector<SqlValue> &values = {});
    QStringList column(const Statement &statement);

    std::unique_ptr<DbFixture> m_fixture;
    std::unique_ptr<Session> m_session;
};

namespace {

TableDefinition notes()
{
    using Type = ColumnDefinition::Type;
    return {QStringLiteral("weir \"notes\""),
            {{QStringLiteral("number")},
             {QStringLiteral("text"), Type::Text, true, true, 1, 10},
             {QStringLiteral("more"), Type::Bytes, false}},
            {QStringLiteral("number")},
            true};
}

} // namespace

void TestStatements::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<DbFixture>();
    VERIFY_DONE(m_fixture->backend->prepare({usersEntity()}));
    auto session = m_fixture->backend->openSession(newConnectionName(QStringLiteral("users")));
    QVERIFY(session);
    m_session = std::move(*session);
}

void TestStatements::cleanup()
{
    m_session.reset();
    m_fixture.reset();
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

/// In a transaction of its own; -1: an error.
qint64 TestStatements::change(const QString &sql, const std::vector<SqlValue> &values)
{
    Transaction transaction(*m_session);
    if (!transaction.begin({}))
        return -1;
    const auto changed = m_session->execute({sql, values});
    return changed && transaction.commit() ? *changed : -1;
}

QStringList TestStatements::column(const Statement &statement)
{
    const auto cursor = m_session->query(statement);
    if (!cursor)
        return {cursor.error().sentence};
    QStringList texts;
    while ((*cursor)->next())
        texts += (*cursor)->text(0);
    if (!(*cursor)->error().isNone())
        texts += (*cursor)->error().sentence;
    return texts;
}

void TestStatements::valuesComeBackAsTheyWere_data()
{
    using Kind = StoredValue::Kind;
    QTest::addColumn<SqlValue>("value");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("integer");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const SqlValue &value, Kind kind, qint64 integer,
                        const QString &text, const QByteArray &bytes) {
        QTest::newRow(name) << value << static_cast<int>(kind) << integer << text << bytes;
    };
    row("NULL", {}, Kind::Null, 0, {}, {});
    row("integer", qint64{7}, Kind::Integer, 7, QStringLiteral("7"), {});
    row("least", std::numeric_limits<qint64>::min(), Kind::Integer, std::numeric_limits<qint64>::min(),
        QStringLiteral("-9223372036854775808"), {});
    row("number", 0.1, Kind::Number, 0, QStringLiteral("0.1"), {});
    row("text", QStringLiteral("é 😀"), Kind::Text, 0, QStringLiteral("é 😀"), QByteArray("é 😀"));
    row("text of an integer", QStringLiteral("12"), Kind::Text, 12, QStringLiteral("12"), "12");
    row("empty text", QStringLiteral(""), Kind::Text, 0, QStringLiteral(""), {});
    row("no text", QString(), Kind::Text, 0, QStringLiteral(""), {});
    row("bytes", QByteArray("\0\1", 2), Kind::Bytes, 0, QString::fromLatin1("\0\1", 2),
        QByteArray("\0\1", 2));
    row("empty bytes", QByteArray("", 0), Kind::Bytes, 0, QStringLiteral(""), {});
}

void TestStatements::valuesComeBackAsTheyWere()
{
    QFETCH(const SqlValue, value);
    QFETCH(const int, kind);
    const auto cursor = m_session->query({QStringLiteral("SELECT ?, 1"), {value}});
    QVERIFY(cursor);
    QCOMPARE((*cursor)->columnCount(), 2);
    QVERIFY((*cursor)->next());
    QCOMPARE(static_cast<int>((*cursor)->value(0).kind), kind);
    QCOMPARE((*cursor)->isNull(0), value == SqlValue());
    QTEST((*cursor)->integer(0), "integer");
    QTEST((*cursor)->text(0), "text");
    QCOMPARE((*cursor)->text(0).isNull(), value == SqlValue());
    QTEST((*cursor)->bytes(0), "bytes");
    QVERIFY(!(*cursor)->next());
    QVERIFY((*cursor)->error().isNone());
}

void TestStatements::rowsComeOneByOne()
{
    const auto cursor = m_session->query({QStringLiteral("SELECT 1 UNION SELECT 2"), {}});
    QVERIFY(cursor);
    for (const qint64 expected : {1, 2}) {
        QVERIFY((*cursor)->next());
        QCOMPARE((*cursor)->integer(0), expected);
    }
    for (int call = 0; call < 3; ++call)
        QVERIFY(!(*cursor)->next());
    QVERIFY((*cursor)->error().isNone());
}

void TestStatements::aStatementIsUsedAgain()
{
    for (int round = 0; round < 100; ++round) {
        const QString text = QString::number(round);
        QCOMPARE(column({QStringLiteral("SELECT ?"), {text}}), QStringList(text));
        QCOMPARE(column({QStringLiteral("SELECT %1").arg(round), {}}), QStringList(text));
    }
    QCOMPARE(change(QStringLiteral("CREATE TABLE t(a)")), 0);
    const Statement all{QStringLiteral("SELECT * FROM main.t"), {}};
    QCOMPARE(change(QStringLiteral("INSERT INTO t VALUES(?)"), {qint64{5}}), 1);
    QCOMPARE(column(all), QStringList(QStringLiteral("5")));
    runSql(m_fixture->path(), QStringLiteral("ALTER TABLE t RENAME TO u; CREATE TABLE t(a); "));
    QCOMPARE(column(all), QStringList());
}

void TestStatements::cursorsOfOneStatementStandApart()
{
    const Statement statement{QStringLiteral("SELECT ? UNION SELECT 9"), {qint64{1}}};
    const auto one = m_session->query(statement);
    QVERIFY((*one)->next());
    QCOMPARE(column(statement), (QStringList{QStringLiteral("1"), QStringLiteral("9")}));
    QVERIFY((*one)->next());
    QCOMPARE((*one)->integer(0), 9);
}

void TestStatements::aCursorHasItsValues()
{
    Expected<std::unique_ptr<Cursor>, SqlError> cursor;
    {
        const QByteArray bytes(1000, 'x');
        cursor = m_session->query({QStringLiteral("SELECT ?"), {QByteArray(bytes.constData(), 1000)}});
    }
    QVERIFY((*cursor)->next());
    QCOMPARE((*cursor)->bytes(0), QByteArray(1000, 'x'));
}

void TestStatements::writingNeedsATransaction()
{
    const auto changed = m_session->execute({QStringLiteral("INSERT INTO users(name) VALUES('a')"), {}});
    QVERIFY(!changed);
    QVERIFY2(changed.error().sentence.contains(m_fixture->path()), qPrintable(changed.error().sentence));
    QCOMPARE(m_fixture->count(usersEntity()), 0);
}

void TestStatements::aQueryDoesNotWrite()
{
    const Statement statement{QStringLiteral("INSERT INTO users(name) VALUES('a') RETURNING id"), {}};
    const auto cursor = m_session->query(statement);
    QVERIFY(!cursor);
    QVERIFY(cursor.error().errorClass != ErrorClass::None);
    QCOMPARE(m_fixture->count(usersEntity()), 0);
    QCOMPARE(change(statement.sql), 1);
    QCOMPARE(m_fixture->count(usersEntity()), 1);
}

void TestStatements::changesAreCounted()
{
    const QString insert = QStringLiteral("INSERT INTO users(name) VALUES(?)");
    QCOMPARE(change(insert, {QStringLiteral("a")}), 1);
    QCOMPARE(change(QStringLiteral("CREATE TABLE t(a)")), 0);
    QCOMPARE(change(QStringLiteral("UPDATE users SET name='b' WHERE name='none'")), 0);
    QCOMPARE(change(insert + QStringLiteral(",(?)"), {QStringLiteral("b"), SqlValue()}), 2);
    QCOMPARE(change(QStringLiteral("DELETE FROM users")), 3);
}

void TestStatements::aRolledBackChangeIsNotThere()
{
    {
        Transaction transaction(*m_session);
        VERIFY_DONE(transaction.begin({}));
        QVERIFY(m_session->execute({QStringLiteral("INSERT INTO users(name) VALUES('a')"), {}}));
        QCOMPARE(column({QStringLiteral("SELECT name FROM users"), {}}), QStringList(QStringLiteral("a")));
    }
    QCOMPARE(column({QStringLiteral("SELECT name FROM users"), {}}), QStringList());
}

void TestStatements::wrongStatementsAreErrors_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("values");
    QTest::newRow("no SQL") << QStringLiteral("SELEKT") << 0;
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("no such table") << QStringLiteral("SELECT * FROM nowhere") << 0;
    QTest::newRow("no such column") << QStringLiteral("SELECT \"nothing\" FROM users") << 0;
    QTest::newRow("a value missing") << QStringLiteral("SELECT ?") << 0;
    QTest::newRow("a value too many") << QStringLiteral("SELECT ?") << 2;
}

void TestStatements::wrongStatementsAreErrors()
{
    QFETCH(const QString, sql);
    QFETCH(const int, values);
    const Statement statement{sql, std::vector<SqlValue>(static_cast<std::size_t>(values))};
    const auto cursor = m_session->query(statement);
    QVERIFY(!cursor);
    QVERIFY2(cursor.error().sentence.contains(m_fixture->path()), qPrintable(cursor.error().sentence));
    Transaction transaction(*m_session);
    VERIFY_DONE(transaction.begin({}));
    const auto changed = m_session->execute(statement);
    QVERIFY(!changed);
    QVERIFY2(changed.error().sentence.contains(m_fixture->path()), qPrintable(changed.error().sentence));
}

void TestStatements::aRowsFaultIsTold()
{
    QCOMPARE(change(QStringLiteral("CREATE TABLE t(a UNIQUE)")), 0);
    Transaction transaction(*m_session);
    VERIFY_DONE(transaction.begin({}));
    const Statement insert{QStringLiteral("INSERT INTO t VALUES(?)"), {qint64{1}}};
    QVERIFY(m_session->execute(insert));
    const auto again = m_session->execute(insert);
    QVERIFY(!again);
    QVERIFY(again.error().concernsRowOnly());
    QVERIFY(m_session->inTransaction());
    VERIFY_DONE(transaction.commit());
    QCOMPARE(column({QStringLiteral("SELECT a FROM t"), {}}), QStringList(QStringLiteral("1")));
}

void TestStatements::namesAreQuoted_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << QStringLiteral("plain");
    QTest::newRow("keyword") << QStringLiteral("select");
    QTest::newRow("quoted already") << QStringLiteral("\"q\"");
    QTest::newRow("injection") << QStringLiteral("t\"; DROP TABLE users; --");
    QTest::newRow("question") << QStringLiteral("is it?");
    QTest::newRow("dotted") << QStringLiteral("main.users");
}

void TestStatements::namesAreQuoted()
{
    QFETCH(const QString, name);
    const Dialect &dialect = m_session->dialect();
    QCOMPARE(change(QStringLiteral("CREATE TABLE %1(%2)").arg(dialect.table(name), dialect.identifier(name))),
             0);
    QCOMPARE(column({QStringLiteral("SELECT name FROM sqlite_schema WHERE name=?"), {name}}),
             QStringList(name));
    const QString insert =
        QStringLiteral("INSERT INTO %1(%2) VALUES(?)").arg(dialect.table(name), dialect.identifier(name));
    QCOMPARE(change(insert, {QStringLiteral("x")}), 1);
    QCOMPARE(m_fixture->count(usersEntity()), 0);
}

void TestStatements::outsideIsWhatADefinitionForbids_data()
{
    using Type = ColumnDefinition::Type;
    QTest::addColumn<ColumnDefinition>("column");
    QTest::addColumn<QString>("value"); // as SQL
    QTest::addColumn<bool>("isOutside");
    const auto row = [](const char *name, const ColumnDefinition &column, const char *value, bool isOutside) {
        QTest::newRow(name) << column << QString::fromLatin1(value) << isOutside;
    };
    const QString a = QStringLiteral("a");
    row("integer", {a}, "-9223372036854775808", false);
    row("integer as text", {a}, "'1'", true);
    row("integer as a number", {a}, "1.5", true);
    row("integer missing", {a}, "NULL", true);
    row("integer that may miss", {a, Type::Integer, false, false, 0, 5}, "NULL", false);
    row("least", {a, Type::Integer, true, false, -1, 5}, "-1", false);
    row("too small", {a, Type::Integer, true, false, -1, 5}, "-2", true);
    row("most", {a, Type::Integer, true, false, -1, 5}, "5", false);
    row("too large", {a, Type::Integer, true, false, -1, 5}, "6", true);
    row("text", {a, Type::Text, true, false, 0, 3}, "'abc'", false);
    row("long text", {a, Type::Text, true, false, 0, 3}, "'abcd'", true);
    row("text as bytes", {a, Type::Text}, "x'00'", true);
    row("bytes", {a, Type::Bytes, true, false, 2, 2}, "x'0011'", false);
    row("bytes as text", {a, Type::Bytes}, "'ab'", true);
    row("few bytes", {a, Type::Bytes, true, false, 2, 2}, "x'00'", true);
    row("many bytes", {a, Type::Bytes, false, false, 2, 2}, "x'001122'", true);
    row("no bytes", {a, Type::Bytes, false, false, 2, 2}, "NULL", false);
}

void TestStatements::outsideIsWhatADefinitionForbids()
{
    QFETCH(const ColumnDefinition, column);
    QFETCH(const QString, value);
    QFETCH(const bool, isOutside);
    const QString sql = QStringLiteral("SELECT a FROM (SELECT %1 AS a) WHERE %2")
                            .arg(value, m_session->dialect().isOutside(column));
    QCOMPARE(this->column({sql, {}}).size(), isOutside ? 1 : 0);
}

void TestStatements::aMadeTableFits()
{
    const TableDefinition table = notes();
    const auto before = m_session->catalog().compare(table);
    QVERIFY(before);
    QVERIFY(!before->exists && !before->suits);
    const Dialect &dialect = m_session->dialect();
    QCOMPARE(change(dialect.createTable(table)), 0);
    const auto fit = m_session->catalog().compare(table);
    QVERIFY(fit);
    QVERIFY(fit->exists && fit->suits);
    QCOMPARE(fit->missing, QStringList());
    const QString insert =
        QStringLiteral("INSERT INTO %1(\"text\") VALUES(?)").arg(dialect.table(table.name));
    QCOMPARE(change(insert, {QStringLiteral("a")}), 1);
    QCOMPARE(change(insert, {QStringLiteral("a")}), -1); // unique
    QCOMPARE(change(insert, {SqlValue()}), -1);          // mandatory
    QCOMPARE(column({QStringLiteral("SELECT number FROM ") + dialect.table(table.name), {}}),
             QStringList(QStringLiteral("1")));
}

void TestStatements::addedColumnsAreThere()
{
    TableDefinition table = notes();
    QCOMPARE(change(m_session->dialect().createTable(table)), 0);
    table.columns += {QStringLiteral("later"), ColumnDefinition::Type::Text, false};
    const auto before = m_session->catalog().compare(table);
    QVERIFY(before && before->suits);
    QCOMPARE(before->missing, QStringList(QStringLiteral("later")));
    QVERIFY(before->has(QStringLiteral("text")) && !before->has(QStringLiteral("later")));
    QCOMPARE(change(m_session->dialect().addColumn(table.name, table.columns.constLast())), 0);
    const auto after = m_session->catalog().compare(table);
    QVERIFY(after && after->suits);
    QCOMPARE(after->missing, QStringList());
}

void TestStatements::tablesOfOthersDoNotFit_data()
{
    QTest::addColumn<QString>("sql");
    const auto row = [](const char *name, const char *sql) {
        QTest::newRow(name) << QString::fromLatin1(sql);
    };
    row("view", "CREATE VIEW \"weir \"\"notes\"\"\" AS SELECT 1 AS number, '' AS text, NULL AS more");
    row("other key", "CREATE TABLE \"weir \"\"notes\"\"\"(number, text PRIMARY KEY, more)");
    row("no row number", "CREATE TABLE \"weir \"\"notes\"\"\"(number TEXT PRIMARY KEY, text, more)");
    row("computed", "CREATE TABLE \"weir \"\"notes\"\"\"(number INTEGER PRIMARY KEY, text, more AS (1))");
    row("trigger",
        "CREATE TABLE \"weir \"\"notes\"\"\"(number INTEGER PRIMARY KEY, text, more);"
        "CREATE TRIGGER t AFTER UPDATE OF more ON \"weir \"\"notes\"\"\" BEGIN DELETE FROM users; END");
    row("referred to",
        "CREATE TABLE \"weir \"\"notes\"\"\"(number INTEGER PRIMARY KEY, text, more);"
        "CREATE TABLE c(n REFERENCES \"weir \"\"notes\"\"\" ON DELETE CASCADE)");
}

void TestStatements::tablesOfOthersDoNotFit()
{
    QFETCH(const QString, sql);
    runSql(m_fixture->path(), sql);
    const auto fit = m_session->catalog().compare(notes());
    QVERIFY(fit);
    QVERIFY(fit->exists);
    QVERIFY(!fit->suits);
}

QTEST_GUILESS_MAIN(TestStatements)
#include "tst_statements.moc"
