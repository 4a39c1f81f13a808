// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <atomic>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <vector>

namespace Weir {

/// A table in memory that stands in for a database. Any thread; readers hold no lock between calls.
class FakeTable
{
public:
    using Rows = std::map<qint64, QStringList>; // cells after the key

    void insert(qint64 key, const QStringList &cells);
    void insert(const QList<qint64> &keys); // with cells made from the key
    void remove(qint64 key);
    void clear();
    Rows rows() const;
    /// What a reader has to find: keys in the view's order.
    std::vector<qint64> keys(const TableView &view) const;
    QStringList cells(qint64 key) const; // the key first; null cells when it is gone
    static QStringList cellsFor(qint64 key);

    // Scans stop before they deliver anything, until opened again or interrupted.
    void closeScanGate();
    void openScanGate();
    bool passScanGate(const std::atomic<bool> &interrupted);
    void wakeScans();

    std::atomic<int> scansBegun{0};
    std::atomic<int> scansInterrupted{0};
    std::atomic<int> readersOpen{0};
    std::atomic<int> callsInWrongThread{0};
    std::atomic<bool> isThere{true};
    std::atomic<bool> failsToOpen{false};
    std::atomic<bool> failsToRead{false};
    std::atomic<int> generation{1};
    Qt::HANDLE guiThread = QThread::currentThreadId();

private:
    mutable std::mutex m_mutex;
    Rows m_rows;
    std::condition_variable m_gateOpened;
    bool m_gateClosed = false;
};

/// The backend of a FakeTable: only its readers work.
class FakeBackend : public Backend
{
public:
    explicit FakeBackend(std::shared_ptr<FakeTable> table);

    void removeFile(); // the database is not there yet
    void createFile();

    const DatabaseProfile &profile() const override { return m_profile; }
    QString location() const override { return m_file; }
    QString label() const override { return QFileInfo(m_file).fileName(); }
    QStringList files() const override { return {m_file}; }
    Presence presence() const override { return QFile::exists(m_file) ? Presence::There : Presence::Absent; }
    Expected<void, SqlError> prepare(const QList<Entity> &) override { return {}; }
    Expected<QStringList, SqlError> migrate(const QList<Entity> &) override { return QStringList(); }
    int generation() const override { return m_table->generation; }
    Expected<std::unique_ptr<Session>, SqlError> openSession(const QString &) override;
    Expected<std::unique_ptr<TableReader>, SqlError> openReader(const Entity &, const QString &) override;
    Expected<void, SqlError> settle() override { return {}; }
    Expected<EmptyTicket, SqlError> empty(const QList<Entity> &, const std::stop_token &) override
    {
        return EmptyTicket{};
    }
    Expected<void, SqlError> restore(const EmptyTicket &, const std::stop_token &) override { return {}; }
    void discard(const EmptyTicket &) override {}
    Expected<qint64, SqlError> countRows(const QString &, const std::stop_token &) override { return 0; }
    Expected<QList<TableReference>, SqlError> references(const QList<Entity> &) override
    {
        return QList<TableReference>();
    }
    Expected<QueryResult, SqlError> query(const QString &, bool) override { return QueryResult(); }

private:
    std::shared_ptr<FakeTable> m_table;
    QTemporaryDir m_directory;
    QString m_file;
    DatabaseProfile m_profile;
};

/// id (key), name (text), number (integer)
Entity fakeEntity();

} // namespace Weir
