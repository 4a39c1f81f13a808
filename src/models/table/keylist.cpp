// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/keylist.h"

#include <algorithm>
#include <limits>

namespace Weir {

qint64 KeyList::size() const
{
    return static_cast<qint64>(m_chunks.size()) * ChunkKeys + static_cast<qint64>(m_open.size());
}

qint64 KeyList::at(qint64 index) const
{
    const auto number = static_cast<std::size_t>(index) / ChunkKeys;
    const auto offset = static_cast<std::size_t>(index) % ChunkKeys;
    if (number == m_chunks.size())
        return m_open[offset];
    const Chunk &chunk = m_chunks[number];
    return chunk.wide.empty() ? chunk.base + static_cast<qint64>(chunk.narrow[offset]) : chunk.wide[offset];
}

std::vector<qint64> KeyList::mid(qint64 first, int count) const
{
    std::vector<qint64> keys;
    const qint64 end = std::min(first + count, size());
    for (qint64 i = first; i < end; ++i)
        keys.push_back(at(i));
    return keys;
}

void KeyList::append(std::span<const qint64> keys)
{
    while (!keys.empty()) {
        const std::size_t count = std::min(keys.size(), ChunkKeys - m_open.size());
        m_open.insert(m_open.end(), keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count));
        keys = keys.subspan(count);
        if (m_open.size() == ChunkKeys) {
            m_chunks.push_back(packed(m_open));
            m_open.clear();
        }
    }
}

KeyList::Chunk KeyList::packed(const std::vector<qint64> &keys)
{
    const auto [least, greatest] = std::minmax_element(keys.cbegin(), keys.cend());
    Chunk chunk;
    chunk.base = *least;
    // Unsigned: the distance between two keys can be more than qint64 holds.
    const std::uint64_t distance = static_cast<std::uint64_t>(*greatest) - static_cast<std::uint64_t>(*least);
    if (distance > std::numeric_limits<std::uint32_t>::max()) {
        chunk.wide = keys;
        return chunk;
    }
    chunk.narrow.reserve(keys.size());
    for (const qint64 key : keys)
        chunk.narrow.push_back(static_cast<std::uint32_t>(key - chunk.base));
    return chunk;
}

} // namespace Weir
