// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/flow/loadbatch.h"

#include <mutex>
#include <vector>

namespace Weir {

/// Memory of batches that are settled, for the chunks and batches to come: it goes from the writers back to
/// readers and workers, since memory that is new to the process costs as much as reading the file does. Any
/// thread.
class SpareMemory
{
public:
    /// Kept at most; what is given beyond is freed.
    static constexpr std::size_t MaximumPieces = 16;
    /// A chunk larger than this (a very long record) is freed.
    static constexpr std::size_t MaximumBytes = std::size_t{8} << 20;

    SpareMemory();

    void give(LoadBatch batch); // asks for no memory itself
    /// Nothing in it but capacity, or not even that.
    CsvChunk takeChunk();
    LoadBatch takeBatch();

private:
    std::mutex m_mutex;
    std::vector<CsvChunk> m_chunks;
    std::vector<LoadBatch> m_batches;
};

} // namespace Weir
