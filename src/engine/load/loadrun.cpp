// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadrun.h"

#include "core/system/monotonicclock.h"
#include "engine/load/flow/filereader.h"
#include "engine/load/values/loadmonitor.h"

#include <QScopeGuard>

#include <algorithm>
#include <new>
#include <sys/resource.h>
#include <system_error>
#include <utility>

namespace Weir {

namespace {

qint64 peakMemory()
{
    rusage usage = {};
    constexpr qint64 KiB = 1024;
    return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss * KiB : 0;
}

/// The calling thread leaves a busy processor to the writers, which are what a load waits for.
void giveWayToWriters()
{
#ifdef __linux__ // where it is the thread's own priority and ends with it; elsewhere it is the process's
    constexpr int Nicer = 5;
    // Where it cannot be lowered the load is slower, not wrong.
    static_cast<void>(setpriority(PRIO_PROCESS, 0, Nicer));
#endif
}

} // namespace

LoadRun::LoadRun(const LoadPlan &plan, std::vector<PreparedFile> jobs, const std::vector<LoadTarget> &targets,
                 LoadMonitor &monitor)
    : m_plan(plan)
    , m_monitor(monitor)
{
    for (PreparedFile &job : jobs)
        m_files.push_back(std::make_unique<FileAccount>(std::move(job), plan.settings, monitor));
    makeWriters(targets);
}

LoadRun::~LoadRun() = default;

void LoadRun::makeWriters(const std::vector<LoadTarget> &targets)
{
    for (int number = 0; number < static_cast<int>(targets.size()); ++number) {
        auto shelf = std::make_unique<Shelf>();
        std::vector<FileAccount *> files;
        for (const auto &file : m_files) {
            if (file->job().database != number)
                continue;
            files.push_back(file.get());
            if (!file->job().isDone)
                (file->job().isStream() ? shelf->streams : shelf->files).push_back(file.get());
        }
        // Those that wait for a stream come last, so that nothing waits for a reader that waits with them.
        std::stable_sort(shelf->files.begin(), shelf->files.end(),
                         [](const FileAccount *one, const FileAccount *other) {
                             return std::pair(one->job().followsStream, one->job().turn)
                                 < std::pair(other->job().followsStream, other->job().turn);
                         });
        const LoadTarget &target = targets[static_cast<std::size_t>(number)];
        if (target.error.isNone() && !target.orderNote.isEmpty())
            m_orderNotes += target.orderNote;
        m_writers.emplace_back(number, target.backend, target.error, std::move(files));
        m_shelves.push_back(std::move(shelf));
    }
}

/// By file.
std::vector<LoadPipeline::Place> LoadRun::places() const
{
    std::vector<LoadPipeline::Place> places;
    for (const auto &file : m_files)
        places.push_back({file->job().database, file->job().after});
    return places;
}

LoadResult LoadRun::execute()
{
    const QDateTime started = QDateTime::currentDateTimeUtc();
    const qint64 begin = monotonicNow();
    LoadPipeline pipeline(places(), chunksPerFile());
    for (const auto &file : m_files) {
        if (file->job().isDone)
            pipeline.end(file->job().index, {});
    }
    closeUnusable(pipeline);
    // Also when memory runs out while they are being started: then none of them does anything.
    const auto joined = qScopeGuard([this] { m_threads.clear(); });
    const std::stop_callback onStop(m_monitor.stopToken(), [&pipeline] { pipeline.closeAll(); });
    const bool works = startThreads(pipeline);
    if (works)
        pipeline.awaitSettled();
    m_threads.clear();
    if (!works)
        endWithoutThreads();
    LoadResult result = makeResult();
    result.started = started;
    result.elapsedNs = monotonicNow() - begin;
    result.makeTracesRelativeTo(begin);
    return result;
}

/// Nothing of these files need be read.
void LoadRun::closeUnusable(LoadPipeline &pipeline) const
{
    for (const DatabaseWriter &writer : m_writers) {
        if (writer.isUsable())
            continue;
        for (const FileAccount *file : writer.files())
            pipeline.close(file->job().index);
    }
}

int LoadRun::chunksPerFile() const
{
    int readers = 0;
    for (const auto &shelf : m_shelves)
        readers += readersOf(*shelf) + static_cast<int>(shelf->streams.size());
    return std::clamp(ChunksUnderWay / std::max(readers, 1), 2, 4);
}

int LoadRun::workerCount() const
{
    if (m_plan.settings.workers > 0)
        return m_plan.settings.workers;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

/// True: there are as many as a load needs. Otherwise none of them does anything.
bool LoadRun::startThreads(LoadPipeline &pipeline)
{
    const std::lock_guard holdsAllBack(m_starting);
    const auto startReader = [&](const std::unique_ptr<Shelf> &shelf) {
        return startThread([&shelf = *shelf, &pipeline, this] { readFiles(shelf, pipeline); });
    };
    const auto startReaders = [&](const std::unique_ptr<Shelf> &shelf) {
        // Whichever of the streams its producer writes first has to be read then.
        return std::all_of(shelf->streams.begin(), shelf->streams.end(),
                           [&](FileAccount *stream) {
                               return startThread([stream, &pipeline, this] { read(*stream, pipeline); });
                           })
            && (shelf->files.empty() || startReader(shelf));
    };
    const auto startWorker = [&] {
        return startThread([&pipeline, this] { work(pipeline); });
    };
    const RetryPolicy retry(m_plan.project.run.maxAttempts);
    const auto startWriter = [&](DatabaseWriter &writer) {
        return startThread(
            [&writer, &pipeline, retry, this] { writer.run(m_plan.settings, retry, pipeline, m_monitor); });
    };
    m_works = std::all_of(m_writers.begin(), m_writers.end(), startWriter)
        && std::all_of(m_shelves.begin(), m_shelves.end(), startReaders) && startWorker();
    bool more = m_works;
    for (auto shelf = m_shelves.begin(); shelf != m_shelves.end(); ++shelf) {
        for (int reader = 1; reader < readersOf(**shelf) && more; ++reader)
            more = startReader(*shelf);
    }
    for (int worker = 1; worker < workerCount() && more; ++worker)
        more = startWorker();
    return m_works;
}

/// False: the system allows no more.
bool LoadRun::startThread(const std::function<void()> &work)
{
    try {
        m_threads.emplace_back([work, this] {
            const bool works = [this] {
                const std::lock_guard lock(m_starting);
                return m_works;
            }();
            if (works)
                work();
        });
    } catch (const std::system_error &) {
        return false;
    } catch (const std::bad_alloc &) {
        return false;
    }
    return true;
}

void LoadRun::endWithoutThreads()
{
    for (const auto &file : m_files)
        file->end(FileState::Failed, noThreadsText());
}

int LoadRun::readersOf(const Shelf &shelf)
{
    return std::min(ReadersPerDatabase, static_cast<int>(shelf.files.size()));
}

void LoadRun::readFiles(Shelf &shelf, LoadPipeline &pipeline)
{
    for (std::size_t next = shelf.next++; next < shelf.files.size(); next = shelf.next++)
        read(*shelf.files[next], pipeline);
}

void LoadRun::read(FileAccount &file, LoadPipeline &pipeline)
{
    giveWayToWriters();
    FileReader(file, pipeline, m_noMemory).run();
}

void LoadRun::work(LoadPipeline &pipeline)
{
    giveWayToWriters();
    while (std::optional<ReadChunk> chunk = pipeline.takeChunk()) {
        const int file = chunk->file;
        const qint64 sequence = chunk->sequence;
        const auto records = static_cast<qint64>(chunk->chunk.records.size());
        m_files[static_cast<std::size_t>(file)]->addTaken(records);
        try {
            process(std::move(*chunk), pipeline);
        } catch (const std::bad_alloc &) {
            pipeline.lose(file, sequence, records, m_noMemory);
        }
    }
}

void LoadRun::process(ReadChunk chunk, LoadPipeline &pipeline)
{
    const FileAccount &file = *m_files[static_cast<std::size_t>(chunk.file)];
    pipeline.put(file.worker().process(std::move(chunk), pipeline.spare().takeBatch()));
}

LoadResult LoadRun::makeResult() const
{
    LoadResult result;
    result.notes = m_orderNotes;
    for (const auto &file : m_files) {
        result.files += file->result();
        result.notes += file->job().notes;
        if (!file->isAsItWas() && !file->job().rejectsNote.isEmpty())
            result.notes += file->job().rejectsNote;
    }
    const bool allFinished =
        std::all_of(result.files.begin(), result.files.end(),
                    [](const FileResult &file) { return file.state == FileState::Finished; });
    for (const DatabaseWriter &writer : m_writers) {
        if (!writer.isUsable())
            continue;
        if (m_plan.settings.dropLedger && allFinished) {
            if (const auto done = writer.dropLedger(); !done)
                result.notes += done.error().sentence;
        }
        result.notes += writer.notes();
        result.settled.push_back(writer.settled());
    }
    result.peakMemory = peakMemory();
    result.cancelled = std::any_of(result.files.begin(), result.files.end(),
                                   [](const FileResult &file) { return file.state == FileState::Cancelled; });
    return result;
}

} // namespace Weir
