// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: rows, their keys, and those it refuses.
#include "contract/contractbackend.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Weir;
using namespace Weir::Test;

class TestContractRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void keysToldAreThoseInTheTable_data() { addBackends(); }
    void keysToldAreThoseInTheTable();
    void rowsListedAreWrittenInTheirOrder_data() { addBackends(); }
    void rowsListedAreWrittenInTheirOrder();
    void failingRowLeavesItsNeighbours_data();
    void failingRowLeavesItsNeighbours();
    void allRowsMayFail_data() { addBackends(); }
    void allRowsMayFail();
    void noRowsAreNoTrouble_data() { addBackends(); }
    void noRowsAreNoTrouble();
    void valuesAreKept_data();
    void valuesAreKept();
    void emptyCellsAreNull_data() { addBackends(); }
    void emptyCellsAreNull();
    void missingTableIsASchemaError_data() { addBackends(); }
    void missingTableIsASchemaError();
    void manyRowsAreAccountedFor_data() { addBackends(); }
    void manyRowsAreAccountedFor();

private:
    std::unique_ptr<ContractDatabase> m_database;
    const Entity m_users = usersEntity();
};

namespace {

std::vector<qint64> keysOf(const QList<QStringList> &rows)
{
    std::vector<qint64> keys;
    for (const QStringList &row : rows)
        keys.push_back(row.constFirst().toLongLong());
    return keys;
}

} // namespace

void TestContractRows::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
    m_database->make(strictUsers());
    m_database->make(notesOfUsers());
    VERIFY_DONE(m_database->backend()->prepare({m_users, productsEntity()}));
}

void TestContractRows::keysToldAreThoseInTheTable()
{
    QList<QStringList> rows{plainRow(1), plainRow(2), plainRow(3), plainRow(4)};
    rows[1][0] = QStringLiteral("40");
    rows[2][0] = QStringLiteral(" \t"); // blank
    rows[3][0] = QStringLiteral("-7");
    Written written;
    VERIFY_DONE(writeRows(*m_database, m_users, rows, &written));
    QCOMPARE(written.result.keys.size(), 4U);
    QCOMPARE(written.result.keys[1], 40);
    QCOMPARE(written.result.keys[3], -7);
    for (std::size_t i = 0; i < 4; ++i)
        rows[static_cast<qsizetype>(i)][0] = QString::number(written.result.keys[i]);
    std::sort(rows.begin(), rows.end(), [](const QStringList &one, const QStringList &other) {
        return one.constFirst().toLongLong() < other.constFirst().toLongLong();
    });
    QCOMPARE(rowsIn(*m_database, m_users), rows);
}

void TestContractRows::rowsListedAreWrittenInTheirOrder()
{
    const RowBatch batch = batchOf({plainRow(1), plainRow(2), plainRow(3), plainRow(4)});
    const std::vector<int> rows{3, 0, 2};
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    const Written written = session.insert(m_users, batch, rows);
    VERIFY_DONE(written.done);
    VERIFY_DONE(session.commit());
    QCOMPARE(written.result.keys.size(), 3U);
    QVERIFY(std::is_sorted(written.result.keys.begin(), written.result.keys.end()));
    QStringList names;
    for (const QStringList &row : rowsIn(*m_database, m_users))
        names += row.at(1);
    QCOMPARE(names,
             (QStringList{QStringLiteral("User 4"), QStringLiteral("User 1"), QStringLiteral("User 3")}));
}

void TestContractRows::failingRowLeavesItsNeighbours_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<Entity>("entity");
    QTest::addColumn<QStringList>("bad");
    const auto add = [](const char *name, const Entity &entity, const QStringList &bad) {
        addRows(name, entity, bad);
    };
    const QString mail = QStringLiteral("m@example.com");
    add("NULL", usersEntity(), {QString(), QString(), mail});
    add("taken before", usersEntity(), {QString(), QStringLiteral("N"), QStringLiteral("1@example.com")});
    add("taken in the batch", usersEntity(),
        {QString(), QStringLiteral("N"), QStringLiteral("11@example.com")});
    add("key taken", usersEntity(), {QStringLiteral("1"), QStringLiteral("N"), mail});
    add("key no integer", usersEntity(), {QStringLiteral("one"), QStringLiteral("N"), mail});
    add("parent missing", notesOfUsers().entity, {QString(), QStringLiteral("77"), QStringLiteral("t")});
}

