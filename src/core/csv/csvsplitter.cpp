// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvsplitter.h"

#include "core/csv/contenthash.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

namespace {
constexpr int MostReserved = 65536;
constexpr qint64 GreatestBlock = qint64{256} << 10;
// Places in a chunk are 32 bits, and a parsed chunk can grow to twice its size.
constexpr qint64 GreatestPart = qint64{1} << 30;

bool isEmptyLine(std::string_view record, char lineEnd)
{
    return record.size() <= 2
        && (record == std::string_view(&lineEnd, 1)
            || (lineEnd == '\n' && (record == "\r\n" || record == "\r")));
}
} // namespace

/// A chunk in the making.
struct CsvSplitter::Scan
{
    Limits limits;
    CsvChunk chunk;
    std::string rest;      // memory for what follows the chunk
    std::size_t end = 0;   // of the records taken
    std::size_t quote = 0; // from `end` up to here there is no quote
    qint64 line = 0;
    bool full = false;
};

CsvSplitter::CsvSplitter(ByteSource &source, const CsvFormat &format, Limits limits)
    : m_source(source)
    , m_marks(format)
    , m_limits{std::max(limits.records, 1), std::clamp(limits.bytes, qint64{1}, GreatestPart)}
    , m_maximumRecord(
          static_cast<std::size_t>(std::clamp(format.maximumRecordBytes, qint64{1}, GreatestPart)))
    , m_block(static_cast<std::size_t>(std::clamp(limits.bytes, qint64{64}, GreatestBlock)))
{
    m_position.byteOffset = source.start();
}

Expected<std::optional<CsvChunk>> CsvSplitter::next(int mostRecords, CsvChunk spare)
{
    return take({std::clamp(mostRecords, 1, m_limits.records), m_limits.bytes}, std::move(spare));
}

Expected<std::optional<CsvChunk>> CsvSplitter::nextRecord()
{
    const qint64 number = m_position.chunk;
    while (true) {
        auto chunk = take({1, m_limits.bytes}, {});
        m_position.chunk = number;
        if (!chunk || !*chunk || !(**chunk).records.empty())
            return chunk;
    }
}

Expected<std::optional<std::string>> CsvSplitter::nextBytes(qint64 bytes)
{
    if (bytes < 1 || bytes > 2 * GreatestPart)
        return noSuchChunk();
    const auto wanted = static_cast<std::size_t>(bytes);
    // Never more memory than there is text: the number may be anybody's.
    while (m_text.size() < wanted && !m_ended && !m_failure)
        readMore(std::min(wanted - m_text.size(), std::max(m_block, m_text.size())));
    if (m_text.size() < wanted && m_failure)
        return tl::make_unexpected(*m_failure);
    if (m_text.size() < wanted)
        return std::nullopt;
    std::string result = m_text.substr(0, wanted);
    m_text.erase(0, wanted);
    ++m_position.chunk;
    m_position.byteOffset += bytes;
    m_position.line += std::count(result.begin(), result.end(), m_marks.lineEnd);
    if (!result.empty() && result.back() != m_marks.lineEnd)
        ++m_position.line;
    return result;
}

Expected<std::optional<CsvChunk>> CsvSplitter::take(const Limits &limits, CsvChunk spare)
{
    Scan scan{limits, {}, std::move(spare.bytes), 0, 0, m_position.line, false};
    scan.chunk.records = std::move(spare.records);
    scan.chunk.records.clear();
    scan.chunk.records.reserve(static_cast<std::size_t>(std::min(limits.records, MostReserved)));
    while (true) {
        if (auto scanned = this->scan(scan); !scanned)
            return tl::make_unexpected(scanned.error());
        if (scan.full || m_ended)
            break;
        if (m_failure && scan.end == 0)
            return tl::make_unexpected(*m_failure);
        if (m_failure)
            break;
        // As much again as there is of an unfinished record: however long it is, it is walked a few times
        // only.
        const std::size_t rest = m_text.size() - scan.end;
        readMore(std::min(std::max(m_block, rest), m_maximumRecord - rest + m_block));
    }
    if (scan.end == 0)
        return std::nullopt;
    return cut(scan);
}

