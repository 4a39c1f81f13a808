// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/flow/sparememory.h"

#include <utility>

namespace Weir {

namespace {

template<typename Piece>
Piece takeLast(std::vector<Piece> *pieces)
{
    if (pieces->empty())
        return Piece();
    Piece piece = std::move(pieces->back());
    pieces->pop_back();
    return piece;
}

} // namespace

SpareMemory::SpareMemory()
{
    m_chunks.reserve(MaximumPieces);
    m_batches.reserve(MaximumPieces);
}

void SpareMemory::give(LoadBatch batch)
{
    CsvChunk chunk;
    chunk.bytes = batch.rows.batch.takeArena();
    chunk.records = std::exchange(batch.rows.records, {});
    batch.rejected = RejectedLines();
    if (chunk.bytes.capacity() > MaximumBytes)
        return;
    chunk.bytes.clear();
    chunk.records.clear();
    const std::lock_guard lock(m_mutex);
    if (m_chunks.size() < MaximumPieces)
        m_chunks.push_back(std::move(chunk));
    if (m_batches.size() < MaximumPieces)
        m_batches.push_back(std::move(batch));
}

CsvChunk SpareMemory::takeChunk()
{
    const std::lock_guard lock(m_mutex);
    return takeLast(&m_chunks);
}

LoadBatch SpareMemory::takeBatch()
{
    const std::lock_guard lock(m_mutex);
    return takeLast(&m_batches);
}

} // namespace Weir
