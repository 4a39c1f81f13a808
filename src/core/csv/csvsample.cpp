// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvsample.h"

#include "core/csv/csvparser.h"
#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/filesource.h"
#include "core/csv/memorysource.h"

#include <limits>
#include <optional>

namespace Weir {

namespace {
/// Fills the buffer as far as the source goes. False: the source has ended.
Expected<bool> fill(ByteSource &source, std::string *buffer, std::size_t maximum)
{
    while (buffer->size() < maximum) {
        const std::size_t had = buffer->size();
        buffer->resize(maximum);
        const auto read = source.read({buffer->data() + had, maximum - had});
        buffer->resize(had + static_cast<std::size_t>(read.value_or(0)));
        if (!read)
            return tl::make_unexpected(read.error());
        if (*read == 0)
            return false;
    }
    return true;
}

SampleRecord sampled(std::string_view raw, const CsvFormat &format, bool withCells)
{
    SampleRecord record;
    if (!withCells) {
        const std::optional<int> columns = CsvParser::countCells(raw, format);
        record.malformed = !columns;
        record.columns = columns.value_or(0);
        return record;
    }
    record.malformed = !CsvParser::cells(raw, format, &record.cells);
    if (record.malformed)
        record.cells = {std::string(raw)};
    record.columns = static_cast<int>(record.cells.size());
    return record;
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}
} // namespace

Expected<CsvSample> CsvSample::take(const QString &path, qint64 maximumBytes, const QByteArray &head)
{
    CsvSample sample;
    sample.m_path = path;
    sample.m_maximumBytes = maximumBytes;
    if (!head.isEmpty()) {
        sample.m_head = head;
        sample.m_whole = head.size() < maximumBytes;
        return sample;
    }
    auto file = FileSource::open(path);
    if (!file)
        return tl::make_unexpected(file.error());
    std::string bytes;
    const auto more = fill(**file, &bytes, static_cast<std::size_t>(maximumBytes));
    if (!more)
        return tl::make_unexpected(more.error());
    sample.m_head = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    sample.m_fileSize = (*file)->fileSize();
    if (sample.m_fileSize < 0)
        sample.m_pipe = std::make_shared<const OpenPipe>((*file)->descriptor());
    sample.m_whole = !*more || sample.m_fileSize == sample.m_head.size();
    return sample;
}

/// What is damaged is no error as long as something could be decoded: a sample may end anywhere.
Expected<CsvSample::Text> CsvSample::text(const CsvFormat &format) const
{
    Text text;
    auto source = decodeCsvSource(std::make_unique<MemorySource>(viewOf(m_head)), format, m_path);
    if (!source)
        return tl::make_unexpected(source.error());
    const auto more = fill(**source, &text.utf8, static_cast<std::size_t>(m_maximumBytes));
    if (!more && text.utf8.empty())
        return tl::make_unexpected(more.error());
    char next = 0;
    const bool ended = more && (!*more || (*source)->read({&next, 1}).value_or(1) == 0);
    text.marked = (*source)->start() > 0;
    text.whole = m_whole && ended;
    text.fileBytes = (*source)->filePosition();
    return text;
}

std::vector<SampleRecord> sampleRecords(const CsvSample::Text &text, const CsvFormat &format, int shown,
                                        int maximum)
{
    MemorySource source(text.utf8);
    CsvSplitter splitter(source, format, {maximum, static_cast<qint64>(text.utf8.size())});
    std::vector<SampleRecord> records;
    const auto chunk = splitter.next();
    if (!chunk || !*chunk)
        return records;
    records.reserve((**chunk).records.size());
    for (const CsvRecord &record : (**chunk).records) {
        const bool hasCells = static_cast<int>(records.size()) < shown;
        records.push_back(sampled((**chunk).raw(record), format, hasCells));
        records.back().line = record.line;
    }
    const bool all = static_cast<int>(records.size()) < maximum;
    const bool cutOff = all && !text.whole && !records.empty()
        && (records.back().malformed || !text.utf8.ends_with(format.lineEnd));
    if (cutOff)
        records.pop_back();
    return records;
}

} // namespace Weir
