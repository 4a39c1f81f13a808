// SPDX-License-Identifier: GPL-3.0-or-later
// What every backend keeps: several writers, and how they wait for each other.
#include "contract/contractbackend.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <atomic>
#include <chrono>
#include <latch>
#include <thread>

using namespace Weir;
using namespace Weir::Test;

namespace {

int sleeps(ContractSession &session)
{
    int sum = 0;
    for (const Wait &wait : session.takeWaits()) {
        if (wait.endNs < wait.beginNs)
            qWarning("a wait ended before it began");
        sum += wait.sleeps;
    }
    return sum;
}

} // namespace

class TestContractWriters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void beginWaitsForTheOtherWriter_data() { addBackends(); }
    void beginWaitsForTheOtherWriter();
    void patienceEnds_data() { addBackends(); }
    void patienceEnds();
    void aloneMeansOneByOne_data() { addBackends(); }
    void aloneMeansOneByOne();
    void cancellingEndsTheWait_data() { addBackends(); }
    void cancellingEndsTheWait();
    void readersDoNotWait_data() { addBackends(); }
    void readersDoNotWait();
    void threadsLoseNoRow_data() { addBackends(); }
    void threadsLoseNoRow();
    void readersSeeWholeTransactions_data() { addBackends(); }
    void readersSeeWholeTransactions();

private:
    /// The database with the table of users.
    std::unique_ptr<ContractDatabase> open(int patienceMs = 30000) const;

    const Entity m_users = usersEntity();
};

std::unique_ptr<ContractDatabase> TestContractWriters::open(int patienceMs) const
{
    const QString backend = *static_cast<QString *>(QTest::qData("backend", qMetaTypeId<QString>()));
    auto database = openContractDatabase(backend, patienceMs);
    if (const auto done = database->backend()->prepare({m_users}); !done)
        qWarning("%s", qUtf8Printable(done.error().sentence));
    return database;
}

void TestContractWriters::beginWaitsForTheOtherWriter()
{
    const auto database = open();
    ContractSession first(*database);
    VERIFY_DONE(first.begin());
    VERIFY_DONE(first.insert(m_users, keyedRows(1, 1)).done);
    std::latch aboutToWait(1);
    std::atomic<bool> commits{false};
    bool waited = false;
    Expected<void, SqlError> done;
    std::thread second([&] {
        ContractSession session(*database);
        aboutToWait.count_down();
        done = session.begin();
        waited = commits;
        if (done)
            done = session.insert(m_users, keyedRows(2, 2)).done;
        if (done)
            done = session.commit();
    });
    aboutToWait.wait();
    commits = true;
    const auto committed = first.commit();
    second.join();
    VERIFY_DONE(committed);
    VERIFY_DONE(done);
    QVERIFY(waited);
    QCOMPARE(rowsIn(*database, m_users), keyedRows(1, 2));
}

void TestContractWriters::patienceEnds()
{
    const auto database = open(30);
    ContractSession first(*database);
    ContractSession second(*database);
    VERIFY_DONE(first.begin());
    VERIFY_TOLD(errorOf(second.begin()), ErrorClass::Busy, *database);
    QVERIFY(!second.inTransaction());
    QVERIFY(sleeps(second) > 0);
    QVERIFY(second.takeWaits().empty());
    VERIFY_DONE(first.rollback());
    VERIFY_DONE(second.begin());
    QVERIFY(second.takeWaits().empty());
    VERIFY_DONE(second.rollback());
}

