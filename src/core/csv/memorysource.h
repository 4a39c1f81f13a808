// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/csv/bytesource.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <string_view>

namespace Weir {

/// Bytes in memory, which must outlive it.
class MemorySource final : public ByteSource
{
public:
    /// `step`: the most bytes that one call gives; 0: no limit.
    explicit MemorySource(std::string_view bytes, std::size_t step = 0)
        : m_bytes(bytes)
        , m_step(step)
    {}

    Expected<qint64> read(std::span<char> buffer) override
    {
        const std::size_t at = m_position.load(std::memory_order_relaxed);
        std::size_t count = std::min(buffer.size(), m_bytes.size() - at);
        if (m_step > 0)
            count = std::min(count, m_step);
        if (count > 0)
            std::memcpy(buffer.data(), m_bytes.data() + at, count);
        m_position.store(at + count, std::memory_order_relaxed);
        return static_cast<qint64>(count);
    }
    qint64 filePosition() const override
    {
        return static_cast<qint64>(m_position.load(std::memory_order_relaxed));
    }
    qint64 fileSize() const override { return static_cast<qint64>(m_bytes.size()); }

private:
    const std::string_view m_bytes;
    const std::size_t m_step;
    std::atomic<std::size_t> m_position{0};
};

} // namespace Weir
