// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: rows that were taken out come back as they were.
#include "contract/contractbackend.h"
#include "core/system/stoppablesleep.h"

#include <QRegularExpression>
#include <QTest>

using namespace Weir;
using namespace Weir::Test;

class TestContractEmptying : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_database.reset(); }
    void takesTheseTablesOnly_data() { addBackends(); }
    void takesTheseTablesOnly();
    void bringsBackWhatItTook_data() { addBackends(); }
    void bringsBackWhatItTook();
    void rowsThatCameSinceStay_data() { addBackends(); }
    void rowsThatCameSinceStay();
    void secondTimeIsRefused_data() { addBackends(); }
    void secondTimeIsRefused();
    void takenPlaceBringsBackNone_data();
    void takenPlaceBringsBackNone();
    void discardedIsGone_data() { addBackends(); }
    void discardedIsGone();
    void otherDatabasesRowsAreRefused_data() { addBackends(); }
    void otherDatabasesRowsAreRefused();
    void referredRowsStay_data() { addBackends(); }
    void referredRowsStay();
    void missingTableIsTold_data() { addBackends(); }
    void missingTableIsTold();
    void stoppedTakesNothing_data() { addBackends(); }
    void stoppedTakesNothing();
    void stoppedBringsBackNothing_data() { addBackends(); }
    void stoppedBringsBackNothing();
    void stopEndsTheWaitForAWriter_data() { addBackends(); }
    void stopEndsTheWaitForAWriter();

private:
    Backend &backend() const { return *m_database->backend(); }
    /// Of users and their notes; no rows and a warning when it fails.
    EmptyTicket emptied(const QList<Entity> &entities) const;

    const std::stop_token m_never{};
    const Entity m_users = usersEntity();
    const Entity m_notes = notesOfUsers().entity;
    const Entity m_products = productsEntity();
    const QList<QStringList> m_product{
        {QStringLiteral("5"), QStringLiteral("Pen"), QString(), QStringLiteral("7")}};
    std::unique_ptr<ContractDatabase> m_database;
};

void TestContractEmptying::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    QFETCH(QString, backend);
    m_database = openContractDatabase(backend);
    m_database->make(strictUsers());
    m_database->make(notesOfUsers());
    VERIFY_DONE(m_database->backend()->prepare({m_users, m_products}));
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(1, 3)));
    VERIFY_DONE(writeRows(*m_database, m_products, m_product));
}

EmptyTicket TestContractEmptying::emptied(const QList<Entity> &entities) const
{
    const auto ticket = backend().empty(entities, m_never);
    if (!ticket)
        qWarning("%s", qUtf8Printable(ticket.error().sentence));
    return ticket.value_or(EmptyTicket());
}

void TestContractEmptying::takesTheseTablesOnly()
{
    const EmptyTicket ticket = emptied({m_users, m_users});
    QCOMPARE(ticket.rows, 3);
    QVERIFY(ticket.taken);
    QCOMPARE(countIn(*m_database, m_users), 0);
    QCOMPARE(rowsIn(*m_database, m_products), m_product);
    QCOMPARE(emptied({m_users}).rows, 0);
}

void TestContractEmptying::bringsBackWhatItTook()
{
    const EmptyTicket ticket = emptied({m_products, m_users});
    QCOMPARE(ticket.rows, 4);
    VERIFY_DONE(backend().restore(ticket, m_never));
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
    QCOMPARE(rowsIn(*m_database, m_products), m_product);
}

void TestContractEmptying::rowsThatCameSinceStay()
{
    const EmptyTicket ticket = emptied({m_users});
    VERIFY_DONE(writeRows(*m_database, m_users, keyedRows(8, 9)));
    VERIFY_DONE(backend().restore(ticket, m_never));
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3) + keyedRows(8, 9));
}

void TestContractEmptying::secondTimeIsRefused()
{
    const EmptyTicket ticket = emptied({m_users});
    VERIFY_DONE(backend().restore(ticket, m_never));
    VERIFY_TOLD(errorOf(backend().restore(ticket, m_never)), ErrorClass::Constraint, *m_database);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
    QCOMPARE(emptied({m_users}).rows, 3);
    VERIFY_DONE(backend().restore(ticket, m_never)); // it is valid still
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
}

void TestContractEmptying::takenPlaceBringsBackNone_data()
{
    QTest::addColumn<QString>("backend");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("number"); // of its address
    addRows("key", 2, 20);
    addRows("address", 20, 2);
}

void TestContractEmptying::takenPlaceBringsBackNone()
{
    QFETCH(int, key);
    QFETCH(int, number);
    const EmptyTicket ticket = emptied({m_products, m_users});
    QStringList later = plainRow(number);
    later[0] = QString::number(key);
    VERIFY_DONE(writeRows(*m_database, m_users, {later}));
    VERIFY_TOLD(errorOf(backend().restore(ticket, m_never)), ErrorClass::Constraint, *m_database);
    QCOMPARE(rowsIn(*m_database, m_users), QList<QStringList>{later});
    QCOMPARE(countIn(*m_database, m_products), 0); // all or none
    m_database->remove(m_users.table, key);
    VERIFY_DONE(backend().restore(ticket, m_never));
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
}

