// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: the tables of a database, and how they are made ready.
#include "contract/contractbackend.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestContractTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void missingTablesAreMade_data() { addBackends(); }
    void missingTablesAreMade();
    void presentTablesStay_data() { addBackends(); }
    void presentTablesStay();
    void misfitMakesNothing_data() { addBackends(); }
    void misfitMakesNothing();
    void migratingAddsColumns_data() { addBackends(); }
    void migratingAddsColumns();
    void missingTablesAreTold_data() { addBackends(); }
    void missingTablesAreTold();
    void countingIsStopped_data() { addBackends(); }
    void countingIsStopped();
    void referencesAreTold_data() { addBackends(); }
    void referencesAreTold();
    void generationStays_data() { addBackends(); }
    void generationStays();
    void anotherDatabaseIsAnotherGeneration_data() { addBackends(); }
    void anotherDatabaseIsAnotherGeneration();

private:
    Backend &backend() const { return *m_database->backend(); }

    const Entity m_users = usersEntity();
    const Entity m_products = productsEntity();
    std::unique_ptr<ContractDatabase> m_database;
};

namespace {

Entity withAge(Entity entity)
{
    entity.fields += Field{QStringLiteral("age"), QStringLiteral("Age"), FieldType::Integer, false, {}};
    return entity;
}

} // namespace

void TestContractTables::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
}

void TestContractTables::missingTablesAreMade()
{
    for (int round = 0; round < 2; ++round) {
        VERIFY_DONE(backend().prepare({m_users, m_products}));
        QCOMPARE(countIn(*m_database, m_users), 0);
        QCOMPARE(countIn(*m_database, m_products), 0);
    }
}

void TestContractTables::presentTablesStay()
{
    m_database->make(strictUsers());
    m_database->make({withAge(m_products), {}, {}, {}, {}}); // with more than the entity has
    VERIFY_DONE(backend().prepare({m_users}));
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 2)));
    VERIFY_DONE(backend().prepare({m_users, m_products}));
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 2));
    Written written;
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(2, 2), &written));
    QCOMPARE(written.result.failures.size(), 1U); // the constraints are there still
    VERIFY_DONE(writeRows(*m_database, m_products,
                          {{QStringLiteral("1"), QStringLiteral("Pen"), QString(), QString()}}));
    QCOMPARE(rowsIn(*m_database, withAge(m_products)).constFirst().size(), 5);
}

void TestContractTables::misfitMakesNothing()
{
    m_database->make(strictUsers());
    VERIFY_TOLD(errorOf(backend().prepare({m_products, withAge(m_users)})), ErrorClass::Schema, *m_database);
    QVERIFY(!backend().countRows(m_products.table, std::stop_token()));
}

void TestContractTables::migratingAddsColumns()
{
    VERIFY_DONE(backend().prepare({m_users}));
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 1)));
    const Entity older = withAge(m_users);
    const auto done = backend().migrate({older, m_products});
    QVERIFY2(done, done ? "" : qPrintable(done.error().sentence));
    QCOMPARE(done->size(), 2); // a column and a table
    for (const QString &sentence : *done)
        QVERIFY2(sentence.contains(backend().location()), qPrintable(sentence));
    QStringList row = keyedRows(1, 1).constFirst();
    row += QString();
    QCOMPARE(rowsIn(*m_database, older), QList<QStringList>{row});
    QCOMPARE(countIn(*m_database, m_products), 0);
    const auto again = backend().migrate({older, m_products});
    QVERIFY(again && again->isEmpty());
}

void TestContractTables::missingTablesAreTold()
{
    VERIFY_DONE(backend().prepare({m_users}));
    const auto reader = backend().openReader(m_products, newConnectionName(QStringLiteral("contract")));
    QVERIFY(!reader);
    VERIFY_TOLD(reader.error(), ErrorClass::NoTable, *m_database);
    const auto wide = backend().openReader(withAge(m_users), newConnectionName(QStringLiteral("contract")));
    QVERIFY(!wide);
    VERIFY_TOLD(wide.error(), ErrorClass::Schema, *m_database);
    const auto count = backend().countRows(m_products.table, std::stop_token());
    QVERIFY(!count);
    QVERIFY(count.error().sentence.contains(backend().location()));
}

void TestContractTables::countingIsStopped()
{
    VERIFY_DONE(backend().prepare({m_users, m_products}));
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 3)));
    std::stop_source stop;
    QCOMPARE(backend().countRows(m_users.table, stop.get_token()).value_or(-1), 3);
    QCOMPARE(backend().countRows(m_products.table, stop.get_token()).value_or(-1), 0);
    stop.request_stop();
    const auto count = backend().countRows(m_users.table, stop.get_token());
    QVERIFY(!count);
    VERIFY_TOLD(count.error(), ErrorClass::Interrupted, *m_database);
}

void TestContractTables::referencesAreTold()
{
    m_database->make(strictUsers());
    m_database->make(notesOfUsers());
    Entity missing = m_products;
    missing.table = QStringLiteral("nowhere");
    const auto references = backend().references({m_users, missing, notesOfUsers().entity});
    QVERIFY2(references, references ? "" : qPrintable(references.error().sentence));
    QCOMPARE(*references, (QList<TableReference>{{2, 0}}));
}

void TestContractTables::generationStays()
{
    VERIFY_DONE(backend().prepare({m_users}));
    const int generation = backend().generation();
    ContractSession session(*m_database);
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 1)));
    VERIFY_DONE(backend().prepare({m_users, m_products}));
    QVERIFY(backend().migrate({withAge(m_users)}));
    QVERIFY(backend().empty({m_users}, std::stop_token()));
    VERIFY_DONE(backend().settle());
    QCOMPARE(backend().generation(), generation);
    VERIFY_DONE(session.begin()); // it is good still
    VERIFY_DONE(session.insert(m_users, keyedRows(2, 2)).done);
    VERIFY_DONE(session.commit());
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(2, 2));
}

void TestContractTables::anotherDatabaseIsAnotherGeneration()
{
    VERIFY_DONE(backend().prepare({m_users}));
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 1)));
    const int generation = backend().generation();
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.insert(m_users, keyedRows(2, 2)).done);
    m_database->replace();
    const SqlError error = errorOf(session.commit()); // into what nobody will see
    QVERIFY(!error.isNone());
    QVERIFY(error.errorClass != ErrorClass::CommitUnknown);
    static_cast<void>(session.rollback());
    VERIFY_DONE(backend().prepare({m_users}));
    QVERIFY(backend().generation() > generation);
    QCOMPARE(countIn(*m_database, m_users), 0);
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(3, 3)));
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(3, 3));
}

QTEST_GUILESS_MAIN(TestContractTables)
#include "tst_contract_tables.moc"
