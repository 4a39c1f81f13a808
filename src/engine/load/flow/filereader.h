// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/csvsource.h"
#include "core/csv/csvsplitter.h"
#include "engine/load/flow/fileaccount.h"
#include "engine/load/flow/loadpipeline.h"

#include <memory>

namespace Weir {

/// Reads one file and pushes its chunks, after the part of it that is in the table already. One thread.
class FileReader
{
public:
    /// `noMemory`: how it ends when memory runs out.
    FileReader(FileAccount &file, LoadPipeline &pipeline, const QString &noMemory)
        : m_file(file)
        , m_pipeline(pipeline)
        , m_noMemory(noMemory)
    {}

    /// Until the file's end, an error, or until the pipeline closes the file; tells the pipeline how it
    /// ended.
    void run();

private:
    /// Error with an empty sentence: the file was closed.
    Expected<void> read();
    Expected<std::unique_ptr<ByteSource>> openSource();
    Expected<void> readHeader();
    Expected<void> skipEarlier();
    Expected<void> pump();
    Expected<void> checkGrowth() const;

    FileAccount &m_file;
    LoadPipeline &m_pipeline;
    const QString m_noMemory;
    ContentHash m_hash;
    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<CsvSplitter> m_splitter;
    bool m_cutsRecord = false; // the earlier load's end is not the end of a record, if more follows
};

} // namespace Weir
