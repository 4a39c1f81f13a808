// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"
#include "support/memorystore.h"

#include <atomic>
#include <memory>
#include <stop_token>

namespace Weir::Test {

/// A whole database held in memory, without a file: what every backend must do, and with the faults of its
/// store what none should do but some will. It knows no SQL.
class MemoryBackend : public Backend
{
public:
    /// A database of its own, named "memory".
    MemoryBackend();
    explicit MemoryBackend(std::shared_ptr<MemoryStore> store)
        : m_store(std::move(store))
    {}

    MemoryStore &store() { return *m_store; }

    const DatabaseProfile &profile() const override { return m_store->profile(); }
    QString location() const override { return m_store->location(); }
    QString label() const override { return location(); }
    QStringList files() const override { return {}; }
    Presence presence() const override { return Presence::There; }
    Expected<void, SqlError> prepare(const QList<Entity> &entities) override;
    Expected<QStringList, SqlError> migrate(const QList<Entity> &entities) override;
    int generation() const override { return m_store->generation(); }
    Expected<std::unique_ptr<Session>, SqlError> openSession(const QString &connectionName) override;
    Expected<std::unique_ptr<TableReader>, SqlError> openReader(const Entity &entity,
                                                                const QString &connectionName) override;
    Expected<void, SqlError> awaitSafe(const Receipt &) override { return refusal(MemoryCall::AwaitSafe); }
    Expected<void, SqlError> settle() override { return refusal(MemoryCall::Settle); }
    Expected<EmptyTicket, SqlError> empty(const QList<Entity> &entities,
                                          const std::stop_token &stop) override;
    Expected<void, SqlError> restore(const EmptyTicket &ticket, const std::stop_token &stop) override;
    void discard(const EmptyTicket &ticket) override;
    Expected<qint64, SqlError> countRows(const QString &table, const std::stop_token &stop) override;
    Expected<QList<TableReference>, SqlError> references(const QList<Entity> &entities) override;
    Expected<QueryResult, SqlError> query(const QString &sql, bool writable) override;

private:
    Expected<void, SqlError> refusal(MemoryCall call) const;
    /// Does it to a copy, which is the content afterwards unless there was an error.
    Expected<void, SqlError> transact(const std::stop_token &stop,
                                      const std::function<Expected<void, SqlError>(MemoryContent &)> &work);

    std::shared_ptr<MemoryStore> m_store;
};

} // namespace Weir::Test
