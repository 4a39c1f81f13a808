// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"
#include "core/system/fairlock.h"
#include "db/insertresult.h"
#include "db/ledger.h"
#include "db/turn.h"
#include "support/memorytable.h"

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace Weir::Test {

/// A load in the ledger of a MemoryStore.
struct MemoryLoad
{
    struct Batch
    {
        LedgerBatch entry;
        bool undone = false;
    };

    LedgerEntry load;
    std::vector<Batch> batches;
};

/// All that a database holds at one moment. A value.
struct MemoryContent
{
    std::map<QString, MemoryTable> tables;
    bool hasLedger = false;
    std::vector<MemoryLoad> loads; // oldest first

    /// The row's key; or why it is refused.
    Expected<qint64, QString> insert(const Entity &entity, RowView cells);
    /// The first other row that refers to this one is of this table; empty: none does.
    QString tableReferringTo(const QString &table, qint64 key) const;
    /// A row refers to one that is not there; empty: none does.
    QString danglingReference() const;
};

/// Where trouble can strike.
enum class MemoryCall { Prepare, Open, Begin, Insert, Ledger, Commit, AwaitSafe, Settle, Read };
inline constexpr std::size_t MemoryCalls = 9;

/// What goes wrong in a call.
struct MemoryTrouble
{
    enum class Kind {
        None,
        Refused,          // the call fails and has done nothing
        ConnectionLost,   // its transaction is gone, and the session answers nothing any more
        TransactionEnded, // by itself: nothing of it stays, and the caller has to look
        UnknownWritten,   // commit(): the answer is lost, and it happened
        UnknownUnwritten, // the same, and it did not
    };

    MemoryTrouble() = default;
    MemoryTrouble(Kind what) // NOLINT(google-explicit-constructor): what a test writes
        : kind(what)
    {}
    MemoryTrouble(SqlError refusal) // NOLINT(google-explicit-constructor): the same
        : kind(refusal.isNone() ? Kind::None : Kind::Refused)
        , error(std::move(refusal))
    {}

    Kind kind = Kind::None;
    SqlError error;
};

/// A database in memory, shared by its backend, sessions and readers. Tests switch its faults on before they
/// use it; all else may be called by any thread.
class MemoryStore
{
public:
    using Content = std::shared_ptr<const MemoryContent>;
    using Fault = std::function<MemoryTrouble()>;

    explicit MemoryStore(DatabaseProfile profile);

    const DatabaseProfile &profile() const { return m_profile; }
    QString location() const { return m_profile.sqlite().file; }
    int generation() const { return m_generation.load(); }

    Content content() const;
    /// As another program does, while nobody else writes.
    void change(const std::function<void(MemoryContent &)> &work);
    /// Another, empty database is in its place: sessions and readers opened before are no longer good.
    void replace();

    /// Only one at a time.
    [[nodiscard]] bool takeWriter(const void *writer);
    void leaveWriter(const void *writer);
    void publish(MemoryContent content);

    qint64 rowCount(const QString &table) const;
    bool holds(const QString &table, const QString &column, const std::string &text) const;
    QString sentence(const QString &what) const;
    SqlError error(ErrorClass errorClass, const QString &what) const;

    /// Asked at each such call, outside of any lock: it may wait.
    Fault &on(MemoryCall call) { return m_faults[static_cast<std::size_t>(call)]; }
    /// This trouble at the `number`th such call from now on, from 1, and only then.
    void strikeAt(MemoryCall call, int number, MemoryTrouble trouble);
    MemoryTrouble troubleAt(MemoryCall call) const;
    /// Asked for each row with its first cell.
    std::function<MemoryTrouble(const std::string &)> onRow;
    /// A row that fails with this class takes the transaction with it.
    std::optional<ErrorClass> costsTransaction;
    /// Changes what insert() tells of so many rows.
    std::function<void(InsertResult *, std::size_t)> onResult;

    /// For what a deferred commit wrote.
    Receipt newReceipt() { return {m_receipts.fetch_add(1) + 1}; }

    FairLock turns;
    std::atomic<int> begins{0};
    std::atomic<int> commits{0}; // that happened
    std::atomic<int> rollbacks{0};

private:
    const DatabaseProfile m_profile;
    std::array<Fault, MemoryCalls> m_faults;
    mutable std::mutex m_mutex; // guards the two below
    Content m_content = std::make_shared<const MemoryContent>();
    const void *m_writer = nullptr;
    std::atomic<int> m_generation{0};
    std::atomic<quint64> m_receipts{0};
};

} // namespace Weir::Test
