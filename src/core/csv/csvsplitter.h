// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/bytesource.h"
#include "core/csv/csvchunk.h"
#include "core/csv/csvformat.h"

#include <optional>

namespace Weir {

/// Where a chunk begins: the start of the file, or where an earlier load got to.
struct CsvPosition
{
    qint64 chunk = 0;
    qint64 byteOffset = 0;
    qint64 line = 1;
};

/// Cuts decoded text into chunks at record boundaries (RFC 4180; quotes may hold line ends). After a record
/// with a misplaced quote it goes on at the next line end. One thread at a time.
class CsvSplitter
{
public:
    struct Limits
    {
        int records = 65536;
        qint64 bytes = qint64{4} << 20; // a longer record makes a longer chunk
    };

    /// The source stands at `start`.
    CsvSplitter(ByteSource &source, const CsvFormat &format, Limits limits, CsvPosition start = {});

    /// The next chunk; std::nullopt: the end. Error: reading failed, or a record is too long.
    [[nodiscard]] Expected<std::optional<CsvChunk>> next();
    /// One record as a chunk of its own that is not counted: the header. std::nullopt: the file is empty.
    [[nodiscard]] Expected<std::optional<CsvChunk>> nextRecord();
    /// The next `bytes` bytes as they are, for comparing with an earlier load; std::nullopt: the file is
    /// shorter.
    [[nodiscard]] Expected<std::optional<std::string>> nextBytes(qint64 bytes);
    CsvPosition position() const;

private:
    ByteSource &m_source;
    CsvFormat m_format;
    Limits m_limits;
    CsvPosition m_position;
};

} // namespace Weir
