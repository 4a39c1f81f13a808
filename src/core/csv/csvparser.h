// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/columnmapping.h"
#include "core/csv/csvchunk.h"
#include "core/csv/csvfault.h"
#include "core/csv/csvformat.h"
#include "core/rowbatch.h"

#include <QString>

#include <optional>
#include <vector>

namespace Weir {

/// "stray-quote" …: as reasons files name it.
QString csvFaultName(CsvFault fault);

struct MalformedRecord
{
    int record = 0; // index in CsvRows::records
    CsvFault fault = CsvFault::StrayQuote;
    int column = -1; // of the file, from 0; -1: none in particular
    int cells = 0;   // TooFewCells, TooManyCells: how many there are

    /// One sentence.
    QString message(int columns) const;
};

/// A parsed chunk. The batch's arena is the chunk's bytes: cells are not copied unless they hold doubled
/// quotes; those stand behind the bytes.
struct CsvRows
{
    RowBatch batch;                         // columns as the entity's fields; source rows are line numbers
    std::vector<CsvRecord> records;         // of the chunk, all
    std::vector<int> recordOfRow;           // by row of the batch
    std::vector<MalformedRecord> malformed; // ascending

    /// No rows yet, of these records; keeps its memory.
    void clear(int columns, std::vector<CsvRecord> chunkRecords);
    /// The bytes of a record as they stand in the file.
    std::string_view raw(const CsvRecord &record) const
    {
        return std::string_view(batch.arena()).substr(record.offset, record.length);
    }
};

/// Cells of records. Immutable: any thread may call.
class CsvParser
{
public:
    CsvParser(const CsvFormat &format, const ColumnMapping &mapping, ColumnMapping::Ragged ragged);

    CsvRows parse(CsvChunk chunk) const;
    /// The same into `rows`, whatever was in it; uses its memory.
    void parse(CsvChunk chunk, CsvRows *rows) const;
    /// The cells of one record as they are, unmapped: headers, previews. False: malformed.
    static bool cells(std::string_view record, const CsvFormat &format, std::vector<std::string> *cells);
    /// How many cells a record has. std::nullopt: malformed.
    static std::optional<int> countCells(std::string_view record, const CsvFormat &format);

private:
    CsvFormat m_format;
    ColumnMapping m_mapping;
    ColumnMapping::Ragged m_ragged;
};

} // namespace Weir
