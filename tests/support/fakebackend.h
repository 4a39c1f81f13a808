// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <QtGlobal>

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace WeirTest {

using namespace Weir;

/// What a fake database holds and how it misbehaves; shared by its sessions.
struct FakeStore
{
    std::function<SqlError()> onBegin = [] {
        return SqlError{};
    };
    /// Called for each row with its first cell.
    std::function<SqlError(const std::string &)> onRow = [](const std::string &) {
        return SqlError{};
    };
    std::function<SqlError()> onCommit = [] {
        return SqlError{};
    };
    /// What is told of the rows given.
    std::function<void(InsertResult *, std::size_t)> onResult = [](InsertResult *, std::size_t) {
    };
    /// A row that fails with this class takes the transaction with it.
    std::optional<ErrorClass> costsTransaction;

    std::mutex mutex;
    std::vector<std::string> committed;
    std::atomic<int> commits{0};
    std::atomic<int> rollbacks{0};
    std::atomic<int> begins{0};

    bool holds(const std::string &cell)
    {
        const std::lock_guard lock(mutex);
        return std::find(committed.begin(), committed.end(), cell) != committed.end();
    }
};

class FakeSession : public Session
{
public:
    explicit FakeSession(FakeStore &store)
        : m_store(store)
    {}

    void setWaiting(BusyWait, const CancelToken *) override {}
    qint64 takeBusyWaits() override { return 0; }

    SqlError begin() override
    {
        ++m_store.begins;
        const SqlError error = m_store.onBegin();
        m_open = !error;
        return error;
    }
    SqlError commit() override
    {
        if (const SqlError error = m_store.onCommit())
            return error;
        const std::lock_guard lock(m_store.mutex);
        m_store.committed.insert(m_store.committed.end(), m_pending.begin(), m_pending.end());
        m_pending.clear();
        m_open = false;
        ++m_store.commits;
        return {};
    }
    SqlError rollback() override
    {
        ++m_store.rollbacks;
        m_pending.clear();
        m_open = false;
        return {};
    }
    bool inTransaction() const override { return m_open; }

    SqlError insert(const Entity &, const RowBatch &batch, std::span<const int> rows,
                    InsertResult *result) override
    {
        result->clear();
        for (int i = 0; i < static_cast<int>(rows.size()); ++i) {
            const std::string cell(batch.cell(rows[static_cast<std::size_t>(i)], 0));
            const SqlError error = m_store.onRow(cell);
            if (error && !error.concernsRowOnly())
                return error;
            if (error) {
                result->failures.push_back({i, error});
                if (m_store.costsTransaction != error.errorClass)
                    continue;
                m_pending.clear();
                m_open = false;
                m_store.onResult(result, rows.size());
                return error;
            }
            m_pending.push_back(cell);
            result->keys.push_back(static_cast<qint64>(m_pending.size()));
        }
        m_store.onResult(result, rows.size());
        return {};
    }
    Ledger &ledger() override { qFatal("a fake database keeps no ledger"); }

private:
    FakeStore &m_store;
    std::vector<std::string> m_pending;
    bool m_open = false;
};

/// Only what a WriteGate needs.
class FakeBackend : public Backend
{
public:
    const DatabaseProfile &profile() const override { return m_profile; }
    QString location() const override { return QStringLiteral("fake"); }
    CommitGate &gate() override { return m_gate; }
    SqlError prepare(const QList<Entity> &) override { return {}; }
    Expected<QStringList, SqlError> migrate(const QList<Entity> &) override { return QStringList(); }
    int generation() const override { return 0; }
    Expected<std::unique_ptr<Session>, SqlError> openSession(const QString &) override { return refused(); }
    Expected<std::unique_ptr<TableReader>, SqlError> openReader(const Entity &, const QString &) override
    {
        return refused();
    }
    SqlError checkpoint() override { return {}; }
    Expected<EmptyTicket, SqlError> empty(const QList<Entity> &, const CancelToken &) override
    {
        return refused();
    }
    SqlError restore(const EmptyTicket &, const CancelToken &) override { return {}; }
    void discard(const EmptyTicket &) override {}
    Expected<QList<qint64>, SqlError> countRows(const QList<Entity> &) override { return refused(); }
    Expected<QList<TableReference>, SqlError> references(const QList<Entity> &) override { return refused(); }
    Expected<QueryResult, SqlError> query(const QString &, bool) override { return refused(); }

private:
    static tl::unexpected<SqlError> refused()
    {
        return tl::make_unexpected(SqlError{ErrorClass::Other, 0, QStringLiteral("not in a fake")});
    }

    DatabaseProfile m_profile;
    CommitGate m_gate;
};

} // namespace WeirTest
