// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <span>
#include <vector>

namespace Weir {

/// Many keys in a given order, in chunks: no large block is ever moved, and a chunk whose keys lie within
/// 2^32 of one another takes 4 bytes a key (40 MB for ten million). Not synchronised.
class KeyList
{
public:
    qint64 size() const;
    qint64 at(qint64 index) const;
    std::vector<qint64> mid(qint64 first, int count) const; // fewer at the end
    void append(std::span<const qint64> keys);

private:
    struct Chunk
    {
        qint64 base = 0;
        std::vector<std::uint32_t> narrow; // offsets from base
        std::vector<qint64> wide;          // instead, when they do not fit
    };
    static constexpr std::size_t ChunkKeys = 65536;

    static Chunk packed(const std::vector<qint64> &keys);

    std::vector<Chunk> m_chunks; // full ones
    std::vector<qint64> m_open;  // the one being filled
};

} // namespace Weir
