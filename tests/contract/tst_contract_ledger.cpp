// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: the record of loads.
#include "contract/contractledger.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace Weir;
using namespace Weir::Test;

class TestContractLedger : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void missingLedgerHasNoLoads_data() { addBackends(); }
    void missingLedgerHasNoLoads();
    void loadsComeBackNewestFirst_data() { addBackends(); }
    void loadsComeBackNewestFirst();
    void batchesComeBackInOrder_data() { addBackends(); }
    void batchesComeBackInOrder();
    void loadsAddTheirBatchesUp_data() { addBackends(); }
    void loadsAddTheirBatchesUp();
    void rowsAndEntryAreBothThereOrNeither_data() { addBackends(); }
    void rowsAndEntryAreBothThereOrNeither();
    void nothingIsRecordedTwice_data() { addBackends(); }
    void nothingIsRecordedTwice();
    void loadsFinishAndReopen_data() { addBackends(); }
    void loadsFinishAndReopen();
    void revisedPlanIsKept_data() { addBackends(); }
    void revisedPlanIsKept();
    void droppedLoadIsForgotten_data() { addBackends(); }
    void droppedLoadIsForgotten();
    void unknownLoadIsAnError_data();
    void unknownLoadIsAnError();
    void writingNeedsATransaction_data() { addBackends(); }
    void writingNeedsATransaction();

private:
    /// Makes the ledger and begins these loads, each in a transaction of its own.
    Expected<void, SqlError> beginLoads(const QByteArray &ids);
    QList<LedgerEntry> loads() { return m_session->loads().value_or(QList<LedgerEntry>()); }
    QList<LedgerBatch> batches(const QByteArray &id)
    {
        return m_session->batches(id).value_or(QList<LedgerBatch>());
    }

    const Entity m_users = usersEntity();
    const QByteArray m_id = someLoad('a').id;
    std::unique_ptr<ContractDatabase> m_database;
    std::unique_ptr<ContractSession> m_session;
};

namespace {

using Call = std::function<Expected<void, SqlError>(ContractSession &)>;

/// All but the sums.
void compare(const LedgerEntry &one, const LedgerEntry &other)
{
    QCOMPARE(one.id, other.id);
    QCOMPARE(one.file, other.file);
    QCOMPARE(one.size, other.size);
    QCOMPARE(one.contentHash, other.contentHash);
    QCOMPARE(one.entity, other.entity);
    QCOMPARE(one.table, other.table);
    QCOMPARE(one.columns, other.columns);
    QCOMPARE(one.plan, other.plan);
    QCOMPARE(one.rejectedFile, other.rejectedFile);
    QCOMPARE(one.reasonsFile, other.reasonsFile);
    QCOMPARE(one.started, other.started);
    QCOMPARE(one.finished, other.finished);
    QCOMPARE(one.state, other.state);
}

} // namespace

void TestContractLedger::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
    m_database->make(strictUsers());
    VERIFY_DONE(m_database->backend()->prepare({m_users}));
    m_session = std::make_unique<ContractSession>(*m_database);
}

void TestContractLedger::cleanup()
{
    m_session.reset();
    m_database.reset();
}

Expected<void, SqlError> TestContractLedger::beginLoads(const QByteArray &ids)
{
    auto done = inTransaction(*m_session, [&] { return m_session->makeLedger(); });
    for (auto id = ids.begin(); id != ids.end() && done; ++id)
        done = inTransaction(*m_session, [&] { return m_session->beginLoad(someLoad(*id)); });
    return done;
}

void TestContractLedger::missingLedgerHasNoLoads()
{
    const auto none = m_session->loads();
    QVERIFY(none && none->isEmpty());
    VERIFY_TOLD(errorOf(m_session->makeLedger()), ErrorClass::Other, *m_database); // without a transaction
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->makeLedger(); }));
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->makeLedger(); }));
    const auto still = m_session->loads();
    QVERIFY(still && still->isEmpty());
    const auto batches = m_session->batches(m_id);
    QVERIFY(batches && batches->isEmpty());
}

