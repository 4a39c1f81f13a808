// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Weir {

class RowBatch;

/// A row of a RowBatch; valid as long as the batch is neither changed nor destroyed.
class RowView
{
public:
    RowView(const RowBatch &batch, int row)
        : m_batch(&batch)
        , m_row(row)
    {}

    int size() const;
    std::string_view operator[](int column) const;
    /// Where the row stands in its source, from 1.
    std::int64_t sourceRow() const;

private:
    const RowBatch *m_batch;
    int m_row;
};

/// Rows as UTF-8 cells in one arena, each with its source row number. Cells are at most 2 GiB together.
/// Not synchronised: filled by one thread, then read by any.
class RowBatch
{
public:
    explicit RowBatch(int columns)
        : m_columns(columns)
    {}

    int columnCount() const { return m_columns; }
    int rowCount() const { return static_cast<int>(m_sourceRows.size()); }
    RowView row(int index) const { return RowView(*this, index); }
    std::string_view cell(int row, int column) const;
    std::int64_t sourceRow(int row) const { return m_sourceRows[static_cast<std::size_t>(row)]; }

    /// Cells beyond columnCount() are ignored, missing ones are empty.
    void appendRow(std::int64_t sourceRow, const QStringList &cells);
    /// The same from UTF-8, cell by cell: columnCount() calls of appendCell() make a row.
    void beginRow(std::int64_t sourceRow) { m_sourceRows.push_back(sourceRow); }
    void appendCell(std::string_view utf8);

private:
    struct Cell
    {
        std::uint32_t offset;
        std::uint32_t length;
    };

    int m_columns;
    std::string m_arena;
    std::vector<Cell> m_cells;
    std::vector<std::int64_t> m_sourceRows;
};

} // namespace Weir
