// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace Weir {

/// The same numbers for the same seed, on every machine. Algorithm: SplitMix64 (Steele, Lea and Flood, 2014).
class RandomSource
{
public:
    explicit RandomSource(std::uint64_t seed)
        : m_state(seed)
    {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15U;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    /// 0 … count - 1; count > 0. Its bias is below 2^-32 for small counts, which test data does not mind.
    std::uint64_t below(std::uint64_t count) { return next() % count; }
    std::int64_t between(std::int64_t lowest, std::int64_t highest)
    {
        const std::uint64_t span =
            static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest) + 1;
        const std::uint64_t offset = span == 0 ? next() : below(span);
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(lowest) + offset);
    }

private:
    std::uint64_t m_state;
};

} // namespace Weir
