// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvparser.h"
#include "engine/load/reject/rejectedlines.h"
#include "engine/transaction/tasktrace.h"

#include <vector>

namespace Weir {

/// A chunk as the reader cut it.
struct ReadChunk
{
    int file = 0;        // index in LoadPlan::files
    qint64 position = 0; // bytes of the file, as it lies there, up to the chunk's end
    qint64 sequence = 0; // among this load's of the file, from 0; the pipeline's
    CsvChunk chunk;
};

/// A chunk as a worker made it: parsed and validated.
struct LoadBatch
{
    int file = 0;
    qint64 position = 0;
    qint64 sequence = 0;
    qint64 byteOffset = 0; // CsvChunk's
    qint64 endOffset = 0;
    quint64 hash = 0;
    CsvRows rows;
    std::vector<int> valid;         // rows of rows.batch, ascending
    std::vector<quint32> rowHashes; // of the valid rows, in order; empty: not wanted
    RejectedLines rejected;
    TaskTrace trace; // from the worker to the writer

    qint64 records() const { return static_cast<qint64>(rows.records.size()); }
};

/// How reading a file ended.
struct ReadEnd
{
    bool complete = false;  // up to its end
    QByteArray contentHash; // when complete
    QString error;          // why not; empty: the file was closed
    qint64 lost = 0;        // records whose batch could not be made
};

} // namespace Weir
