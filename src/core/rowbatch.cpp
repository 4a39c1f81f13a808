// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rowbatch.h"

#include <limits>

namespace Weir {

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

void RowBatch::clear(int columns)
{
    m_columns = columns;
    m_arena.clear();
    m_wellFormed = false;
    m_cells.clear();
    m_sourceRows.clear();
}

void RowBatch::reserve(int rows)
{
    m_sourceRows.reserve(m_sourceRows.size() + static_cast<std::size_t>(rows));
    m_cells.reserve(m_cells.size() + static_cast<std::size_t>(rows) * static_cast<std::size_t>(m_columns));
}

std::span<RowBatch::Cell> RowBatch::appendPlaces(std::int64_t sourceRow)
{
    const auto columns = static_cast<std::size_t>(m_columns);
    m_sourceRows.push_back(sourceRow);
    m_cells.resize(m_cells.size() + columns);
    return std::span(m_cells).last(columns);
}

} // namespace Weir
