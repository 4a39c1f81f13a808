// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvparser.h"

#include "core/csv/recordwalk.h"
#include "core/nametable.h"
#include "core/text/utf8text.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

namespace {
constexpr NamedValue<CsvFault> Faults[] = {
    {CsvFault::StrayQuote, QLatin1String("stray-quote")},
    {CsvFault::TextAfterQuote, QLatin1String("text-after-quote")},
    {CsvFault::UnclosedQuote, QLatin1String("unclosed-quote")},
    {CsvFault::TooFewCells, QLatin1String("too-few-cells")},
    {CsvFault::TooManyCells, QLatin1String("too-many-cells")},
};

void appendUndoubled(std::string *text, const char *begin, const char *end, char quote)
{
    while (begin != end) {
        const char *const stop = std::find(begin, end, quote);
        text->append(begin, stop);
        if (stop == end)
            return;
        text->push_back(quote);
        begin = stop + 2;
    }
}

/// Where the cells of one record lie, by column of the file.
class CellPlaces
{
public:
    CellPlaces(const std::string &bytes, int columns, char quote)
        : m_bytes(bytes)
        , m_places(static_cast<std::size_t>(columns) + 1)
        , m_quote(quote)
    {}

    void clear() { m_count = 0; }
    void add(const char *begin, const char *end, bool doubled)
    {
        if (m_count + 1 < m_places.size())
            m_places[m_count] = doubled ? undoubled(begin, end)
                                        : RowBatch::Cell{static_cast<std::uint32_t>(begin - m_bytes.data()),
                                                         static_cast<std::uint32_t>(end - begin)};
        ++m_count;
    }
    void fillUp()
    {
        for (std::size_t i = m_count; i < m_places.size(); ++i)
            m_places[i] = {0, 0};
    }

    int count() const { return static_cast<int>(m_count); }
    /// The place behind the last column's is that of a blank cell.
    RowBatch::Cell operator[](std::size_t column) const { return m_places[column]; }
    const std::string &undoubledText() const { return m_undoubled; }

private:
    RowBatch::Cell undoubled(const char *begin, const char *end)
    {
        const std::size_t offset = m_undoubled.size();
        appendUndoubled(&m_undoubled, begin, end, m_quote);
        return {static_cast<std::uint32_t>(m_bytes.size() + offset),
                static_cast<std::uint32_t>(m_undoubled.size() - offset)};
    }

    const std::string &m_bytes;
    std::vector<RowBatch::Cell> m_places;
    std::size_t m_count = 0;
    std::string m_undoubled; // to stand behind m_bytes
    const char m_quote;
};

std::optional<CsvFault> faultOf(const RecordEnd &end, int cells, int columns, ColumnMapping::Ragged ragged)
{
    if (end.fault)
        return end.fault;
    if (cells > columns)
        return CsvFault::TooManyCells;
    if (cells < columns && ragged == ColumnMapping::Ragged::Reject)
        return CsvFault::TooFewCells;
    return {};
}
} // namespace

QString csvFaultName(CsvFault fault)
{
    return nameIn(Faults, fault);
}

QString MalformedRecord::message(int columns) const
{
    const QString number = QString::number(column + 1);
    switch (fault) {
    case CsvFault::StrayQuote:
        return QCoreApplication::translate("Weir::CsvParser",
                                           "Column %1 holds a quote but does not begin with one")
            .arg(number);
    case CsvFault::TextAfterQuote:
        return QCoreApplication::translate(
                   "Weir::CsvParser",
                   "Text follows the closing quote of column %1; quotes inside a cell "
                   "are doubled")
            .arg(number);
    case CsvFault::UnclosedQuote:
        return QCoreApplication::translate("Weir::CsvParser",
                                           "The quote that opens column %1 is never closed")
            .arg(number);
    case CsvFault::TooFewCells:
        return QCoreApplication::translate("Weir::CsvParser", "Too few cells: %1 instead of %2")
            .arg(QString::number(cells), QString::number(columns));
    case CsvFault::TooManyCells:
        return QCoreApplication::translate("Weir::CsvParser", "Too many cells: %1 instead of %2")
            .arg(QString::number(cells), QString::number(columns));
    }
    return {};
}

CsvParser::CsvParser(const CsvFormat &format, const ColumnMapping &mapping, ColumnMapping::Ragged ragged)
    : m_format(format)
    , m_mapping(mapping)
    , m_ragged(ragged)
{}

CsvRows CsvParser::parse(CsvChunk chunk) const
{
    CsvRows rows;
    parse(std::move(chunk), &rows);
    return rows;
}

void CsvParser::parse(CsvChunk chunk, CsvRows *rows) const
{
    const CsvMarks marks(m_format);
    std::vector<std::size_t> sources;
    for (const int column : m_mapping.columnOfField)
        sources.push_back(static_cast<std::size_t>(column >= 0 ? column : m_mapping.columns));
    CellPlaces places(chunk.bytes, m_mapping.columns, marks.quote);

    rows->clear(static_cast<int>(sources.size()), std::move(chunk.records));
    const char *const text = chunk.bytes.data();
    // Up to the chunk's end, not the record's: a walk finds the same end, and the finder looks ahead.
    MarkFinder finder(marks, text + chunk.bytes.size());
    for (int i = 0; i < static_cast<int>(rows->records.size()); ++i) {
        const CsvRecord &record = rows->records[static_cast<std::size_t>(i)];
        places.clear();
        const RecordEnd end =
            RecordWalk(finder, text + record.offset).run([&](const char *from, const char *to, bool doubled) {
                places.add(from, to, doubled);
            });
        const auto fault = faultOf(end, places.count(), m_mapping.columns, m_ragged);
        if (fault) {
            rows->malformed.push_back({i, *fault, end.column, places.count()});
            continue;
        }
        places.fillUp();
        std::transform(sources.begin(), sources.end(), rows->batch.appendPlaces(record.line).begin(),
                       [&](std::size_t column) { return places[column]; });
        rows->recordOfRow.push_back(i);
    }
    chunk.bytes += places.undoubledText();
    const bool wellFormed = marks.areAscii() && isWellFormedUtf8(chunk.bytes);
    rows->batch.setArena(std::move(chunk.bytes), wellFormed);
}

void CsvRows::clear(int columns, std::vector<CsvRecord> chunkRecords)
{
    records = std::move(chunkRecords);
    malformed.clear();
    batch.clear(columns);
    batch.reserve(static_cast<int>(records.size()));
    recordOfRow.clear();
    recordOfRow.reserve(records.size());
}

bool CsvParser::cells(std::string_view record, const CsvFormat &format, std::vector<std::string> *cells)
{
    const CsvMarks marks(format);
    cells->clear();
    MarkFinder finder(marks, record.data() + record.size());
    const RecordEnd end =
        RecordWalk(finder, record.data()).run([&](const char *from, const char *to, bool doubled) {
            std::string &cell = cells->emplace_back();
            if (doubled)
                appendUndoubled(&cell, from, to, marks.quote);
            else
                cell.assign(from, to);
        });
    return !end.fault;
}

std::optional<int> CsvParser::countCells(std::string_view record, const CsvFormat &format)
{
    const CsvMarks marks(format);
    MarkFinder finder(marks, record.data() + record.size());
    int cells = 0;
    const RecordEnd end =
        RecordWalk(finder, record.data()).run([&](const char *, const char *, bool) { ++cells; });
    return end.fault ? std::nullopt : std::optional(cells);
}

} // namespace Weir
