// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/flow/sparememory.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace Weir {

/// What lies between the threads of a load: readers push chunks, workers take them and put batches, each
/// database's writer takes the batches of its files, those of one file in order, and those of a file that
/// waits for others when these have ended. Holds a few chunks of a file whose turn it is, and as many of all
/// together that wait for theirs in one database, however large and many the files. Any thread.
class LoadPipeline
{
public:
    /// A file's chunks under way together are no larger, unless it is one.
    static constexpr qint64 MaximumBytes = qint64{16} << 20;

    /// Where a file goes, and after which others.
    struct Place
    {
        int database = 0;
        std::vector<int> after; // indices; not in a circle
    };

    /// What a writer has to settle next.
    struct Delivery
    {
        int file = 0;
        std::optional<LoadBatch> batch; // none: the file has ended
        bool closed = false;            // nobody wants the batch any more
        ReadEnd end;
    };

    /// `places`: by file. `chunks`: of one file under way together.
    LoadPipeline(std::vector<Place> places, int chunks);

    /// Waits for room; false: the file is closed, the chunk is dropped.
    [[nodiscard]] bool push(ReadChunk chunk);
    /// No more chunks of this file.
    void end(int file, ReadEnd end);
    /// std::nullopt: all files have ended and nothing is left.
    [[nodiscard]] std::optional<ReadChunk> takeChunk();
    void put(LoadBatch batch);
    /// Instead, of a chunk that was taken: its batch cannot be made. The file is closed, and this is why.
    void lose(int file, qint64 sequence, qint64 records, const QString &error);
    /// take() would not wait.
    bool isReady(int database) const;
    /// std::nullopt: all files of the database have ended and nothing is left. The previous batch counts as
    /// settled.
    [[nodiscard]] std::optional<Delivery> take(int database);

    /// Of batches that were delivered.
    SpareMemory &spare() { return m_spare; }

    /// Drops the chunks that no worker has taken; the batches that are ready or in work are still delivered.
    void close(int file);
    void closeAll();
    bool isClosed(int file) const;
    /// Returns when the ends of all files were delivered.
    void awaitSettled();

private:
    struct File
    {
        Place place;
        int underWay = 0; // chunks pushed and not yet settled
        qint64 bytes = 0; // of them
        int inWork = 0;
        int queued = 0;
        qint64 pushed = 0;
        qint64 next = 0; // the batch that the writer gets next
        std::map<qint64, LoadBatch> ready;
        std::map<qint64, qint64> sizes; // bytes by sequence, of those under way
        std::optional<ReadEnd> end;
        QString error;   // why batches were lost
        qint64 lost = 0; // records in them
        bool closed = false;
        bool settled = false; // its end was delivered
    };

    File &fileAt(int file) { return m_files[static_cast<std::size_t>(file)]; }
    const File &fileAt(int file) const { return m_files[static_cast<std::size_t>(file)]; }
    bool isItsTurn(const File &file) const;
    bool hasRoom(const File &file, qint64 bytes) const;
    void free(File &file, qint64 sequence);
    void settleInHand(int database);
    void closeLocked(int file);
    static bool hasBatch(const File &file);
    static bool hasEnd(const File &file);
    std::optional<Delivery> deliver(int file);
    std::optional<Delivery> deliverAnyOf(int database, bool *settled);

    SpareMemory m_spare;
    const int m_chunks;
    mutable std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_chunkQueued;
    std::condition_variable m_deliverable;
    std::condition_variable m_allSettled;
    std::vector<File> m_files;
    std::deque<ReadChunk> m_queue;
    int m_lastDelivered = 0;
    // By database: file and sequence of its writer's batch.
    std::map<int, std::optional<std::pair<int, qint64>>> m_inHand;
    int m_reading = 0; // files that have not ended
    std::size_t m_settled = 0;
};

} // namespace Weir
