// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/outputfile.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace Weir {

namespace {
constexpr std::size_t BufferSize = std::size_t{1} << 18;
constexpr int GzipWindow = 15 + 16; // zlib: the largest window, with gzip's header
constexpr int MemoryLevel = 8;      // zlib's default
} // namespace

OutputFile::OutputFile(const QString &path, bool gzip)
    : m_file(path)
    , m_gzip(gzip)
{}

OutputFile::~OutputFile()
{
    if (m_stream)
        deflateEnd(m_stream.get());
}

Expected<void> OutputFile::open()
{
    if (m_gzip) {
        auto stream = std::make_unique<z_stream>();
        if (deflateInit2(stream.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED, GzipWindow, MemoryLevel,
                         Z_DEFAULT_STRATEGY)
            != Z_OK)
            return failure(QStringLiteral("There is not enough memory to compress."));
        m_stream = std::move(stream);
        m_compressed.resize(BufferSize);
    }
    return check(m_file.open(QIODevice::WriteOnly));
}

Expected<void> OutputFile::check(bool done) const
{
    if (done)
        return {};
    return failure(QStringLiteral("%1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()));
}

bool OutputFile::store(std::string_view bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    return m_file.write(bytes.data(), size) == size;
}

bool OutputFile::deflateTo(std::string_view bytes, int flush)
{
    // zlib's interface is not const; it does not change its input.
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    m_stream->avail_in = static_cast<uInt>(bytes.size());
    do {
        m_stream->next_out = m_compressed.data();
        m_stream->avail_out = static_cast<uInt>(m_compressed.size());
        if (deflate(m_stream.get(), flush) == Z_STREAM_ERROR)
            return false;
        const std::size_t produced = m_compressed.size() - m_stream->avail_out;
        if (!store({reinterpret_cast<const char *>(m_compressed.data()), produced}))
            return false;
    } while (m_stream->avail_out == 0);
    return true;
}

Expected<void> OutputFile::write(std::string_view bytes)
{
    if (!m_gzip)
        return check(store(bytes));
    constexpr std::size_t AtMost = std::numeric_limits<uInt>::max();
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), AtMost))) {
        if (!deflateTo(bytes.substr(0, AtMost), Z_NO_FLUSH))
            return check(false);
    }
    return {};
}

Expected<void> OutputFile::commit()
{
    const bool complete = !m_gzip || deflateTo({}, Z_FINISH);
    return check(complete && m_file.commit());
}

} // namespace Weir
