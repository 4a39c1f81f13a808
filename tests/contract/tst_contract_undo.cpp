// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: a load that is undone takes its own rows with it, and no others.
#include "contract/contractledger.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestContractUndo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void takesTheLoadsRowsOnly_data() { addBackends(); }
    void takesTheLoadsRowsOnly();
    void goesBackwards_data() { addBackends(); }
    void goesBackwards();
    void changedRowsStay_data() { addBackends(); }
    void changedRowsStay();
    void goneRowsAreCounted_data() { addBackends(); }
    void goneRowsAreCounted();
    void referredRowsStay_data() { addBackends(); }
    void referredRowsStay();
    void undoneTwiceIsUndoneOnce_data() { addBackends(); }
    void undoneTwiceIsUndoneOnce();
    void rolledBackUndoTookNothing_data() { addBackends(); }
    void rolledBackUndoTookNothing();
    void unrecordedRowsAreRefused_data() { addBackends(); }
    void unrecordedRowsAreRefused();

private:
    /// All that is left of the load; a warning when it fails.
    UndoResult undo();
    LedgerEntry load() { return m_session->loads().value_or(QList<LedgerEntry>{{}}).constFirst(); }

    const Entity m_users = usersEntity();
    const Entity m_notes = notesOfUsers().entity;
    const QByteArray m_id = someLoad('u').id;
    std::unique_ptr<ContractDatabase> m_database;
    std::unique_ptr<ContractSession> m_session;
};

/// Rows 1 to 3 and 11 to 13 are of the load, 21 and 22 of somebody else.
void TestContractUndo::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
    m_database->make(strictUsers());
    m_database->make(notesOfUsers());
    VERIFY_DONE(m_database->backend()->prepare({m_users}));
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(21, 22)));
    m_session = std::make_unique<ContractSession>(*m_database);
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->makeLedger(); }));
    VERIFY_DONE(inTransaction(*m_session, [&] { return m_session->beginLoad(someLoad('u')); }));
    for (int batch = 0; batch < 2; ++batch) { // the second one has a row that fails
        QList<QStringList> rows = keyedRows(batch * 10 + 1, batch * 10 + 3);
        if (batch == 1)
            rows.insert(1, keyedRows(21, 21).constFirst());
        VERIFY_DONE(inTransaction(*m_session, [&] { return loadBatch(*m_session, m_id, batch, rows); }));
    }
}

void TestContractUndo::cleanup()
{
    m_session.reset();
    m_database.reset();
}

UndoResult TestContractUndo::undo()
{
    UndoResult sum;
    std::optional<UndoneBatch> undone;
    Expected<void, SqlError> done;
    qint64 before = Ledger::AfterAllBatches;
    do {
        undone.reset();
        done = inTransaction(*m_session, [&]() -> Expected<void, SqlError> {
            auto answer = m_session->undoLast(m_id, before);
            if (!answer)
                return tl::unexpected(answer.error());
            undone = std::move(*answer);
            return {};
        });
        if (undone) {
            sum += undone->result;
            before = undone->number;
        }
    } while (undone && done);
    if (!done)
        qWarning("%s", qUtf8Printable(done.error().sentence));
    return sum;
}

void TestContractUndo::takesTheLoadsRowsOnly()
{
    QCOMPARE(countIn(*m_database, m_users), 8);
    const UndoResult result = undo();
    QCOMPARE(result.removed, 6);
    QCOMPARE(result.changed + result.gone + result.refused, 0);
    QVERIFY(result.examples.isEmpty());
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(21, 22));
    QCOMPARE(load().state, LoadState::Undone);
    QCOMPARE(load().batches, 2);
    QCOMPARE(load().batchesToUndo, 0);
    QCOMPARE(load().counts.inserted, 6); // what it did once
}

