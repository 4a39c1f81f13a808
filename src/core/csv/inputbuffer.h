// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/bytesource.h"

#include <atomic>
#include <cstring>
#include <memory>
#include <vector>

namespace Weir {

/// What a decoder has taken from the source below it and not yet used. One thread; position() any.
class InputBuffer
{
public:
    explicit InputBuffer(std::unique_ptr<ByteSource> source)
        : m_source(std::move(source))
    {}

    std::span<const char> bytes() const { return std::span(m_bytes).subspan(m_begin, m_end - m_begin); }
    bool ended() const { return m_ended; }
    /// Reads more behind what is left, at least a byte unless the source ends.
    Expected<void> fill()
    {
        std::memmove(m_bytes.data(), m_bytes.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
        const auto read = m_source->read(std::span(m_bytes).subspan(m_end));
        if (!read)
            return tl::make_unexpected(read.error());
        m_ended = *read == 0;
        m_end += static_cast<std::size_t>(*read);
        return {};
    }
    void consume(std::size_t bytes)
    {
        m_begin += bytes;
        m_position.store(m_source->filePosition() - static_cast<qint64>(m_end - m_begin),
                         std::memory_order_relaxed);
    }
    /// In the file.
    qint64 position() const { return m_position.load(std::memory_order_relaxed); }
    qint64 fileSize() const { return m_source->fileSize(); }

private:
    static constexpr std::size_t Size = std::size_t{64} << 10;

    std::unique_ptr<ByteSource> m_source;
    std::vector<char> m_bytes = std::vector<char>(Size);
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::atomic<qint64> m_position{0};
    bool m_ended = false;
};

} // namespace Weir
