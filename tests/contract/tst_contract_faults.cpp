// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps when something goes wrong: told is what is there, or that nobody knows.
#include "contract/contractledger.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestContractFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareForFaults(); }
    void init();
    void cleanup() { m_database.reset(); }
    void toldIsWhatIsThere_data() { addFaults(); }
    void toldIsWhatIsThere();
    void writingGoesOnAfterwards_data() { addFaults(); }
    void writingGoesOnAfterwards();
    void endedTransactionIsRolledBackFirst_data() { addBackends(); }
    void endedTransactionIsRolledBackFirst();

private:
    /// Two rows and their entry in the ledger, with the fault in the middle.
    Expected<void, SqlError> load(ContractSession &session);

    const Entity m_users = usersEntity();
    const QByteArray m_id = someLoad('f').id;
    std::unique_ptr<ContractDatabase> m_database;
};

void TestContractFaults::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
    VERIFY_DONE(m_database->backend()->prepare({m_users}));
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 1)));
    ContractSession session(*m_database);
    VERIFY_DONE(inTransaction(session, [&] { return session.makeLedger(); }));
    VERIFY_DONE(inTransaction(session, [&] { return session.beginLoad(someLoad('f')); }));
}

Expected<void, SqlError> TestContractFaults::load(ContractSession &session)
{
    QFETCH(ContractFault, fault);
    if (const auto done = session.begin(); !done)
        return done;
    m_database->arrange(fault);
    auto done = loadBatch(session, m_id, 0, keyedRows(2, 3));
    return done ? session.commit() : done;
}

void TestContractFaults::toldIsWhatIsThere()
{
    QFETCH(ContractFault, fault);
    const bool unknown = fault == ContractFault::CommitUnknown || fault == ContractFault::CommitUnknownThere;
    ContractSession session(*m_database);
    const SqlError error = errorOf(load(session));
    QVERIFY(!error.isNone());
    QVERIFY(error.sentence.contains(m_database->backend()->location()));
    QCOMPARE(error.errorClass == ErrorClass::CommitUnknown, unknown);
    QVERIFY(!error.concernsRowOnly());
    m_database->mend();
    if (session.inTransaction())
        VERIFY_DONE(session.rollback());
    QFETCH(const bool, happens);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, happens ? 3 : 1));
    ContractSession other(*m_database);
    const auto batches = other.batches(m_id); // the ledger knows it
    QVERIFY(batches);
    QCOMPARE(batches->size(), happens ? 1 : 0);
}

void TestContractFaults::writingGoesOnAfterwards()
{
    {
        ContractSession session(*m_database);
        QVERIFY(!load(session));
        m_database->mend();
        static_cast<void>(session.rollback()); // what it says does not matter to whoever gives it up
    }
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(8, 9)));
    const QList<QStringList> rows = rowsIn(*m_database, m_users);
    QCOMPARE(rows.mid(rows.size() - 2), keyedRows(8, 9));
}

/// It is over, but whoever has begun it does not know yet.
void TestContractFaults::endedTransactionIsRolledBackFirst()
{
    m_database->arrange(ContractFault::TransactionEnds);
    ContractSession session(*m_database);
    VERIFY_DONE(session.begin());
    static_cast<void>(session.insert(m_users, keyedRows(2, 2))); // some say it here, others do not
    m_database->mend();
    QVERIFY(!session.inTransaction());
    VERIFY_TOLD(errorOf(session.begin()), ErrorClass::Other, *m_database);
    QVERIFY(!session.inTransaction());
    VERIFY_TOLD(errorOf(session.insert(m_users, keyedRows(3, 3)).done), ErrorClass::Other, *m_database);
    VERIFY_TOLD(errorOf(session.commit()), ErrorClass::Other, *m_database);
    VERIFY_DONE(session.rollback());
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.insert(m_users, keyedRows(4, 4)).done);
    VERIFY_DONE(session.commit());
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 1) + keyedRows(4, 4));
}

QTEST_GUILESS_MAIN(TestContractFaults)
#include "tst_contract_faults.moc"
