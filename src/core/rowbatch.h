// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

    inline int size() const;
    inline std::string_view operator[](int column) const;
    /// Where the row stands in its source, from 1.
    inline std::int64_t sourceRow() const;
    /// Its cells are known to be valid UTF-8 without a NUL; otherwise each is to be looked at.
    inline bool isWellFormed() const;

private:
    const RowBatch *m_batch;
    int m_row;
};

/// Rows as UTF-8 cells in one arena, each with its source row number. Cells are at most 2 GiB together.
/// Not synchronised: filled by one thread, then read by any.
class RowBatch
{
public:
    /// Where a cell lies in the arena.
    struct Cell
    {
        std::uint32_t offset;
        std::uint32_t length;
    };

    explicit RowBatch(int columns = 0)
        : m_columns(columns)
    {}

    int columnCount() const { return m_columns; }
    int rowCount() const { return static_cast<int>(m_sourceRows.size()); }
    RowView row(int index) const { return RowView(*this, index); }
    std::string_view cell(int row, int column) const
    {
        Q_ASSERT(column >= 0 && column < m_columns);
        const Cell &cell = m_cells[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                                   + static_cast<std::size_t>(column)];
        return {m_arena.data() + cell.offset, cell.length};
    }
    std::int64_t sourceRow(int row) const { return m_sourceRows[static_cast<std::size_t>(row)]; }

    /// Cells beyond columnCount() are ignored, missing ones are empty.
    void appendRow(std::int64_t sourceRow, const QStringList &cells);
    /// The same from UTF-8, cell by cell: columnCount() calls of appendCell() make a row.
    void beginRow(std::int64_t sourceRow) { m_sourceRows.push_back(sourceRow); }
    void appendCell(std::string_view utf8);

    /// Room for so many rows more, in one allocation.
    void reserve(int rows);
    /// A row of columnCount() cells, to be filled in at once, that lie in an arena of the caller's, to be
    /// handed over by setArena(): at most 4 GiB, nothing is copied. Not to be mixed with the functions above.
    std::span<Cell> appendPlaces(std::int64_t sourceRow);
    /// `wellFormed`: all cells are valid UTF-8 without a NUL.
    void setArena(std::string arena, bool wellFormed = false)
    {
        m_arena = std::move(arena);
        m_wellFormed = wellFormed;
    }
    bool isWellFormed() const { return m_wellFormed; }
    const std::string &arena() const { return m_arena; }
    /// The batch's cells are gone with it.
    std::string takeArena() { return std::exchange(m_arena, {}); }
    /// No rows any more, and so many columns; keeps its memory.
    void clear(int columns);

private:
    int m_columns;
    bool m_wellFormed = false; // nobody looked
    std::string m_arena;
    std::vector<Cell> m_cells;
    std::vector<std::int64_t> m_sourceRows;
};

inline int RowView::size() const
{
    return m_batch->columnCount();
}

inline std::string_view RowView::operator[](int column) const
{
    return m_batch->cell(m_row, column);
}

inline bool RowView::isWellFormed() const
{
    return m_batch->isWellFormed();
}

inline std::int64_t RowView::sourceRow() const
{
    return m_batch->sourceRow(m_row);
}

} // namespace Weir
