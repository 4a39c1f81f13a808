// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/csv/gzipsource.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace Weir {

namespace {
constexpr int GzipWindowBits = 15 + 16;
} // namespace

struct GzipSource::Stream
{
    Stream() { ready = inflateInit2(&z, GzipWindowBits) == Z_OK; }
    ~Stream() { inflateEnd(&z); }
    Stream(const Stream &) = delete;
    Stream &operator=(const Stream &) = delete;

    z_stream z = {};
    bool ready;
};

GzipSource::GzipSource(std::unique_ptr<ByteSource> packed, const QString &name)
    : m_input(std::move(packed))
    , m_name(name)
    , m_stream(std::make_unique<Stream>())
{}

GzipSource::~GzipSource() = default;

Expected<qint64> GzipSource::read(std::span<char> buffer)
{
    if (!m_stream->ready)
        return damaged(QCoreApplication::translate("Weir::GzipSource", "there is not enough memory"));
    while (!m_ended) {
        if (!m_inMember) {
            const auto begun = beginMember();
            if (!begun)
                return tl::make_unexpected(begun.error());
            m_ended = !*begun;
            continue;
        }
        const auto count = inflate(buffer);
        if (!count || *count > 0)
            return count;
    }
    return 0;
}

/// False: the end. Only zeros may stand between a member and the end.
Expected<bool> GzipSource::beginMember()
{
    if (m_members > 0) {
        if (auto skipped = skipPadding(); !skipped)
            return tl::make_unexpected(skipped.error());
        if (m_input.bytes().empty())
            return false;
    }
    ++m_members;
    m_inMember = true;
    inflateReset2(&m_stream->z, GzipWindowBits);
    return true;
}

Expected<void> GzipSource::skipPadding()
{
    while (true) {
        const auto bytes = m_input.bytes();
        const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return c != 0; });
        m_input.consume(static_cast<std::size_t>(first - bytes.begin()));
        if (!m_input.bytes().empty() || m_input.ended())
            return {};
        if (auto filled = m_input.fill(); !filled)
            return filled;
    }
}

/// 0 without m_inMember: the member has ended.
Expected<qint64> GzipSource::inflate(std::span<char> buffer)
{
    z_stream &z = m_stream->z;
    while (true) {
        if (m_input.bytes().empty()) {
            if (auto filled = m_input.fill(); !filled)
                return tl::make_unexpected(filled.error());
            if (m_input.ended())
                return damaged(QCoreApplication::translate("Weir::GzipSource", "it ends too early"));
        }
        const auto packed = m_input.bytes();
        const auto room = std::min<std::size_t>(buffer.size(), std::numeric_limits<uInt>::max());
        // zlib's interface is without const here; it does not write.
        z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
        z.avail_in = static_cast<uInt>(packed.size());
        z.next_out = reinterpret_cast<Bytef *>(buffer.data());
        z.avail_out = static_cast<uInt>(room);
        const int status = ::inflate(&z, Z_NO_FLUSH);
        m_input.consume(packed.size() - z.avail_in);
        if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR)
            return damaged(QCoreApplication::translate("Weir::GzipSource", "its content is damaged"));
        m_inMember = status != Z_STREAM_END;
        const auto count = static_cast<qint64>(room - z.avail_out);
        if (count > 0 || !m_inMember)
            return count;
    }
}

Unexpected GzipSource::damaged(const QString &reason) const
{
    return failure(
        QCoreApplication::translate("Weir::GzipSource",
                                    "\"%1\" cannot be unpacked: %2 (gzip, at byte %3). Get a whole "
                                    "copy of the file.")
            .arg(QDir::toNativeSeparators(m_name), reason, QString::number(filePosition())));
}

} // namespace Weir
