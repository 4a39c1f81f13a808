// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/databasewriter.h"

#include "core/system/monotonicclock.h"
#include "db/connections.h"
#include "engine/load/values/loadmonitor.h"

#include <algorithm>
#include <new>

namespace Weir {

void DatabaseWriter::run(const LoadSettings &settings, RetryPolicy retry, LoadPipeline &pipeline,
                         LoadMonitor &monitor)
{
    try {
        write(settings, retry, pipeline, monitor);
    } catch (const std::bad_alloc &) {
        m_error = {ErrorClass::Other, 0, m_noMemory};
        refuse(pipeline, false);
    }
}

void DatabaseWriter::write(const LoadSettings &settings, RetryPolicy retry, LoadPipeline &pipeline,
                           LoadMonitor &monitor)
{
    const std::stop_token stop = monitor.stopToken();
    if (!m_error.isNone())
        return refuse(pipeline, false);
    auto session = m_backend->openSession(newConnectionName(m_backend->profile().name));
    if (!session) {
        m_error = session.error();
        return refuse(pipeline, false);
    }
    clearLeftovers(pipeline);
    BatchWriter writer(**session, *m_backend, retry, stop);
    if (const auto done = writer.beginLoads(m_files); !done) {
        m_error = done.error();
        return refuse(pipeline, stop.stop_requested());
    }
    const auto strategy =
        LoadStrategy::make({settings, stop, pipeline, writer, *m_backend, **session, m_files});
    work(*strategy, pipeline, monitor);
    m_settled.enter(Phase::Committing, monotonicNow());
    strategy->finish();
    settle();
}

void DatabaseWriter::settle()
{
    // A reader that still needs the log keeps nothing from being durable: the next settle() does it.
    m_settled.enter(Phase::Settling, monotonicNow());
    const auto done = m_backend->settle();
    m_settled.finish(monotonicNow());
    if (!done && done.error().errorClass != ErrorClass::Busy)
        m_notes += done.error().sentence;
    if (const QString note = m_backend->note(); !note.isEmpty())
        m_notes += note;
}

void DatabaseWriter::work(LoadStrategy &strategy, LoadPipeline &pipeline, LoadMonitor &monitor)
{
    const auto next = [&] {
        if (!pipeline.isReady(m_number))
            strategy.rest();
        return pipeline.take(m_number);
    };
    while (std::optional<LoadPipeline::Delivery> delivery = next()) {
        FileAccount &file = this->file(delivery->file);
        if (!delivery->batch) {
            file.begin();
            file.cancelRecords(delivery->end.lost);
            if (!file.hasEnded())
                strategy.takeEnd(file, delivery->end);
            continue;
        }
        if (monitor.isPaused())
            strategy.rest();
        monitor.awaitResume();
        if (delivery->closed || file.hasEnded() || monitor.stopToken().stop_requested()) {
            file.cancelBatch(*delivery->batch);
            continue;
        }
        if (const Expected<void> begun = begin(file); !begun) {
            file.end(FileState::Failed, begun.error().sentence);
            pipeline.close(delivery->file);
            file.cancelBatch(*delivery->batch);
            continue;
        }
        takeBatch(strategy, file, *delivery->batch, pipeline);
        pipeline.spare().give(std::move(*delivery->batch));
    }
}

void DatabaseWriter::takeBatch(LoadStrategy &strategy, FileAccount &file, LoadBatch &batch,
                               LoadPipeline &pipeline) const
{
    const qint64 before = file.countsOfBoth().read();
    try {
        strategy.takeBatch(file, batch);
    } catch (const std::bad_alloc &) {
        if (file.countsOfBoth().read() == before)
            file.cancelBatch(batch);
        file.end(FileState::Failed, m_noMemory);
        pipeline.close(file.job().index);
    }
    batch.trace.finish(monotonicNow());
    file.addTrace(std::move(batch.trace), m_number);
}

Expected<void> DatabaseWriter::begin(FileAccount &file)
{
    if (file.state() != FileState::Waiting)
        return {};
    file.begin();
    return file.rejectFiles().resume(file.rejectLengths());
}

void DatabaseWriter::clearLeftovers(LoadPipeline &pipeline)
{
    for (FileAccount *file : m_files) {
        for (const RejectLeftovers &left : file->job().leftovers) {
            const Expected<void> cleared = RejectFiles::clear(left.paths, left.marks);
            if (cleared)
                continue;
            file->end(FileState::Failed, cleared.error().sentence);
            pipeline.close(file->job().index);
        }
    }
}

Expected<void, SqlError> DatabaseWriter::dropLedger() const
{
    auto session = m_backend->openSession(newConnectionName(m_backend->profile().name));
    if (!session)
        return tl::unexpected(session.error());
    return BatchWriter(**session, *m_backend, RetryPolicy(1)).forgetLoads(m_files);
}

/// The database cannot be used at all.
void DatabaseWriter::refuse(LoadPipeline &pipeline, bool cancelled)
{
    for (FileAccount *file : m_files) {
        file->end(cancelled ? FileState::Cancelled : FileState::Failed,
                  cancelled ? QString() : m_error.sentence);
        pipeline.close(file->job().index);
    }
    while (std::optional<LoadPipeline::Delivery> delivery = pipeline.take(m_number)) {
        if (delivery->batch)
            file(delivery->file).cancelBatch(*delivery->batch);
        else
            file(delivery->file).cancelRecords(delivery->end.lost);
    }
}

FileAccount &DatabaseWriter::file(int index) const
{
    return **std::find_if(m_files.begin(), m_files.end(),
                          [index](const FileAccount *file) { return file->job().index == index; });
}

} // namespace Weir