/// However short the patience with others' locks is: within a process writers are given their turn.
void TestContractWriters::aloneMeansOneByOne()
{
    constexpr int Writers = 8;
    const auto database = open(1);
    std::atomic<int> inside{0};
    std::atomic<int> together{0};
    std::vector<Expected<void, SqlError>> outcomes(Writers);
    std::vector<std::thread> threads;
    for (int writer = 0; writer < Writers; ++writer) {
        threads.emplace_back([&, writer] {
            ContractSession session(*database);
            Expected<void, SqlError> &done = outcomes[static_cast<std::size_t>(writer)];
            done = session.begin({}, Turn::Sharing::Alone);
            if (!done)
                return;
            if (inside.fetch_add(1) > 0)
                ++together;
            done = session.insert(m_users, keyedRows(writer + 1, writer + 1)).done;
            inside.fetch_sub(1);
            if (done)
                done = session.commit();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const auto &done : outcomes)
        VERIFY_DONE(done);
    QCOMPARE(together.load(), 0);
    QCOMPARE(rowsIn(*database, m_users), keyedRows(1, Writers));
}

void TestContractWriters::cancellingEndsTheWait()
{
    constexpr int Patience = 100000;
    const auto database = open(Patience);
    ContractSession first(*database);
    VERIFY_DONE(first.begin());
    const auto begun = std::chrono::steady_clock::now();
    bool hasWaited = false;
    for (int reads = 0; !hasWaited; reads = 2 * reads + 1) { // until it waited before it was cancelled
        std::stop_source stop;
        SqlError error;
        bool inTransaction = true;
        std::latch aboutToWait(1);
        std::thread second([&] {
            ContractSession session(*database);
            aboutToWait.count_down();
            error = errorOf(session.begin(stop.get_token()));
            inTransaction = session.inTransaction();
            hasWaited = sleeps(session) > 0;
        });
        aboutToWait.wait();
        for (int read = 0; read < reads; ++read)
            static_cast<void>(countIn(*database, m_users));
        stop.request_stop();
        second.join();
        VERIFY_TOLD(error, ErrorClass::Interrupted, *database);
        QVERIFY(!inTransaction);
    }
    QVERIFY(std::chrono::steady_clock::now() - begun < std::chrono::milliseconds(Patience));
    VERIFY_DONE(first.commit());
}

void TestContractWriters::readersDoNotWait()
{
    const auto database = open();
    VERIFY_DONE(writeRows(*database, m_users, keyedRows(1, 2)));
    ContractSession session(*database);
    VERIFY_DONE(session.begin());
    VERIFY_DONE(session.insert(m_users, keyedRows(3, 3)).done);
    QCOMPARE(rowsIn(*database, m_users), keyedRows(1, 2));
    QCOMPARE(countIn(*database, m_users), 2);
    VERIFY_DONE(session.commit());
}

void TestContractWriters::threadsLoseNoRow()
{
    constexpr int Threads = 6;
    constexpr int Rounds = 5;
    const auto database = open();
    std::latch start(Threads);
    std::vector<QList<qint64>> told(Threads); // by thread
    std::vector<Expected<void, SqlError>> outcomes(Threads);
    std::vector<std::thread> threads;
    for (std::size_t number = 0; number < Threads; ++number) {
        threads.emplace_back([&, number] {
            start.arrive_and_wait();
            for (int round = 0; round < Rounds && outcomes[number]; ++round) {
                Written written;
                outcomes[number] = writeRows(*database, m_users, {plainRow(1), plainRow(2)}, &written);
                for (const qint64 key : written.result.keys)
                    told[number] += key;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QSet<qint64> keys;
    for (std::size_t number = 0; number < Threads; ++number) {
        VERIFY_DONE(outcomes[number]);
        QCOMPARE(told[number].size(), 2 * Rounds);
        keys.unite(QSet<qint64>(told[number].begin(), told[number].end()));
    }
    QCOMPARE(keys.size(), 2 * Rounds * Threads); // no key twice
    QSet<qint64> there;
    for (const QStringList &row : rowsIn(*database, m_users))
        there += row.constFirst().toLongLong();
    QCOMPARE(there, keys);
}

void TestContractWriters::readersSeeWholeTransactions()
{
    constexpr int Rows = 10;
    constexpr int Rounds = 20;
    const auto database = open();
    std::atomic<bool> done{false};
    Expected<void, SqlError> written;
    std::thread writer([&] {
        for (int round = 0; round < Rounds && written; ++round)
            written = writeRows(*database, m_users, keyedRows(round * Rows + 1, (round + 1) * Rows));
        done = true;
    });
    qint64 last = 0;
    bool whole = true;
    bool grows = true;
    while (!done) {
        const qint64 count = countIn(*database, m_users);
        whole = whole && count % Rows == 0;
        grows = grows && count >= last;
        last = count;
    }
    writer.join();
    VERIFY_DONE(written);
    QVERIFY(whole);
    QVERIFY(grows);
    QCOMPARE(countIn(*database, m_users), Rows * Rounds);
}

QTEST_GUILESS_MAIN(TestContractWriters)
#include "tst_contract_writers.moc"
