// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/csvdetector.h"
#include "core/csv/csvparser.h"
#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "core/csv/csvwriter.h"
#include "core/csv/dialectguess.h"
#include "core/csv/memorysource.h"
#include "core/project/projectfile.h"
#include "core/rules/ruleset.h"
#include "support/csvreference.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

// A libFuzzer target for all that reads delimited text. The first bytes of an input choose the format and how
// the text arrives, the rest is the text. Besides memory errors, these end it:
// - splitter and parser disagree with the byte-by-byte reference
// - chunks, put together, differ from the whole text
// - rows that are written do not read back the same
// - a verdict of the rules depends on whether messages are wanted

namespace Weir {

namespace {
constexpr int Columns = 3;

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Oracle: %s\n", what);
    std::abort();
}

struct Input
{
    CsvFormat format;
    CsvSplitter::Limits limits;
    std::size_t step = 0;
    ColumnMapping::Ragged ragged = ColumnMapping::Ragged::Reject;
    bool detect = false;
    std::string_view text;
};

Input inputOf(std::string_view bytes)
{
    Input input;
    unsigned char control[4] = {};
    for (unsigned char &byte : control) {
        byte = bytes.empty() ? 0 : static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(bytes.empty() ? 0 : 1);
    }
    input.format.delimiter = ",;\t|"[control[0] & 3];
    input.format.quote = "\"\"'\0"[(control[0] >> 2) & 3];
    input.format.lineEnd = (control[0] & 16) != 0 ? '\r' : '\n';
    input.ragged = (control[0] & 32) != 0 ? ColumnMapping::Ragged::Fill : ColumnMapping::Ragged::Reject;
    input.detect = (control[3] & 0xe0) == 0xe0; // it is slow: rarely
    input.limits = {1 + (control[1] & 15), 1 + 4 * (control[1] >> 4)};
    input.step = control[2] & 31;
    input.format.maximumRecordBytes = (control[2] & 32) != 0 ? 1 + control[2] / 4 : 1 << 20;
    input.format.encoding = static_cast<TextEncoding>(control[3] & 3);
    input.format.compression = static_cast<Compression>(((control[3] >> 2) & 3) % 3);
    input.text = bytes;
    return input;
}

/// Each byte stands for a character that matters: rare meetings of these become common.
std::string dense(std::string_view bytes)
{
    static constexpr std::string_view Alphabet("aé\r\n\n\r\"\"\"\",,;\t|'\0", 18);
    std::string text;
    for (const char byte : bytes)
        text += Alphabet[static_cast<unsigned char>(byte) % Alphabet.size()];
    return text;
}

/// Unpacked and decoded as far as it goes.
std::string decode(std::string_view bytes, const Input &input, std::size_t step)
{
    std::string text;
    auto source =
        decodeCsvSource(std::make_unique<MemorySource>(bytes, step), input.format, QStringLiteral("x"));
    char buffer[512];
    while (source && text.size() < (1U << 20)) {
        const auto read = (*source)->read(buffer);
        if (!read || *read == 0)
            break;
        text.append(buffer, static_cast<std::size_t>(*read));
    }
    return text;
}

ColumnMapping mapping()
{
    return {{0, 1, 2}, Columns};
}

std::vector<std::string> cellsOf(const RowBatch &batch, int row)
{
    std::vector<std::string> cells;
    for (int column = 0; column < batch.columnCount(); ++column)
        cells.emplace_back(batch.cell(row, column));
    return cells;
}

const QList<Entity> &entities()
{
    static const QList<Entity> entities = ProjectFile::sample().entities;
    return entities;
}

void requireVerdict(const RowView &row)
{
    static const RuleSet rules(entities().front());
    require(rules.accepts(row) == rules.check(row).isEmpty(), "accepts() and check() disagree");
}

void requireReadsBack(const std::vector<std::string> &cells, char delimiter)
{
    std::string text;
    appendCsvRecord(&text, std::vector<std::string_view>(cells.begin(), cells.end()), delimiter);
    CsvFormat format;
    format.delimiter = delimiter;
    const auto records = CsvReference(text, format).records();
    std::vector<std::string> read;
    require(CsvParser::cells(text, format, &read) && read == cells,
            "a row is not read back as it was written");
    require(records.size() == 1 && records.front().cells == cells, "a written row is not one record");
}

/// One chunk against the reference's records from `at` on.
void requireSameRows(CsvChunk chunk, const Input &input, const std::vector<ReferenceRecord> &expected,
                     std::size_t at)
{
    const std::size_t first = static_cast<std::size_t>(chunk.byteOffset);
    const CsvRows rows = CsvParser(input.format, mapping(), input.ragged).parse(std::move(chunk));
    std::size_t row = 0;
    std::size_t fault = 0;
    for (std::size_t i = 0; i < rows.records.size(); ++i, ++at) {
        require(at < expected.size(), "too many records");
        const ReferenceRecord &record = expected[at];
        require(record.offset == first + rows.records[i].offset && record.length == rows.records[i].length
                    && record.line == rows.records[i].line,
                "a record lies elsewhere");
        require(rows.raw(rows.records[i]) == input.text.substr(record.offset, record.length),
                "a record's bytes differ");
        const auto cells = record.cells.size();
        const bool fits =
            cells == Columns || (cells < Columns && input.ragged == ColumnMapping::Ragged::Fill);
        if (record.fault || !fits) {
            require(fault < rows.malformed.size() && rows.malformed[fault].record == static_cast<int>(i),
                    "a malformed record is taken for a row");
            require(!record.fault || rows.malformed[fault].fault == *record.fault, "another fault");
            require(!rows.malformed[fault].message(Columns).isEmpty(), "a fault without a message");
            ++fault;
            continue;
        }
        require(row < rows.recordOfRow.size() && rows.recordOfRow[row] == static_cast<int>(i),
                "a row is taken for malformed");
        std::vector<std::string> wanted = record.cells;
        wanted.resize(Columns);
        const int index = static_cast<int>(row++);
        require(cellsOf(rows.batch, index) == wanted, "cells differ");
        requireReadsBack(wanted, input.format.delimiter);
        requireVerdict(rows.batch.row(index));
    }
    require(row == rows.recordOfRow.size() && fault == rows.malformed.size(), "too many rows");
}

void requireSameRecords(const Input &input, CsvSplitter::Limits limits, std::size_t step)
{
    const auto expected = CsvReference(input.text, input.format).records();
    MemorySource source(input.text, step);
    CsvSplitter splitter(source, input.format, limits);
    std::string bytes;
    std::size_t at = 0;
    while (true) {
        auto chunk = splitter.next();
        if (!chunk) {
            require(at < expected.size()
                        && expected[at].length > static_cast<std::size_t>(input.format.maximumRecordBytes),
                    "an error without a reason");
            return;
        }
        if (!*chunk)
            break;
        bytes += (**chunk).bytes;
        const std::size_t records = (**chunk).records.size();
        requireSameRows(std::move(**chunk), input, expected, at);
        at += records;
    }
    require(bytes == input.text, "bytes are lost");
    require(at == expected.size(), "records are lost");
    require(std::all_of(expected.begin(), expected.end(),
                        [&](const ReferenceRecord &record) {
                            return record.length <= static_cast<std::size_t>(input.format.maximumRecordBytes);
                        }),
            "a record is too long and nobody minds");
}

void requireDetection(const Input &input)
{
    const QByteArray head(input.text.data(), static_cast<qsizetype>(input.text.size()));
    const auto preview = CsvDetector::preview(QStringLiteral("x"), input.format, head + '\n');
    require(!preview || preview->rows.size() == preview->lines.size(), "a preview without lines");
    const CsvSample::Text text{std::string(input.text), false, true, head.size()};
    DialectGuess guess(text, entities());
    CsvFormat format;
    guess.run(&format);
    require(!guess.evidence().isEmpty(), "a guess without evidence");
}
} // namespace

} // namespace Weir

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace Weir;
    Input input = inputOf({reinterpret_cast<const char *>(data), size});
    const std::string crowded = dense(input.text);
    const std::string text = decode(input.text, input, 0);
    if (input.format.compression == Compression::None)
        require(decode(input.text, input, input.step) == text, "decoding depends on how the bytes arrive");
    input.format.encoding = TextEncoding::Utf8; // from here on
    input.format.compression = Compression::None;
    for (const std::string_view part : {std::string_view(text), std::string_view(crowded)}) {
        input.text = part;
        requireSameRecords(input, {1 << 16, 8192}, 0);
        requireSameRecords(input, input.limits, input.step);
    }
    input.text = text;
    if (input.detect)
        requireDetection(input);
    return 0;
}
