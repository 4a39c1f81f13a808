// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/inputbuffer.h"

#include <QString>

namespace Weir {

/// Zstandard (RFC 8878) unpacked: any number of frames one after the other.
class ZstdSource final : public ByteSource
{
public:
    /// `name` is for messages.
    ZstdSource(std::unique_ptr<ByteSource> packed, const QString &name);
    ~ZstdSource() override;
    ZstdSource(const ZstdSource &) = delete;
    ZstdSource &operator=(const ZstdSource &) = delete;

    Expected<qint64> read(std::span<char> buffer) override;
    qint64 filePosition() const override { return m_input.position(); }
    qint64 fileSize() const override { return m_input.fileSize(); }

private:
    struct Stream;

    Unexpected damaged(const QString &reason) const;

    InputBuffer m_input;
    QString m_name;
    std::unique_ptr<Stream> m_stream;
};

} // namespace Weir
