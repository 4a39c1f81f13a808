// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/zstdsource.h"

#include <QCoreApplication>
#include <QDir>

#include <zstd.h>

namespace Weir {

struct ZstdSource::Stream
{
    struct Free
    {
        void operator()(ZSTD_DStream *stream) const { ZSTD_freeDStream(stream); }
    };
    std::unique_ptr<ZSTD_DStream, Free> z{ZSTD_createDStream()};
    bool betweenFrames = false; // a file without any frame ends too early
};

ZstdSource::ZstdSource(std::unique_ptr<ByteSource> packed, const QString &name)
    : m_input(std::move(packed))
    , m_name(name)
    , m_stream(std::make_unique<Stream>())
{}

ZstdSource::~ZstdSource() = default;

Expected<qint64> ZstdSource::read(std::span<char> buffer)
{
    if (!m_stream->z)
        return damaged(QCoreApplication::translate("Weir::ZstdSource", "there is not enough memory"));
    ZSTD_outBuffer out = {buffer.data(), buffer.size(), 0};
    while (true) {
        // What the decoder still holds comes out without any input.
        const auto packed = m_input.bytes();
        ZSTD_inBuffer in = {packed.data(), packed.size(), 0};
        if (!m_stream->betweenFrames || in.size > 0) {
            const std::size_t status = ZSTD_decompressStream(m_stream->z.get(), &out, &in);
            m_input.consume(in.pos);
            if (ZSTD_isError(status))
                return damaged(QString::fromUtf8(ZSTD_getErrorName(status)));
            m_stream->betweenFrames = status == 0;
        }
        if (out.pos > 0)
            return static_cast<qint64>(out.pos);
        if (!m_input.bytes().empty())
            continue;
        if (auto filled = m_input.fill(); !filled)
            return tl::make_unexpected(filled.error());
        if (m_input.ended() && m_stream->betweenFrames)
            return 0;
        if (m_input.ended())
            return damaged(QCoreApplication::translate("Weir::ZstdSource", "it ends too early"));
    }
}

Unexpected ZstdSource::damaged(const QString &reason) const
{
    return failure(QCoreApplication::translate("Weir::ZstdSource",
                                               "\"%1\" cannot be unpacked: %2 (Zstandard, at byte %3). Get a "
                                               "whole copy of the file.")
                       .arg(QDir::toNativeSeparators(m_name), reason, QString::number(filePosition())));
}

} // namespace Weir
