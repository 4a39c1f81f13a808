// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Weir {

/// One record of a chunk: its bytes with its line end, as they stand in the file.
struct CsvRecord
{
    std::uint32_t offset = 0; // in the chunk
    std::uint32_t length = 0;
    qint64 line = 0; // physical line it begins on, from 1
};

/// Whole records in a row, cut from a file; none at all where there are empty lines only. A value; moved from
/// hand to hand.
struct CsvChunk
{
    qint64 byteOffset = 0; // of its first byte in the decoded text, the byte order mark counted
    qint64 endLine = 0;    // the line after its last
    quint64 hash = 0;      // XXH3 of bytes
    std::string bytes;
    std::vector<CsvRecord> records; // without empty lines, which are no rows

    qint64 endOffset() const { return byteOffset + static_cast<qint64>(bytes.size()); }
    std::string_view raw(const CsvRecord &record) const
    {
        return std::string_view(bytes).substr(record.offset, record.length);
    }
};

} // namespace Weir
