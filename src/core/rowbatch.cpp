// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rowbatch.h"

#include <limits>

namespace Weir {

int RowView::size() const
{
    return m_batch->columnCount();
}

std::string_view RowView::operator[](int column) const
{
    return m_batch->cell(m_row, column);
}

std::int64_t RowView::sourceRow() const
{
    return m_batch->sourceRow(m_row);
}

std::string_view RowBatch::cell(int row, int column) const
{
    Q_ASSERT(column >= 0 && column < m_columns);
    const auto index = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
        + static_cast<std::size_t>(column);
    const Cell &cell = m_cells[index];
    return std::string_view(m_arena).substr(cell.offset, cell.length);
}

void RowBatch::appendRow(std::int64_t sourceRow, const QStringList &cells)
{
    beginRow(sourceRow);
    for (int column = 0; column < m_columns; ++column) {
        const QByteArray utf8 = column < cells.size() ? cells[column].toUtf8() : QByteArray();
        appendCell({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    }
}

void RowBatch::appendCell(std::string_view utf8)
{
    Q_ASSERT(m_arena.size() + utf8.size() <= std::numeric_limits<std::int32_t>::max());
    m_cells.push_back({static_cast<std::uint32_t>(m_arena.size()), static_cast<std::uint32_t>(utf8.size())});
    m_arena.append(utf8);
}

} // namespace Weir