void TestContractEmptying::discardedIsGone()
{
    const EmptyTicket ticket = emptied({m_users});
    backend().discard(ticket);
    backend().discard(ticket);
    QVERIFY(!backend().restore(ticket, m_never));
    QCOMPARE(countIn(*m_database, m_users), 0);
}

void TestContractEmptying::otherDatabasesRowsAreRefused()
{
    QFETCH(QString, backend);
    const auto other = openContractDatabase(backend);
    VERIFY_DONE(other->backend()->prepare({m_users}));
    const EmptyTicket ticket = emptied({m_users});
    VERIFY_TOLD(errorOf(other->backend()->restore(ticket, m_never)), ErrorClass::Other, *other);
    VERIFY_TOLD(errorOf(this->backend().restore(EmptyTicket(), m_never)), ErrorClass::Other, *m_database);
    QCOMPARE(countIn(*other, m_users), 0);
    QCOMPARE(countIn(*m_database, m_users), 0);
}

void TestContractEmptying::referredRowsStay()
{
    const QList<QStringList> note{{QStringLiteral("4"), QStringLiteral("2"), QStringLiteral("a note")}};
    VERIFY_DONE(writeRows(*m_database, m_notes, note));
    const auto refused = backend().empty({m_products, m_users}, m_never);
    QVERIFY(!refused);
    VERIFY_TOLD(refused.error(), ErrorClass::Constraint, *m_database);
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
    QCOMPARE(rowsIn(*m_database, m_products), m_product);
    const EmptyTicket ticket = emptied({m_users, m_notes}); // together they may
    QCOMPARE(ticket.rows, 4);
    VERIFY_DONE(backend().restore(ticket, m_never));
    QCOMPARE(rowsIn(*m_database, m_notes), note);
    const EmptyTicket notes = emptied({m_notes});
    QCOMPARE(emptied({m_users}).rows, 3);
    VERIFY_TOLD(errorOf(backend().restore(notes, m_never)), ErrorClass::Constraint, *m_database);
    QCOMPARE(countIn(*m_database, m_notes), 0); // what they refer to is not there
}

void TestContractEmptying::missingTableIsTold()
{
    Entity nowhere = m_users;
    nowhere.table = QStringLiteral("nowhere");
    const auto ticket = backend().empty({m_users, nowhere}, m_never);
    QVERIFY(!ticket);
    VERIFY_TOLD(ticket.error(), ErrorClass::NoTable, *m_database);
    QCOMPARE(countIn(*m_database, m_users), 3);
}

/// Also when the stop came before the work.
void TestContractEmptying::stoppedTakesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    const auto ticket = backend().empty({m_users}, stop.get_token());
    QVERIFY(!ticket);
    VERIFY_TOLD(ticket.error(), ErrorClass::Interrupted, *m_database);
    QCOMPARE(countIn(*m_database, m_users), 3);
}

void TestContractEmptying::stoppedBringsBackNothing()
{
    std::stop_source stop;
    stop.request_stop();
    const EmptyTicket ticket = emptied({m_users});
    const SqlError error = errorOf(backend().restore(ticket, stop.get_token()));
    QCOMPARE(error.errorClass, ErrorClass::Interrupted);
    QCOMPARE(countIn(*m_database, m_users), 0);
    VERIFY_DONE(backend().restore(ticket, m_never));
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
}

void TestContractEmptying::stopEndsTheWaitForAWriter()
{
    const EmptyTicket ticket = emptied({m_products});
    ContractSession writer(*m_database);
    VERIFY_DONE(writer.begin({}, Turn::Sharing::Alone));
    const auto stopped = [](const auto &work) {
        std::stop_source stop;
        std::atomic<bool> isOver{false};
        SqlError error;
        std::thread waiting([&] {
            error = errorOf(work(stop.get_token()));
            isOver = true;
        });
        stoppableSleep(std::chrono::milliseconds(20)); // time to end without a wait
        const bool waited = !isOver;
        stop.request_stop();
        waiting.join();
        return std::pair(waited, error);
    };
    const auto [emptyWaited, emptied] = stopped([&](auto stop) { return backend().empty({m_users}, stop); });
    QVERIFY(emptyWaited);
    VERIFY_TOLD(emptied, ErrorClass::Interrupted, *m_database);
    const auto [restoreWaited, back] = stopped([&](auto stop) { return backend().restore(ticket, stop); });
    QVERIFY(restoreWaited);
    VERIFY_TOLD(back, ErrorClass::Interrupted, *m_database);
    VERIFY_DONE(writer.rollback());
    QCOMPARE(rowsIn(*m_database, m_users), keyedRows(1, 3));
    QCOMPARE(countIn(*m_database, m_products), 0);
}

QTEST_GUILESS_MAIN(TestContractEmptying)
#include "tst_contract_emptying.moc"
