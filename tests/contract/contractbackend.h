// SPDX-License-Identifier: GPL-3.0-or-later
// All that the contract's tests know of the interface they test: when that changes, this does.
#pragma once

#include "db/connections.h"
#include "db/ledger.h"
#include "support/dbfixture.h"

#include <memory>
#include <numeric>
#include <span>
#include <stop_token>

/// For calls that must fail: with this class, and a sentence that names the database's place.
#define VERIFY_TOLD(call, expectedClass, database)                                                           \
    do {                                                                                                     \
        const Weir::SqlError toldError = (call);                                                             \
        QCOMPARE(toldError.errorClass, (expectedClass));                                                     \
        QVERIFY2(toldError.sentence.contains((database).backend()->location()),                              \
                 qPrintable(toldError.sentence));                                                            \
    } while (false)

namespace Weir::Test {

/// A table as some other program has made it.
struct ContractTable
{
    Entity entity;
    QStringList notNull; // names of fields
    QStringList unique;
    QString childField; // refers to the key of `parent`; empty: none does
    QString parent;
};

/// What can happen to a session, where a backend can be made to do it.
enum class ContractFault {
    CommitFails,        // nothing of it is written
    CommitUnknown,      // and it happened, or not
    CommitUnknownThere, // it happened
    ConnectionLost,     // in the middle of a transaction
    TransactionEnds,    // by itself, at the next insert into the users; arranged while there is none
};

/// A database of its own for one test.
class ContractDatabase
{
public:
    virtual ~ContractDatabase() = default;

    virtual const std::shared_ptr<Backend> &backend() const = 0;

    // What other programs do.
    virtual void make(const ContractTable &table) = 0;
    virtual void change(const QString &table, qint64 key, const QString &column, const QString &text) = 0;
    virtual void remove(const QString &table, qint64 key) = 0;
    /// Puts an empty database in its place.
    virtual void replace() = 0;

    /// From now on, until mend().
    virtual void arrange(ContractFault) {}
    virtual void mend() {}
};

/// Every backend there is, by name.
QStringList contractBackends();
/// `patienceMs`: how long a writer waits for another one.
std::unique_ptr<ContractDatabase> openContractDatabase(const QString &backend, int patienceMs = 5000);

/// Test data: this row for each backend, whose name goes into the first column.
template<typename... Values>
void addRows(const char *name, const Values &...values)
{
    const QStringList backends = contractBackends();
    for (const QString &backend : backends)
        ((QTest::addRow("%s: %s", qPrintable(backend), name) << backend) << ... << values);
}
/// Test data: a row for each backend, in a column "backend".
void addBackends();
/// The same, and columns "fault", for those that the backend can be made to have in a transaction, and
/// "happens": the commit does all the same. Needs prepareForFaults() before the first database.
void addFaults();
void prepareForFaults();

/// What became of the rows given.
struct Written
{
    Expected<void, SqlError> done;
    InsertResult result;
};

inline std::unique_ptr<Session> openContractSession(const ContractDatabase &database)
{
    auto session = database.backend()->openSession(newConnectionName(database.backend()->profile().name));
    if (!session)
        qFatal("%s", qPrintable(session.error().sentence));
    return std::move(*session);
}

/// A writing session.
class ContractSession
{
public:
    explicit ContractSession(const ContractDatabase &database)
        : m_session(openContractSession(database))
    {}

    [[nodiscard]] Expected<void, SqlError> begin(const std::stop_token &stop = {},
                                                 Turn::Sharing sharing = Turn::Sharing::Contend)
    {
        return m_session->begin({.sharing = sharing, .durability = m_durability, .stop = stop});
    }
    [[nodiscard]] Expected<void, SqlError> commit()
    {
        const auto committed = m_session->commit();
        if (committed)
            m_receipt = *committed;
        return doneOf(committed);
    }
    /// Of the last commit.
    Receipt receipt() const { return m_receipt; }
    [[nodiscard]] Expected<void, SqlError> rollback() { return m_session->rollback(); }
    /// What is committed from now on is safe only after Backend::awaitSafe().
    void deferSync() { m_durability = Durability::Deferred; }
    bool inTransaction() const { return m_session->inTransaction(); }
    std::vector<Wait> takeWaits() { return m_session->takeWaits(); }

    Written insert(const Entity &entity, const RowBatch &batch, std::span<const int> rows)
    {
        Written written;
        written.done = m_session->insert(entity, batch, rows, &written.result);
        return written;
    }
    Written insert(const Entity &entity, const QList<QStringList> &rows)
    {
        std::vector<int> all(static_cast<std::size_t>(rows.size()));
        std::iota(all.begin(), all.end(), 0);
        return insert(entity, batchOf(rows), all);
    }