/// Takes the whole records of m_text until the chunk is full. Error: its first record is too long.
Expected<void> CsvSplitter::scan(Scan &scan)
{
    const auto maximumBytes = static_cast<std::size_t>(scan.limits.bytes);
    while (scan.end < m_text.size()) {
        if (scan.chunk.records.size() == static_cast<std::size_t>(scan.limits.records)) {
            scan.full = true;
            return {};
        }
        const RecordEnd end = recordEnd(scan);
        const auto length = static_cast<std::size_t>(end.at - m_text.data()) - scan.end;
        const bool whole = end.complete || m_ended;
        const bool beyond = length > m_maximumRecord;
        if (beyond && scan.end == 0)
            return tooLong(scan.line);
        scan.full = scan.end > 0 && (beyond || scan.end + length + (whole ? 0 : 1) > maximumBytes);
        if (scan.full || !whole)
            return {};
        addRecord(scan, length, end.complete);
    }
    return {};
}

RecordEnd CsvSplitter::recordEnd(Scan &scan) const
{
    const char *const text = m_text.data();
    const std::size_t lineEnd = std::min(m_text.find(m_marks.lineEnd, scan.end), m_text.size());
    scan.quote = std::max(scan.quote, scan.end);
    if (!m_marks.quotes)
        scan.quote = m_text.size();
    else if (scan.quote < m_text.size() && text[scan.quote] != m_marks.quote)
        scan.quote = std::min(m_text.find(m_marks.quote, scan.quote), m_text.size());
    if (lineEnd <= scan.quote) {
        const bool complete = lineEnd < m_text.size();
        return {text + lineEnd + (complete ? 1 : 0), complete, {}, -1};
    }
    MarkFinder finder(m_marks, text + m_text.size());
    return RecordWalk(finder, text + scan.end).run([](const char *, const char *, bool) {});
}

void CsvSplitter::addRecord(Scan &scan, std::size_t length, bool terminated)
{
    const std::string_view record = std::string_view(m_text).substr(scan.end, length);
    if (!isEmptyLine(record, m_marks.lineEnd))
        scan.chunk.records.push_back(
            {static_cast<std::uint32_t>(scan.end), static_cast<std::uint32_t>(length), scan.line});
    const bool quoted = scan.quote < scan.end + length;
    scan.line += quoted ? std::count(record.begin(), record.end(), m_marks.lineEnd) : terminated ? 1 : 0;
    if (!terminated)
        ++scan.line;
    scan.end += length;
}

/// A failure is kept until what was read before has been given.
void CsvSplitter::readMore(std::size_t bytes)
{
    const std::size_t had = m_text.size();
    m_text.resize(had + bytes);
    std::size_t filled = 0;
    while (filled < bytes && !m_ended && !m_failure) {
        const auto read = m_source.read({m_text.data() + had + filled, bytes - filled});
        if (!read) {
            m_failure = read.error();
            break;
        }
        m_ended = *read == 0;
        filled += static_cast<std::size_t>(*read);
    }
    m_text.resize(had + filled);
}

/// Of a chunk with records like those of this one.
std::size_t CsvSplitter::expectedBytes(const Scan &scan) const
{
    const std::size_t records = std::max<std::size_t>(scan.chunk.records.size(), 1);
    const std::size_t all = scan.end / records * static_cast<std::size_t>(m_limits.records);
    return std::min(all, static_cast<std::size_t>(m_limits.bytes));
}

CsvChunk CsvSplitter::cut(Scan &scan)
{
    std::string rest = std::move(scan.rest);
    rest.clear();
    rest.reserve(std::max(m_text.size() - scan.end, expectedBytes(scan)) + m_block);
    rest.assign(m_text, scan.end);
    m_text.resize(scan.end);

    CsvChunk chunk = std::move(scan.chunk);
    chunk.byteOffset = m_position.byteOffset;
    chunk.endLine = scan.line;
    chunk.bytes = std::exchange(m_text, std::move(rest));
    chunk.hash = chunkHash(chunk.bytes);
    m_position = {m_position.chunk + 1, chunk.endOffset(), chunk.endLine};
    return chunk;
}

Unexpected CsvSplitter::noSuchChunk()
{
    return failure(
        QCoreApplication::translate("Weir::CsvSplitter",
                                    "What is recorded of an earlier load of this file is damaged: load the "
                                    "file again from its beginning."));
}

Unexpected CsvSplitter::tooLong(qint64 line) const
{
    return failure(
        QCoreApplication::translate("Weir::CsvSplitter",
                                    "The record that begins in line %1 is longer than %2 MiB: most "
                                    "likely a quote in it is never closed; mend the line or raise "
                                    "the limit.")
            .arg(QString::number(line), QString::number(m_maximumRecord / (1 << 20))));
}

} // namespace Weir