void TestContractLedger::loadsComeBackNewestFirst()
{
    VERIFY_DONE(beginLoads("abc"));
    const QList<LedgerEntry> known = loads();
    QCOMPARE(known.size(), 3);
    for (int i = 0; i < 3; ++i) {
        compare(known.at(i), someLoad("cba"[i]));
        QVERIFY(known.at(i).isOnlyBegun());
    }
}

void TestContractLedger::batchesComeBackInOrder()
{
    VERIFY_DONE(beginLoads("ab"));
    for (int number = 0; number < 3; ++number) {
        VERIFY_DONE(inTransaction(*m_session, [&] {
            return loadBatch(*m_session, m_id, number, keyedRows(number * 10 + 1, number * 10 + 5));
        }));
    }
    const QList<LedgerBatch> known = batches(m_id);
    QCOMPARE(known.size(), 3);
    for (int number = 0; number < 3; ++number) {
        InsertResult written;
        written.keys.resize(5);
        const LedgerBatch entry = entryFor(number, {}, written);
        QCOMPARE(known.at(number).number, entry.number);
        QCOMPARE(known.at(number).endOffset, entry.endOffset);
        QCOMPARE(known.at(number).hash, entry.hash);
        QCOMPARE(known.at(number).counts, entry.counts);
        QCOMPARE(known.at(number).rejectedBytes, entry.rejectedBytes);
        QCOMPARE(known.at(number).reasonsBytes, entry.reasonsBytes);
        QVERIFY(known.at(number).keys.isEmpty() && known.at(number).rowHashes.isEmpty());
    }
    QCOMPARE(batches(someLoad('b').id).size(), 0);
}

void TestContractLedger::loadsAddTheirBatchesUp()
{
    VERIFY_DONE(beginLoads("ab"));
    for (int number = 0; number < 3; ++number) { // the last row of each but the first fails
        const int first = number * 10 + 1;
        const QList<QStringList> rows = keyedRows(first, first + 3) + keyedRows(1, 1);
        VERIFY_DONE(inTransaction(*m_session, [&] {
            return loadBatch(*m_session, m_id, number, number == 0 ? rows.mid(0, 4) : rows);
        }));
    }
    const LedgerEntry load = loads().constLast();
    QCOMPARE(load.id, m_id);
    QCOMPARE(load.counts, (Counts{12, 30, 2, 0}));
    QCOMPARE(load.batches, 3);
    QCOMPARE(load.batchesToUndo, 3);
    QCOMPARE(load.state, LoadState::Running);
    QCOMPARE(loads().constFirst().batches, 0);
    QCOMPARE(countIn(*m_database, m_users), 12);
}

void TestContractLedger::rowsAndEntryAreBothThereOrNeither()
{
    VERIFY_DONE(beginLoads("a"));
    const ContractSession other(*m_database);
    for (const bool commits : {false, true}) {
        VERIFY_DONE(m_session->begin());
        VERIFY_DONE(loadBatch(*m_session, m_id, 0, keyedRows(1, 3)));
        ContractSession reader(*m_database);
        QCOMPARE(reader.batches(m_id).value_or(QList<LedgerBatch>()).size(), 0);
        QCOMPARE(countIn(*m_database, m_users), 0);
        VERIFY_DONE(commits ? m_session->commit() : m_session->rollback());
        QCOMPARE(reader.batches(m_id).value_or(QList<LedgerBatch>()).size(), commits ? 1 : 0);
        QCOMPARE(countIn(*m_database, m_users), commits ? 3 : 0);
    }
}

