// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablelayout.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Weir {

TableLayout TableLayout::dense(qint64 firstKey, qint64 lastKey)
{
    TableLayout layout;
    layout.m_kind = Kind::Dense;
    layout.m_firstKey = firstKey;
    layout.m_lastKey = lastKey;
    layout.m_count = lastKey - firstKey + 1;
    return layout;
}

TableLayout TableLayout::anchored(qint64 count, qint64 lastKey, std::vector<qint64> anchors)
{
    TableLayout layout;
    layout.m_count = count;
    layout.m_firstKey = anchors.empty() ? 0 : anchors.front();
    layout.m_lastKey = lastKey;
    layout.m_anchors = std::move(anchors);
    return layout;
}

TableLayout TableLayout::keyed(KeyList keys)
{
    TableLayout layout;
    layout.m_kind = Kind::Keyed;
    layout.m_count = keys.size();
    layout.m_keys = std::move(keys);
    return layout;
}

RowSlice TableLayout::slice(qint64 row, int count) const
{
    RowSlice slice;
    if (row < 0 || row >= size())
        return slice;
    if (isKeyed()) {
        slice.keys = m_keys.mid(row, count);
        return slice;
    }
    const qint64 end = std::min(row + count, size());
    if (row < m_count) {
        slice.limit = static_cast<int>(std::min(end, m_count) - row);
        slice.dense = m_kind == Kind::Dense;
        slice.from = slice.dense ? m_firstKey + row : m_anchors[static_cast<std::size_t>(row / Step)];
        slice.skip = slice.dense ? 0 : static_cast<int>(row % Step);
    }
    for (qint64 i = std::max(row, m_count); i < end; ++i)
        slice.keys.push_back(m_tail[static_cast<std::size_t>(i - m_count)]);
    return slice;
}

bool TableLayout::tailContains(qint64 key) const
{
    return std::binary_search(m_tail.cbegin(), m_tail.cend(), key);
}

qint64 TableLayout::tailPosition(qint64 key) const
{
    return std::lower_bound(m_tail.cbegin(), m_tail.cend(), key) - m_tail.cbegin();
}

void TableLayout::insertIntoTail(qint64 position, std::span<const qint64> keys)
{
    m_tail.insert(m_tail.begin() + position, keys.begin(), keys.end());
}

void TableLayout::adopt(std::span<const qint64> keys)
{
    std::vector<qint64> merged;
    std::set_union(m_tail.cbegin(), m_tail.cend(), keys.begin(), keys.end(), std::back_inserter(merged));
    std::erase_if(merged, [this](qint64 key) { return !isBeyondBase(key); });
    m_tail = std::move(merged);
}

void TableLayout::dropTailBeyond(qint64 key)
{
    m_tail.erase(std::upper_bound(m_tail.cbegin(), m_tail.cend(), key), m_tail.cend());
}

void TableLayout::foldTail()
{
    if (m_tail.empty() || isKeyed())
        return;
    const qint64 first = m_count == 0 ? m_tail.front() : m_firstKey;
    const qint64 count = size();
    if (keyDistance(first, m_tail.back()) == static_cast<quint64>(count - 1)) {
        *this = dense(first, m_tail.back());
        return;
    }
    if (m_kind == Kind::Dense) {
        m_kind = Kind::Anchored;
        for (qint64 row = 0; row < m_count; row += Step)
            m_anchors.push_back(m_firstKey + row);
    }
    std::vector<qint64> anchors;
    for (std::size_t i = 0; i < m_tail.size(); ++i) {
        if ((m_count + static_cast<qint64>(i)) % Step == 0)
            anchors.push_back(m_tail[i]);
    }
    const std::vector<qint64> tail = std::exchange(m_tail, {});
    extendBase(static_cast<qint64>(tail.size()), tail.back(), anchors);
}

void TableLayout::extendBase(qint64 count, qint64 lastKey, std::span<const qint64> anchors)
{
    m_anchors.insert(m_anchors.end(), anchors.begin(), anchors.end());
    m_firstKey = m_anchors.empty() ? 0 : m_anchors.front();
    m_lastKey = lastKey;
    m_count += count;
}

void TableLayout::appendKeys(std::span<const qint64> keys)
{
    m_keys.append(keys);
    m_count = m_keys.size();
}

} // namespace Weir
