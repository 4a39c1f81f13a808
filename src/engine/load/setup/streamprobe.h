// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/ledger.h"
#include "engine/load/values/loadplan.h"
#include "engine/load/values/storedplan.h"

#include <memory>
#include <stop_token>

namespace Weir {

class ByteSource;
class FileSource;

/// Reads the beginning of a stream to see whether an earlier load began with the same. What it takes becomes
/// the head of the file, so that the load still reads all of it. One thread.
class StreamProbe
{
public:
    StreamProbe(SourceFile &file, const std::stop_token &stop)
        : m_file(file)
        , m_stop(stop)
    {}

    /// Whether the stream, read by the earlier load's plan, begins with its header and its first batch.
    /// Error: it cannot be read, or the load was cancelled.
    Expected<bool> beginsWith(const StoredPlan &plan, const QList<LedgerBatch> &earlier);

    /// Whether no record is cut when `text`, which begins with a record, ends here and more follows.
    static bool holdsWholeRecords(std::string text, const CsvFormat &format);

private:
    class Recorder;

    std::unique_ptr<ByteSource> patient(std::unique_ptr<FileSource> source) const;
    static Expected<bool> compare(CsvSplitter &splitter, const StoredPlan &plan,
                                  const QList<LedgerBatch> &earlier);

    SourceFile &m_file;
    const std::stop_token m_stop;
};

} // namespace Weir
