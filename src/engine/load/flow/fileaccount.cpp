// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/flow/fileaccount.h"

#include "engine/load/setup/rejectmarks.h"
#include "engine/load/values/loadmonitor.h"

#include <utility>

namespace Weir {

FileAccount::FileAccount(PreparedFile job, const LoadSettings &settings, LoadMonitor &monitor)
    : m_job(std::move(job))
    , m_monitor(monitor)
    , m_ledger(m_job.ledger)
    , m_worker(m_job.index, m_job.file.path, m_job.entity, m_job.plan,
               settings.keepUndo && !settings.dropLedger)
    , m_rejectFiles(m_job.rejects, rejectLineEnd(m_job.plan.format))
    , m_rejectLengths(m_job.rejectLengths)
    , m_isInLedger(m_job.isResumed)
{
    m_result.path = m_job.file.path;
    m_result.entity = m_job.entity.name;
    m_result.title = m_job.entity.title;
    m_result.table = m_job.entity.table;
    m_result.database = m_job.databaseFile;
    m_result.size = m_job.ledger.size;
    m_result.loadId = m_job.ledger.id;
    if (m_job.isResumed || m_job.isDone)
        m_result.earlier = m_job.ledger.counts;
    // Where the text is not the file's bytes, how far it was is not known before it has been read again.
    if (!m_job.earlier.isEmpty() && m_job.plan.format.compression == Compression::None
        && m_job.plan.format.encoding == TextEncoding::Utf8)
        m_result.bytes = m_job.earlier.constLast().endOffset;
    if (m_job.isDone)
        end(FileState::Finished);
    else
        report();
}

Counts FileAccount::countsOfBoth() const
{
    Counts sum = m_result.counts;
    sum += m_result.earlier;
    return sum;
}

void FileAccount::setHeader(std::string_view header)
{
    m_rejectFiles.setHeader(rejectHeader(header, m_job.plan.format.encoding));
    m_job.plan.headerHash = StoredPlan::hashOf(header);
    m_ledger.plan = m_job.plan.serialize();
}

void FileAccount::begin()
{
    if (m_result.state != FileState::Waiting)
        return;
    m_result.state = FileState::Loading;
    report();
}

void FileAccount::settle(const LoadBatch &batch, const RejectedLines &rejected, Settled settled,
                         RejectFiles::Lengths lengths)
{
    Counts counts;
    counts.failed = settled.failed;
    counts.rejected = rejected.count() - settled.failed;
    counts.cancelled = settled.cancelled;
    counts.updated = settled.updated;
    counts.inserted = batch.records() - rejected.count() - settled.cancelled - settled.updated;
    m_result.counts += counts;
    m_last = {};
    m_last.inserted = counts.inserted;
    m_last.updated = counts.updated;
    ++m_result.batches;
    m_result.bytes = batch.position;
    m_rejectLengths = lengths;
    m_groups.add(rejected.groups());
    m_result.spanned.add(rejected.spanned());
    m_monitor.addReasons(rejected.samples());
    report();
}

void FileAccount::cancelBatch(const LoadBatch &batch)
{
    cancelRecords(batch.records());
}

void FileAccount::cancelRecords(qint64 records)
{
    m_result.counts.cancelled += records;
    report();
}

void FileAccount::confirm()
{
    m_isHeldBack = false;
    report();
}

void FileAccount::leaveUnconfirmed()
{
    m_isHeldBack = false;
    m_result.unconfirmed = m_last.read();
    report();
}

void FileAccount::takeBackLast()
{
    m_isHeldBack = false;
    m_result.counts.inserted -= m_last.inserted;
    m_result.counts.updated -= m_last.updated;
    m_result.counts.cancelled += m_last.read();
    m_last = {};
    report();
}

void FileAccount::takeBack()
{
    m_result.counts.cancelled += std::exchange(m_result.counts.inserted, 0);
    m_result.counts.cancelled += std::exchange(m_result.counts.updated, 0);
    m_isInLedger = false;
    report();
}

void FileAccount::addTrace(TaskTrace trace, int thread)
{
    if (m_result.traces.size() >= FileResult::MaximumTraces) {
        ++m_result.tracesLeftOut;
        return;
    }
    trace.task = static_cast<int>(m_result.traces.size());
    trace.leader = trace.task;
    trace.entity = m_job.index;
    trace.thread = thread;
    m_result.traces.push_back(std::move(trace));
}

void FileAccount::end(FileState state, const QString &error)
{
    if (hasEnded())
        return;
    m_result.state = state;
    m_result.error = error;
    m_result.elapsedNs = monotonicNow() - m_started;
    if (state == FileState::Finished && m_result.size >= 0)
        m_result.bytes = m_result.size;
    report();
}

FileResult FileAccount::result() const
{
    FileResult result = m_result;
    result.rows = m_taken.load();
    result.resumable = m_isInLedger && !isAsItWas() && result.state != FileState::Finished;
    result.groups = m_groups.sorted();
    if (m_rejectLengths.reasons > 0) {
        result.rejectedFile = m_job.rejects.rejected;
        result.reasonsFile = m_job.rejects.reasons;
    }
    return result;
}

void FileAccount::report()
{
    Counts counts = m_result.counts;
    if (m_isHeldBack) {
        counts.inserted -= m_last.inserted;
        counts.updated -= m_last.updated;
    }
    m_monitor.setProgress(m_job.index,
                          {m_result.state, counts, m_result.earlier, m_result.bytes, m_result.size});
}

} // namespace Weir
