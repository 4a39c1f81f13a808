// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/flow/loadpipeline.h"

#include <algorithm>
#include <utility>

namespace Weir {

LoadPipeline::LoadPipeline(std::vector<Place> places, int chunks)
    : m_chunks(chunks)
    , m_files(places.size())
    , m_reading(static_cast<int>(places.size()))
{
    for (std::size_t i = 0; i < places.size(); ++i) {
        m_files[i].place = std::move(places[i]);
        m_inHand[m_files[i].place.database];
    }
}

bool LoadPipeline::push(ReadChunk chunk)
{
    const int number = chunk.file;
    const auto bytes = static_cast<qint64>(chunk.chunk.bytes.size());
    std::unique_lock lock(m_mutex);
    File &file = fileAt(number);
    m_room.wait(lock, [&] { return file.closed || hasRoom(file, bytes); });
    if (file.closed)
        return false;
    chunk.sequence = file.pushed;
    file.sizes.emplace(chunk.sequence, bytes);
    m_queue.push_back(std::move(chunk)); // from here on nothing asks for memory
    ++file.pushed;
    file.bytes += bytes;
    ++file.underWay;
    ++file.queued;
    m_chunkQueued.notify_one();
    return true;
}

bool LoadPipeline::isItsTurn(const File &file) const
{
    return std::all_of(file.place.after.begin(), file.place.after.end(),
                       [this](int other) { return fileAt(other).settled; });
}

/// Files that wait for their turn share the room of one.
bool LoadPipeline::hasRoom(const File &file, qint64 bytes) const
{
    int chunks = file.underWay;
    qint64 all = file.bytes + bytes;
    if (!isItsTurn(file)) {
        for (const File &other : m_files) {
            if (&other == &file || other.underWay == 0 || other.place.database != file.place.database
                || isItsTurn(other))
                continue;
            chunks += other.underWay;
            all += other.bytes;
        }
    }
    return chunks == 0 || (chunks < m_chunks && all <= MaximumBytes);
}

void LoadPipeline::end(int file, ReadEnd end)
{
    const std::lock_guard lock(m_mutex);
    fileAt(file).end = std::move(end);
    if (--m_reading == 0)
        m_chunkQueued.notify_all();
    m_deliverable.notify_all();
}

std::optional<ReadChunk> LoadPipeline::takeChunk()
{
    std::unique_lock lock(m_mutex);
    m_chunkQueued.wait(lock, [this] { return !m_queue.empty() || m_reading == 0; });
    if (m_queue.empty())
        return std::nullopt;
    ReadChunk chunk = std::move(m_queue.front());
    m_queue.pop_front();
    --fileAt(chunk.file).queued;
    ++fileAt(chunk.file).inWork;
    return chunk;
}

void LoadPipeline::put(LoadBatch batch)
{
    const std::lock_guard lock(m_mutex);
    File &file = fileAt(batch.file);
    const qint64 sequence = batch.sequence;
    file.ready.emplace(sequence, std::move(batch));
    --file.inWork;
    m_deliverable.notify_all();
}

void LoadPipeline::lose(int number, qint64 sequence, qint64 records, const QString &error)
{
    const std::lock_guard lock(m_mutex);
    File &file = fileAt(number);
    --file.inWork;
    file.lost += records;
    file.error = error;
    free(file, sequence);
    closeLocked(number);
}

bool LoadPipeline::isReady(int database) const
{
    const std::lock_guard lock(m_mutex);
    bool mustWait = false;
    for (const File &file : m_files) {
        if (file.place.database != database || file.settled)
            continue;
        if (isItsTurn(file) && (hasBatch(file) || hasEnd(file)))
            return true;
        mustWait = true;
    }
    return !mustWait;
}

std::optional<LoadPipeline::Delivery> LoadPipeline::take(int database)
{
    std::unique_lock lock(m_mutex);
    settleInHand(database);
    for (;;) {
        bool settled = true;
        if (std::optional<Delivery> delivery = deliverAnyOf(database, &settled))
            return delivery;
        if (settled)
            return std::nullopt;
        m_deliverable.wait(lock);
    }
}

std::optional<LoadPipeline::Delivery> LoadPipeline::deliverAnyOf(int database, bool *settled)
{
    const int count = static_cast<int>(m_files.size());
    for (int step = 1; step <= count; ++step) {
        const int file = (m_lastDelivered + step) % count;
        if (fileAt(file).place.database != database || fileAt(file).settled)
            continue;
        *settled = false;
        if (std::optional<Delivery> delivery = deliver(file)) {
            m_lastDelivered = file;
            return delivery;
        }
    }
    return std::nullopt;
}

bool LoadPipeline::hasBatch(const File &file)
{
    return !file.ready.empty() && (file.closed || file.ready.begin()->first == file.next);
}

bool LoadPipeline::hasEnd(const File &file)
{
    return file.end && file.queued + file.inWork == 0 && file.ready.empty();
}

std::optional<LoadPipeline::Delivery> LoadPipeline::deliver(int number)
{
    File &file = fileAt(number);
    if (!isItsTurn(file))
        return std::nullopt;
    if (hasBatch(file)) {
        const auto first = file.ready.begin();
        Delivery delivery{number, std::move(first->second), file.closed, {}};
        ++file.next;
        m_inHand[file.place.database] = std::pair{number, first->first};
        file.ready.erase(first);
        return delivery;
    }
    if (!hasEnd(file))
        return std::nullopt;
    file.settled = true;
    m_room.notify_all(); // somebody's turn may have come
    if (++m_settled == m_files.size())
        m_allSettled.notify_all();
    if (!file.error.isEmpty()) {
        file.end->error = file.error;
        file.end->complete = false; // read to its end perhaps, but not all of it became batches
    }
    file.end->lost = file.lost;
    return Delivery{number, std::nullopt, file.closed, *file.end};
}

void LoadPipeline::free(File &file, qint64 sequence)
{
    const auto size = file.sizes.find(sequence);
    file.bytes -= size->second;
    file.sizes.erase(size);
    --file.underWay;
    m_room.notify_all();
}

void LoadPipeline::settleInHand(int database)
{
    const auto batch = m_inHand.find(database);
    if (batch == m_inHand.end() || !batch->second)
        return;
    free(fileAt(batch->second->first), batch->second->second);
    batch->second.reset();
}

void LoadPipeline::close(int file)
{
    const std::lock_guard lock(m_mutex);
    closeLocked(file);
}

void LoadPipeline::closeAll()
{
    const std::lock_guard lock(m_mutex);
    for (int file = 0; file < static_cast<int>(m_files.size()); ++file)
        closeLocked(file);
}

void LoadPipeline::closeLocked(int number)
{
    File &file = fileAt(number);
    file.closed = true;
    std::erase_if(m_queue, [&](const ReadChunk &chunk) {
        if (chunk.file != number)
            return false;
        --file.queued;
        free(file, chunk.sequence);
        return true;
    });
    m_room.notify_all();
    m_deliverable.notify_all();
}

bool LoadPipeline::isClosed(int file) const
{
    const std::lock_guard lock(m_mutex);
    return fileAt(file).closed;
}

void LoadPipeline::awaitSettled()
{
    std::unique_lock lock(m_mutex);
    m_allSettled.wait(lock, [this] { return m_settled == m_files.size(); });
}

} // namespace Weir