void TestContractUndo::goesBackwards()
{
    qint64 before = Ledger::AfterAllBatches;
    for (const int number : {1, 0}) {
        VERIFY_DONE(m_session->begin());
        const auto undone = m_session->undoLast(m_id, before);
        QVERIFY2(undone, undone ? "" : qPrintable(undone.error().sentence));
        VERIFY_DONE(m_session->commit());
        QVERIFY(*undone);
        QCOMPARE((*undone)->number, number);
        QCOMPARE((*undone)->result.removed, 3);
        before = number;
        QCOMPARE(load().batchesToUndo, number);
        QCOMPARE(rowsIn(*m_database, m_users),
                 (number == 1 ? keyedRows(1, 3) : QList<QStringList>()) + keyedRows(21, 22));
    }
    VERIFY_DONE(m_session->begin());
    const auto none = m_session->undoLast(m_id, before);
    QVERIFY(none && !*none);
    VERIFY_DONE(m_session->commit());
}

void TestContractUndo::changedRowsStay()
{
    const QString name = QStringLiteral("name");
    m_database->change(m_users.table, 2, name, QStringLiteral("Changed"));
    m_database->change(m_users.table, 12, name, QStringLiteral("Changed"));
    m_database->change(m_users.table, 12, name, QStringLiteral("User 12")); // and back
    const UndoResult result = undo();
    QCOMPARE(result.removed, 5);
    QCOMPARE(result.changed, 1);
    QCOMPARE(result.examples.size(), 1);
    QVERIFY(result.examples.constFirst().contains(u'2'));
    QList<QStringList> left = keyedRows(2, 2) + keyedRows(21, 22);
    left[0][1] = QStringLiteral("Changed");
    QCOMPARE(rowsIn(*m_database, m_users), left);
    QCOMPARE(load().batchesToUndo, 1);
    m_database->change(m_users.table, 2, name, QStringLiteral("User 2"));
    QCOMPARE(undo().removed, 1);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(21, 22));
}

void TestContractUndo::goneRowsAreCounted()
{
    m_database->remove(m_users.table, 1);
    m_database->remove(m_users.table, 13);
    const UndoResult result = undo();
    QCOMPARE(result.removed, 4);
    QCOMPARE(result.gone, 2);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(21, 22));
    QCOMPARE(load().batchesToUndo, 0);
}

void TestContractUndo::referredRowsStay()
{
    VERIFY_DONE(writeRows(*m_database, m_notes,
                          {{QStringLiteral("1"), QStringLiteral("11"), QStringLiteral("about her")}}));
    const UndoResult result = undo();
    QCOMPARE(result.removed, 5);
    QCOMPARE(result.refused, 1);
    QCOMPARE(result.examples.size(), 1);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(11, 11) + keyedRows(21, 22));
    m_database->remove(m_notes.table, 1);
    QCOMPARE(undo().removed, 1);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(21, 22));
}

void TestContractUndo::undoneTwiceIsUndoneOnce()
{
    QCOMPARE(undo().removed, 6);
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 3))); // the same again, but not the load's
    const UndoResult second = undo();
    QCOMPARE(second.removed + second.changed + second.gone + second.refused, 0);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3) + keyedRows(21, 22));
}

void TestContractUndo::rolledBackUndoTookNothing()
{
    VERIFY_DONE(m_session->begin());
    const auto undone = m_session->undoLast(m_id, Ledger::AfterAllBatches);
    QVERIFY(undone && *undone);
    VERIFY_DONE(m_session->rollback());
    QCOMPARE(countIn(*m_database, m_users), 8);
    QCOMPARE(load().state, LoadState::Running);
    QCOMPARE(load().batchesToUndo, 2);
    QCOMPARE(undo().removed, 6);
}

void TestContractUndo::unrecordedRowsAreRefused()
{
    const QList<QStringList> rows = keyedRows(31, 33);
    VERIFY_DONE(inTransaction(*m_session, [&] {
        const Written written = m_session->insert(m_users, rows);
        LedgerBatch entry = entryFor(2, rows, written.result);
        entry.keys.clear();
        entry.rowHashes.clear();
        return written.done ? m_session->addBatch(m_id, entry) : written.done;
    }));
    VERIFY_DONE(m_session->begin());
    const auto undone = m_session->undoLast(m_id, Ledger::AfterAllBatches);
    QVERIFY(!undone);
    VERIFY_TOLD(undone.error(), ErrorClass::Other, *m_database);
    VERIFY_DONE(m_session->rollback());
    QCOMPARE(countIn(*m_database, m_users), 11);
}

QTEST_GUILESS_MAIN(TestContractUndo)
#include "tst_contract_undo.moc"
