// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of TableModel and the window over them: everything that sends row signals.
#include "models/table/tablemodel.h"

#include <algorithm>
#include <utility>

namespace Weir {

int TableModel::windowSize(qint64 start) const
{
    return static_cast<int>(std::min<qint64>(m_windowRows, totalRows() - start));
}

int TableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

void TableModel::resetTo(TableLayout layout)
{
    const bool moved = m_start != 0;
    m_feed->dropPages();
    beginResetModel();
    m_layout = std::move(layout);
    m_cache.clear();
    m_start = 0;
    m_rows = windowSize(0);
    endResetModel();
    if (moved)
        Q_EMIT windowMoved(0);
}

void TableModel::become(TableLayout layout)
{
    if (layout.isKeyed() != m_layout.isKeyed()) {
        resetTo(std::move(layout));
        return;
    }
    const qint64 before = totalRows();
    const qint64 after = layout.size();
    const qint64 oldEnd = m_layout.baseSize();
    const qint64 newEnd = layout.baseSize();
    const auto change = [this, &layout] {
        m_layout = std::move(layout);
    };
    if (after > before)
        insertAt(oldEnd, after - before, change);
    else if (after < before)
        removeAt(std::min(newEnd, after), before - after, change);
    else
        change();
    m_cache.markAllStale();
    m_feed->restartPages();
    windowChanged(m_start, m_start + m_rows - 1);
}

void TableModel::insertAt(qint64 row, qint64 count, const Change &change)
{
    const auto apply = [&] {
        change();
        m_cache.insertRows(row, count);
    };
    const qint64 place = row - m_start;
    if (place < 0 || (place == 0 && m_start > 0)) { // above the window, which keeps its rows
        apply();
        m_start += count;
        Q_EMIT headerDataChanged(Qt::Vertical, 0, m_rows - 1);
        Q_EMIT windowMoved(m_start);
        return;
    }
    if (place >= m_windowRows) {
        apply();
        return;
    }
    const int inWindow = static_cast<int>(std::min<qint64>(count, m_windowRows - place));
    shrinkWindow(std::min(m_rows, m_windowRows - inWindow));
    const int first = static_cast<int>(place);
    beginInsertRows({}, first, first + inWindow - 1);
    apply();
    m_rows += inWindow;
    endInsertRows();
    growWindow();
}

void TableModel::removeAt(qint64 row, qint64 count, const Change &change)
{
    const qint64 end = m_start + m_rows;
    const qint64 above = std::clamp<qint64>(m_start - row, 0, count);
    const qint64 first = std::clamp(row, m_start, end);
    const auto inWindow = static_cast<int>(std::clamp(row + count, m_start, end) - first);
    if (inWindow > 0)
        beginRemoveRows({}, static_cast<int>(first - m_start),
                        static_cast<int>(first - m_start) + inWindow - 1);
    change();
    m_cache.removeRows(row, count);
    m_start -= above;
    m_rows -= inWindow;
    if (inWindow > 0)
        endRemoveRows();
    growWindow();
    if (above > 0) {
        Q_EMIT headerDataChanged(Qt::Vertical, 0, m_rows - 1);
        Q_EMIT windowMoved(m_start);
    }
    setWindowStart(m_start); // the table may end too close now
}

void TableModel::growWindow()
{
    const int wanted = windowSize(m_start);
    if (wanted <= m_rows)
        return;
    beginInsertRows({}, m_rows, wanted - 1);
    m_rows = wanted;
    endInsertRows();
}

void TableModel::shrinkWindow(int rows)
{
    if (rows >= m_rows)
        return;
    beginRemoveRows({}, rows, m_rows - 1);
    m_rows = rows;
    endRemoveRows();
}

void TableModel::setWindowStart(qint64 first)
{
    const qint64 start = std::clamp<qint64>(first, 0, std::max<qint64>(totalRows() - m_windowRows, 0));
    if (start == m_start)
        return;
    if (start >= m_start + m_rows || start + m_windowRows <= m_start) {
        beginResetModel();
        m_start = start;
        m_rows = windowSize(start);
        endResetModel();
    } else if (start > m_start) {
        moveDown(start);
    } else {
        moveUp(start);
    }
    Q_EMIT windowMoved(m_start); // NOLINT(readability-misleading-indentation): the macro is empty
}

void TableModel::moveDown(qint64 start)
{
    const auto gone = static_cast<int>(start - m_start);
    beginRemoveRows({}, 0, gone - 1);
    m_start = start;
    m_rows -= gone;
    endRemoveRows();
    growWindow();
}

void TableModel::moveUp(qint64 start)
{
    const auto added = static_cast<int>(m_start - start);
    shrinkWindow(m_windowRows - added);
    beginInsertRows({}, 0, added - 1);
    m_start = start;
    m_rows += added;
    endInsertRows();
}

void TableModel::windowChanged(qint64 firstRow, qint64 lastRow)
{
    const qint64 first = std::max(firstRow, m_start) - m_start;
    const qint64 last = std::min(lastRow, m_start + m_rows - 1) - m_start;
    if (first > last || columnCount() == 0)
        return;
    Q_EMIT dataChanged(index(static_cast<int>(first), 0), index(static_cast<int>(last), columnCount() - 1));
}

} // namespace Weir
