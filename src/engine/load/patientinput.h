// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/bytesource.h"
#include "engine/load/loadpipeline.h"

#include <memory>

namespace Weir {

/// Standard input or a pipe, waited for only as long as its load goes on. One thread.
class PatientInput : public ByteSource
{
public:
    /// `descriptor`: the source's; `head`: bytes that it gives without reading there.
    PatientInput(std::unique_ptr<ByteSource> source, int descriptor, qint64 head,
                 const LoadPipeline &pipeline, int file)
        : m_source(std::move(source))
        , m_descriptor(descriptor)
        , m_head(head)
        , m_pipeline(pipeline)
        , m_file(file)
    {}

    /// An error without a sentence: the file was closed.
    Expected<qint64> read(std::span<char> buffer) override;
    qint64 filePosition() const override { return m_source->filePosition(); }
    qint64 start() const override { return m_source->start(); }
    qint64 fileSize() const override { return m_source->fileSize(); }

private:
    bool awaitInput() const;

    const std::unique_ptr<ByteSource> m_source;
    const int m_descriptor;
    const qint64 m_head;
    const LoadPipeline &m_pipeline;
    const int m_file;
};

} // namespace Weir