void TestContractRows::failingRowLeavesItsNeighbours()
{
    QFETCH(Entity, entity);
    QFETCH(QStringList, bad);
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 1)));
    const bool isUsers = entity.table == m_users.table;
    const QStringList note{QStringLiteral("12"), QStringLiteral("1"), QStringLiteral("t")};
    const QStringList before = isUsers ? keyedRows(11, 11).constFirst()
                                       : QStringList{QStringLiteral("11"), QStringLiteral("1"), QString()};
    const QStringList after = isUsers ? keyedRows(12, 12).constFirst() : note;
    Written written;
    VERIFY_DONE(writeRows(*m_database, entity, {before, bad, after}, &written));
    QVERIFY(written.result.accountsFor(3));
    QCOMPARE(written.result.keys, (std::vector<qint64>{11, 12}));
    QCOMPARE(written.result.failures.size(), 1U);
    QCOMPARE(written.result.failures.front().index, 1);
    VERIFY_TOLD(written.result.failures.front().error, ErrorClass::Constraint, *m_database);
    const QList<QStringList> earlier = isUsers ? keyedRows(1, 1) : QList<QStringList>();
    QCOMPARE(rowsIn(*m_database, entity), earlier + (QList<QStringList>{before, after}));
}

void TestContractRows::allRowsMayFail()
{
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 2)));
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    const Written written = session.insert(m_users, keyedRows(1, 2));
    VERIFY_DONE(written.done);
    QVERIFY(written.result.keys.empty());
    QCOMPARE(written.result.failures.size(), 2U);
    QVERIFY(session.inTransaction());
    VERIFY_DONE(session.insert(m_users, keyedRows(3, 3)).done);
    VERIFY_DONE(session.commit());
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
}

void TestContractRows::noRowsAreNoTrouble()
{
    Written written;
    VERIFY_DONE(writeRows(*m_database, m_users, {}, &written));
    QVERIFY(written.result.accountsFor(0));
    QCOMPARE(countIn(*m_database, m_users), 0);
}

void TestContractRows::valuesAreKept_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("stock");
    addRows("text like a number", QStringLiteral("007"), QStringLiteral("1.25"), QStringLiteral("0"));
    addRows("signs", QStringLiteral("é 😀 'q' \"d\" %1 \\ \u202e\n\t;--"), QStringLiteral("-0.5"),
            QStringLiteral("-1"));
    addRows("least", QStringLiteral(" "), QStringLiteral("1e-300"), QStringLiteral("-9223372036854775808"));
    addRows("greatest", QString(5000, u'x'), QStringLiteral("0.1"), QStringLiteral("9223372036854775807"));
}

void TestContractRows::valuesAreKept()
{
    QFETCH(QString, name);
    QFETCH(QString, price);
    QFETCH(QString, stock);
    const QStringList row{QStringLiteral("9007199254740993"), name, price, stock}; // no double
    VERIFY_DONE(writeRows(*m_database, productsEntity(), {row}));
    const QList<QStringList> rows = rowsIn(*m_database, productsEntity());
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.constFirst().at(0), row.at(0));
    QCOMPARE(rows.constFirst().at(1), name);
    QCOMPARE(rows.constFirst().at(2).toDouble(), price.toDouble());
    QCOMPARE(rows.constFirst().at(3), stock);
}

void TestContractRows::emptyCellsAreNull()
{
    VERIFY_DONE(writeRows(*m_database, productsEntity(),
                          {{QStringLiteral("1"), QStringLiteral(""), QString(), QString()}}));
    const QList<QStringList> rows = rowsIn(*m_database, productsEntity());
    QCOMPARE(rows.size(), 1);
    for (int column = 1; column < 4; ++column)
        QVERIFY(rows.constFirst().at(column).isNull());
}

void TestContractRows::missingTableIsASchemaError()
{
    Entity elsewhere = m_users;
    elsewhere.table = QStringLiteral("nowhere");
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    const Written written = session.insert(elsewhere, keyedRows(1, 1));
    VERIFY_TOLD(errorOf(written.done), ErrorClass::Schema, *m_database);
    VERIFY_DONE(session.rollback());
}

void TestContractRows::manyRowsAreAccountedFor()
{
    constexpr int Rows = 3000;
    QList<QStringList> rows = keyedRows(1, Rows);
    std::vector<int> refused;
    for (int i = 100; i < Rows; i += 700) {
        rows[i][2] = rows.at(0).at(2); // an address that is taken
        refused.push_back(i);
    }
    Written written;
    VERIFY_DONE(writeRows(*m_database, m_users, rows, &written));
    QVERIFY(written.result.accountsFor(Rows));
    std::vector<int> told;
    for (const InsertResult::Failure &failure : written.result.failures)
        told.push_back(failure.index);
    QCOMPARE(told, refused);
    QCOMPARE(keysOf(rowsIn(*m_database, m_users)), written.result.keys);
}

QTEST_GUILESS_MAIN(TestContractRows)
#include "tst_contract_rows.moc"
