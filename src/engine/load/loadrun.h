// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/shortages.h"
#include "engine/load/flow/fileaccount.h"
#include "engine/load/flow/loadpipeline.h"
#include "engine/load/setup/loadtarget.h"
#include "engine/load/values/loadresult.h"
#include "engine/load/write/databasewriter.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Weir {

/// The threads of one load: per database a writer and a reader or two, a reader for each stream, and workers
/// for all. The calling thread waits.
class LoadRun
{
public:
    LoadRun(const LoadPlan &plan, std::vector<PreparedFile> jobs, const std::vector<LoadTarget> &targets,
            LoadMonitor &monitor);
    ~LoadRun();
    LoadRun(const LoadRun &) = delete;
    LoadRun &operator=(const LoadRun &) = delete;

    /// Until every row has its verdict.
    LoadResult execute();

private:
    /// Files of one database that are read at the same time, beside its streams.
    static constexpr int ReadersPerDatabase = 2;
    /// Chunks under way in the whole load, unless that is less than two a file. A chunk and what is made of
    /// it are some 6 MiB; every reader holds one more.
    static constexpr int ChunksUnderWay = 7;

    /// What there is to read for one database: its files, in the order in which readers take them, and
    /// streams, which have readers of their own.
    struct Shelf
    {
        std::vector<FileAccount *> streams;
        std::vector<FileAccount *> files;
        std::atomic<std::size_t> next{0};
    };

    void makeWriters(const std::vector<LoadTarget> &targets);
    std::vector<LoadPipeline::Place> places() const;
    void closeUnusable(LoadPipeline &pipeline) const;
    int chunksPerFile() const;
    int workerCount() const;
    static int readersOf(const Shelf &shelf);
    bool startThreads(LoadPipeline &pipeline);
    bool startThread(const std::function<void()> &work);
    void endWithoutThreads();
    void readFiles(Shelf &shelf, LoadPipeline &pipeline);
    void read(FileAccount &file, LoadPipeline &pipeline);
    void work(LoadPipeline &pipeline);
    void process(ReadChunk chunk, LoadPipeline &pipeline);
    LoadResult makeResult() const;

    const LoadPlan &m_plan;
    LoadMonitor &m_monitor;
    std::vector<std::unique_ptr<FileAccount>> m_files; // by file
    std::vector<DatabaseWriter> m_writers;             // by database
    std::vector<std::unique_ptr<Shelf>> m_shelves;     // by database
    QStringList m_orderNotes;                          // of databases that were written to
    std::vector<std::jthread> m_threads;               // which join when they go
    const QString m_noMemory = noMemoryText();         // there before it is needed
    std::mutex m_starting;                             // held while threads are started
    bool m_works = false;                              // guarded by it: they are enough
};

} // namespace Weir