void TestContractLedger::nothingIsRecordedTwice()
{
    VERIFY_DONE(beginLoads("a"));
    VERIFY_DONE(inTransaction(*m_session, [&] { return loadBatch(*m_session, m_id, 0, keyedRows(1, 2)); }));
    const SqlError again =
        errorOf(inTransaction(*m_session, [&] { return loadBatch(*m_session, m_id, 0, keyedRows(3, 4)); }));
    QVERIFY(!again.isNone());
    QVERIFY(again.sentence.contains(m_database->backend()->location()));
    QVERIFY(!inTransaction(*m_session, [&] { return m_session->beginLoad(someLoad('a')); }));
    QCOMPARE(batches(m_id).size(), 1);
    QCOMPARE(loads().size(), 1);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 2));
}

void TestContractLedger::loadsFinishAndReopen()
{
    VERIFY_DONE(beginLoads("ab"));
    LedgerEntry expected = someLoad('a');
    expected.contentHash = QByteArray(16, 'h');
    expected.finished = QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 8), Qt::UTC);
    expected.state = LoadState::Finished;
    VERIFY_DONE(inTransaction(
        *m_session, [&] { return m_session->finishLoad(m_id, expected.contentHash, expected.finished); }));
    compare(loads().constLast(), expected);
    compare(loads().constFirst(), someLoad('b'));
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->reopenLoad(m_id); }));
    compare(loads().constLast(), someLoad('a'));
}

void TestContractLedger::revisedPlanIsKept()
{
    VERIFY_DONE(beginLoads("a"));
    LedgerEntry revised = someLoad('a');
    revised.plan = "{}";
    revised.rejectedFile = QStringLiteral("/data/y.rejected.csv");
    revised.reasonsFile.clear();
    LedgerEntry asked = revised;
    asked.file = QStringLiteral("/elsewhere"); // only the plan and the reject files count
    asked.size = 1;
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->reviseLoad(asked); }));
    compare(loads().constFirst(), revised);
}

void TestContractLedger::droppedLoadIsForgotten()
{
    VERIFY_DONE(beginLoads("ab"));
    VERIFY_DONE(inTransaction(*m_session, [&] { return loadBatch(*m_session, m_id, 0, keyedRows(1, 2)); }));
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->dropLoad(m_id); }));
    QCOMPARE(loads().size(), 1);
    QCOMPARE(loads().constFirst().id, someLoad('b').id);
    QCOMPARE(batches(m_id).size(), 0);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 2)); // they stay
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->beginLoad(someLoad('a')); }));
    QCOMPARE(batches(m_id).size(), 0);
}

void TestContractLedger::unknownLoadIsAnError_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<Call>("call");
    const auto add = [](const char *name, const Call &call) {
        addRows(name, call);
    };
    const QByteArray id = someLoad('x').id;
    add("revise", [](ContractSession &session) { return session.reviseLoad(someLoad('x')); });
    add("reopen", [=](ContractSession &session) { return session.reopenLoad(id); });
    add("add", [=](ContractSession &session) { return session.addBatch(id, entryFor(0, {}, {})); });
    add("finish", [=](ContractSession &session) {
        return session.finishLoad(id, QByteArray(16, 'h'), QDateTime::currentDateTimeUtc());
    });
    add("drop", [=](ContractSession &session) { return session.dropLoad(id); });
    add("undoLast", [=](ContractSession &session) {
        const auto undone = session.undoLast(id, Ledger::AfterAllBatches);
        return doneOf(undone);
    });
}

void TestContractLedger::unknownLoadIsAnError()
{
    QFETCH(Call, call);
    VERIFY_DONE(beginLoads("a"));
    VERIFY_TOLD(errorOf(inTransaction(*m_session, [&] { return call(*m_session); })), ErrorClass::Other,
                *m_database);
    QCOMPARE(loads().size(), 1);
    compare(loads().constFirst(), someLoad('a'));
}

void TestContractLedger::writingNeedsATransaction()
{
    VERIFY_DONE(beginLoads("a"));
    const auto done = m_session->beginLoad(someLoad('b'));
    QVERIFY(!done);
    QCOMPARE(loads().size(), 1);
}

QTEST_GUILESS_MAIN(TestContractLedger)
#include "tst_contract_ledger.moc"
