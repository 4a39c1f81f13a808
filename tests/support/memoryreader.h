// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/tablereader.h"
#include "support/memorystore.h"

#include <atomic>
#include <memory>

namespace Weir::Test {

/// Reads a table of a MemoryStore.
class MemoryReader : public TableReader
{
public:
    static constexpr std::size_t PortionSize = 100; // keys per call of a scan's sink

    MemoryReader(std::shared_ptr<MemoryStore> store, Entity entity);

    Result<KeyRange> keyRange() override;
    Result<TablePage> page(qint64 from, int skip, int limit) override;
    Result<TablePage> lastPage(int limit) override;
    Result<TablePage> rows(std::span<const qint64> keys) override;
    Result<qint64> scanKeys(const TableView &view,
                            const std::function<bool(std::span<const qint64>)> &sink) override;
    void interrupt() override { m_interrupted = true; }
    void forgetInterrupt() override { m_interrupted = false; }

private:
    /// The table as it is now; or why it cannot be read.
    Result<MemoryTable> table();
    QStringList cells(const MemoryTable &table, const MemoryTable::Row &row) const;
    bool matches(const MemoryTable &table, const MemoryTable::Row &row, const TableView &view) const;
    std::vector<qint64> keys(const MemoryTable &table, const TableView &view) const;
    SqlError interrupted();

    const std::shared_ptr<MemoryStore> m_store;
    const Entity m_entity;
    const int m_generation;
    std::atomic<bool> m_interrupted{false};
};

} // namespace Weir::Test
