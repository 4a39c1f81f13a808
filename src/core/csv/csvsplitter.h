// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/bytesource.h"
#include "core/csv/csvchunk.h"
#include "core/csv/csvformat.h"
#include "core/csv/recordwalk.h"

#include <limits>
#include <optional>

namespace Weir {

/// Where a chunk begins.
struct CsvPosition
{
    qint64 chunk = 0;
    qint64 byteOffset = 0;
    qint64 line = 1;

    bool operator==(const CsvPosition &) const = default;
};

/// Cuts decoded text into chunks at record boundaries (RFC 4180; quotes may hold line ends). After a record
/// with a misplaced quote it goes on at the next line end. The same text and limits make the same chunks,
/// however the source cuts its answers. One thread at a time.
class CsvSplitter
{
public:
    struct Limits
    {
        int records = 65536;
        qint64 bytes = qint64{4} << 20; // a longer record makes a longer chunk
    };

    CsvSplitter(ByteSource &source, const CsvFormat &format, Limits limits);

    /// The next chunk; std::nullopt: the end. Empty lines alone make a chunk without records. Error: reading
    /// failed, or a record is too long; whole records before that have been given.
    /// `mostRecords`: fewer than the limits say, if that is less. `spare`: a chunk that nobody needs any
    /// more, for its memory.
    [[nodiscard]] Expected<std::optional<CsvChunk>> next(int mostRecords = std::numeric_limits<int>::max(),
                                                         CsvChunk spare = {});
    /// One record as a chunk of its own that is not counted: the header. std::nullopt: the file has none.
    [[nodiscard]] Expected<std::optional<CsvChunk>> nextRecord();
    /// The next `bytes` bytes as they are, for comparing with a chunk of an earlier load, and counted as one
    /// chunk; std::nullopt: the file is shorter. Error: reading failed, or no chunk can be so long.
    [[nodiscard]] Expected<std::optional<std::string>> nextBytes(qint64 bytes);
    /// Of the next chunk.
    CsvPosition position() const { return m_position; }

private:
    struct Scan;

    Expected<std::optional<CsvChunk>> take(const Limits &limits, CsvChunk spare);
    Expected<void> scan(Scan &scan);
    void addRecord(Scan &scan, std::size_t length, bool terminated);
    RecordEnd recordEnd(Scan &scan) const;
    void readMore(std::size_t bytes);
    std::size_t expectedBytes(const Scan &scan) const;
    CsvChunk cut(Scan &scan);
    static Unexpected noSuchChunk();
    Unexpected tooLong(qint64 line) const;

    ByteSource &m_source;
    CsvMarks m_marks;
    Limits m_limits;
    std::size_t m_maximumRecord;
    std::size_t m_block; // bytes to read at a time
    CsvPosition m_position;
    std::string m_text; // read and not given yet
    bool m_ended = false;
    std::optional<Error> m_failure; // of the source, not told yet
};

} // namespace Weir