    // The ledger.
    [[nodiscard]] Expected<void, SqlError> makeLedger() { return m_session->ledger().makeTables(); }
    [[nodiscard]] Expected<void, SqlError> beginLoad(const LedgerEntry &load)
    {
        return m_session->ledger().begin(load);
    }
    [[nodiscard]] Expected<void, SqlError> reviseLoad(const LedgerEntry &load)
    {
        return m_session->ledger().revise(load);
    }
    [[nodiscard]] Expected<void, SqlError> reopenLoad(const QByteArray &id)
    {
        return m_session->ledger().reopen(id);
    }
    [[nodiscard]] Expected<void, SqlError> addBatch(const QByteArray &id, const LedgerBatch &batch)
    {
        return m_session->ledger().add(id, batch);
    }
    [[nodiscard]] Expected<void, SqlError> finishLoad(const QByteArray &id, const QByteArray &hash,
                                                      const QDateTime &when)
    {
        return m_session->ledger().finish(id, hash, when);
    }
    [[nodiscard]] Expected<void, SqlError> dropLoad(const QByteArray &id)
    {
        return m_session->ledger().drop(id);
    }
    Expected<std::optional<UndoneBatch>, SqlError> undoLast(const QByteArray &id, qint64 before)
    {
        return m_session->ledger().undoLast(id, before);
    }
    Expected<QList<LedgerEntry>, SqlError> loads() { return m_session->ledger().loads(); }
    Expected<QList<LedgerBatch>, SqlError> batches(const QByteArray &id)
    {
        return m_session->ledger().batches(id);
    }

private:
    std::unique_ptr<Session> m_session;
    Durability m_durability = Durability::AtCommit;
    Receipt m_receipt;
};

/// Does `work` in a transaction of its own; the first error.
template<typename Work>
[[nodiscard]] Expected<void, SqlError> inTransaction(ContractSession &session, const Work &work)
{
    if (const auto done = session.begin(); !done)
        return done;
    auto done = work();
    if (done)
        done = session.commit();
    if (!done)
        static_cast<void>(session.rollback()); // the first one counts
    return done;
}

/// The same for rows, on a session of the moment.
[[nodiscard]] inline Expected<void, SqlError> writeRows(const ContractDatabase &database,
                                                        const Entity &entity, const QList<QStringList> &rows,
                                                        Written *told = nullptr)
{
    ContractSession session(database);
    Written written;
    auto done = inTransaction(session, [&] {
        written = session.insert(entity, rows);
        return written.done;
    });
    if (told)
        *told = written;
    return done;
}

inline std::unique_ptr<TableReader> openContractReader(const ContractDatabase &database, const Entity &entity)
{
    auto reader =
        database.backend()->openReader(entity, newConnectionName(database.backend()->profile().name));
    if (!reader)
        qFatal("%s", qPrintable(reader.error().sentence));
    return std::move(*reader);
}

/// All rows by key, as others see them now.
inline QList<QStringList> rowsIn(const ContractDatabase &database, const Entity &entity)
{
    const auto page = openContractReader(database, entity)
                          ->page(std::numeric_limits<qint64>::min(), 0, std::numeric_limits<int>::max());
    if (!page)
        qWarning("%s", qUtf8Printable(page.error().sentence));
    return page ? page->rows : QList<QStringList>();
}

/// -1 and a warning: they cannot be counted.
inline qint64 countIn(const ContractDatabase &database, const Entity &entity)
{
    const auto count = database.backend()->countRows(entity.table, std::stop_token());
    if (!count)
        qWarning("%s", qUtf8Printable(count.error().sentence));
    return count.value_or(-1);
}

/// users(id, name NOT NULL, email UNIQUE)
inline ContractTable strictUsers()
{
    return {usersEntity(), {QStringLiteral("name")}, {QStringLiteral("email")}, {}, {}};
}

/// notes(id, user, text), whose users are those of the table users.
inline ContractTable notesOfUsers()
{
    Entity entity = usersEntity();
    entity.name = QStringLiteral("notes");
    entity.table = QStringLiteral("notes");
    entity.fields[1].name = QStringLiteral("user");
    entity.fields[1].type = FieldType::Integer;
    entity.fields[2].name = QStringLiteral("text");
    return {entity, {}, {}, QStringLiteral("user"), QStringLiteral("users")};
}

/// The first to the last, plainRow() with its key.
inline QList<QStringList> keyedRows(int first, int last)
{
    QList<QStringList> rows;
    for (int number = first; number <= last; ++number) {
        rows += plainRow(number);
        rows.last()[0] = QString::number(number);
    }
    return rows;
}

} // namespace Weir::Test
