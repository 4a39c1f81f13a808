// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/filesource.h"

#include <QString>

#include <functional>
#include <memory>

namespace Weir {

/// Standard input or a pipe, waited for only as long as somebody wants it. One thread.
class PatientInput : public ByteSource
{
public:
    /// When nobody wants it any more, and the sentence that read() then gives.
    struct Stop
    {
        std::function<bool()> isStopped;
        QString error;
    };

    /// `head`: bytes that the source gives without waiting.
    PatientInput(std::unique_ptr<FileSource> source, qint64 head, Stop stop)
        : m_source(std::move(source))
        , m_head(head)
        , m_stop(std::move(stop))
    {}

    Expected<qint64> read(std::span<char> buffer) override;
    qint64 filePosition() const override { return m_source->filePosition(); }
    qint64 start() const override { return m_source->start(); }
    qint64 fileSize() const override { return m_source->fileSize(); }

private:
    bool awaitInput() const;

    const std::unique_ptr<FileSource> m_source;
    const qint64 m_head;
    const Stop m_stop;
};

} // namespace Weir
