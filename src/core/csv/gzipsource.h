// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/inputbuffer.h"

#include <QString>

namespace Weir {

/// gzip (RFC 1952) unpacked: any number of members one after the other, as bgzip and pigz write them, and
/// zeros behind the last.
class GzipSource final : public ByteSource
{
public:
    /// `name` is for messages.
    GzipSource(std::unique_ptr<ByteSource> packed, const QString &name);
    ~GzipSource() override;
    GzipSource(const GzipSource &) = delete;
    GzipSource &operator=(const GzipSource &) = delete;

    Expected<qint64> read(std::span<char> buffer) override;
    qint64 filePosition() const override { return m_input.position(); }
    qint64 fileSize() const override { return m_input.fileSize(); }

private:
    struct Stream;

    Expected<qint64> inflate(std::span<char> buffer);
    Expected<bool> beginMember();
    Expected<void> skipPadding();
    Unexpected damaged(const QString &reason) const;

    InputBuffer m_input;
    QString m_name;
    std::unique_ptr<Stream> m_stream;
    bool m_inMember = false;
    bool m_ended = false;
    int m_members = 0;
};

} // namespace Weir
