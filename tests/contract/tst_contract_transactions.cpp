// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: its transactions.
#include "contract/contractbackend.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestContractTransactions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void rowsAreSeenOnlyAfterTheCommit_data() { addBackends(); }
    void rowsAreSeenOnlyAfterTheCommit();
    void nothingStaysAfterARollback_data() { addBackends(); }
    void nothingStaysAfterARollback();
    void nothingStaysWhenASessionCloses_data() { addBackends(); }
    void nothingStaysWhenASessionCloses();
    void insertNeedsATransaction_data() { addBackends(); }
    void insertNeedsATransaction();
    void commitNeedsATransaction_data() { addBackends(); }
    void commitNeedsATransaction();
    void rollbackNeedsNone_data() { addBackends(); }
    void rollbackNeedsNone();
    void transactionsAreNotNested_data() { addBackends(); }
    void transactionsAreNotNested();
    void sessionsGoOn_data() { addBackends(); }
    void sessionsGoOn();
    void tablesAreCommittedTogether_data() { addBackends(); }
    void tablesAreCommittedTogether();
    void deferredCommitsAreSeenAtOnce_data() { addBackends(); }
    void deferredCommitsAreSeenAtOnce();

private:
    const Entity m_users = usersEntity();
    std::unique_ptr<ContractDatabase> m_database;
};

void TestContractTransactions::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
    VERIFY_DONE(m_database->backend()->prepare({m_users}));
}

void TestContractTransactions::rowsAreSeenOnlyAfterTheCommit()
{
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    QVERIFY(session.inTransaction());
    VERIFY_DONE(session.insert(m_users, keyedRows(1, 3)).done);
    QCOMPARE(rowsIn(*m_database, m_users), QList<QStringList>());
    QCOMPARE(countIn(*m_database, m_users), 0);
    VERIFY_DONE(session.commit());
    QVERIFY(!session.inTransaction());
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
    QCOMPARE(countIn(*m_database, m_users), 3);
}

void TestContractTransactions::nothingStaysAfterARollback()
{
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 1)));
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.insert(m_users, keyedRows(2, 5)).done);
    VERIFY_DONE(session.rollback());
    QVERIFY(!session.inTransaction());
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 1));
}

void TestContractTransactions::nothingStaysWhenASessionCloses()
{
    {
        ContractSession session(*m_database);
        VERIFY_DONE(session.begin());
        VERIFY_DONE(session.insert(m_users, keyedRows(1, 2)).done);
    }
    QCOMPARE(countIn(*m_database, m_users), 0);
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 1))); // nor does its lock
    QCOMPARE(countIn(*m_database, m_users), 1);
}

void TestContractTransactions::insertNeedsATransaction()
{
    ContractSession session(*m_database);
    const Written written = session.insert(m_users, keyedRows(1, 2));
    VERIFY_TOLD(errorOf(written.done), ErrorClass::Other, *m_database);
    QVERIFY(written.result.keys.empty());
    QCOMPARE(countIn(*m_database, m_users), 0);
}

void TestContractTransactions::commitNeedsATransaction()
{
    ContractSession session(*m_database);
    VERIFY_TOLD(errorOf(session.commit()), ErrorClass::Other, *m_database);
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.insert(m_users, keyedRows(1, 1)).done);
    VERIFY_DONE(session.commit());
    VERIFY_TOLD(errorOf(session.commit()), ErrorClass::Other, *m_database);
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.rollback());
    VERIFY_TOLD(errorOf(session.commit()), ErrorClass::Other, *m_database);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 1));
}

void TestContractTransactions::rollbackNeedsNone()
{
    ContractSession session(*m_database);
    VERIFY_DONE(session.rollback());
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.insert(m_users, keyedRows(1, 1)).done);
    VERIFY_DONE(session.commit());
    VERIFY_DONE(session.rollback());
    QCOMPARE(countIn(*m_database, m_users), 1);
}

void TestContractTransactions::transactionsAreNotNested()
{
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.insert(m_users, keyedRows(1, 1)).done);
    VERIFY_TOLD(errorOf(session.begin()), ErrorClass::Other, *m_database);
    QVERIFY(session.inTransaction());
    VERIFY_DONE(session.commit());
    QCOMPARE(countIn(*m_database, m_users), 1);
}

void TestContractTransactions::sessionsGoOn()
{
    ContractSession session(*m_database);
    for (int round = 1; round <= 4; ++round) {
        VERIFY_DONE(session.begin());
        VERIFY_DONE(session.insert(m_users, keyedRows(round, round)).done);
        VERIFY_DONE(round % 2 == 0 ? session.rollback() : session.commit());
    }
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 1) + keyedRows(3, 3));
}

void TestContractTransactions::tablesAreCommittedTogether()
{
    const Entity products = productsEntity();
    VERIFY_DONE(m_database->backend()->prepare({m_users, products}));
    const QStringList product{QStringLiteral("1"), QStringLiteral("Pen"), QStringLiteral("0.5"),
                              QStringLiteral("7")};
    ContractSession session(*m_database);
    for (const bool commits : {false, true}) {
        VERIFY_DONE(session.begin());
        VERIFY_DONE(session.insert(m_users, keyedRows(1, 2)).done);
        VERIFY_DONE(session.insert(products, {product}).done);
        VERIFY_DONE(commits ? session.commit() : session.rollback());
        QCOMPARE(countIn(*m_database, m_users), commits ? 2 : 0);
        QCOMPARE(countIn(*m_database, products), commits ? 1 : 0);
    }
    QCOMPARE(rowsIn(*m_database, products), QList<QStringList>{product});
}

void TestContractTransactions::deferredCommitsAreSeenAtOnce()
{
    ContractSession session(*m_database);
    session.deferSync();
    for (int round = 1; round <= 3; ++round) {
        VERIFY_DONE(session.begin());
        VERIFY_DONE(session.insert(m_users, keyedRows(round, round)).done);
        VERIFY_DONE(session.commit());
        QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, round));
        VERIFY_DONE(m_database->backend()->awaitSafe(session.receipt()));
    }
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
}

QTEST_GUILESS_MAIN(TestContractTransactions)
#include "tst_contract_transactions.moc"
