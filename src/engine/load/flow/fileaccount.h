// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/monotonicclock.h"
#include "engine/load/flow/chunkworker.h"
#include "engine/load/setup/preparedfile.h"
#include "engine/load/values/loadresult.h"

#include <atomic>
#include <string_view>

namespace Weir {

class LoadMonitor;

/// One file's load and the verdicts on its rows so far. Thread of its database's writer, where not said
/// otherwise.
class FileAccount
{
public:
    FileAccount(PreparedFile job, const LoadSettings &settings, LoadMonitor &monitor);

    const PreparedFile &job() const { return m_job; }
    const ChunkWorker &worker() const { return m_worker; }
    RejectFiles &rejectFiles() { return m_rejectFiles; }
    RejectFiles::Lengths rejectLengths() const { return m_rejectLengths; }
    const LedgerEntry &ledger() const { return m_ledger; }
    FileState state() const { return m_result.state; }
    bool hasEnded() const { return Weir::hasEnded(m_result.state); }
    /// Of this load and the one it resumes.
    Counts countsOfBoth() const;
    qint64 nextBatch() const { return m_job.earlier.size() + m_result.batches; }
    /// It had finished before, and nothing was added yet.
    bool isAsItWas() const { return m_job.wasFinished && m_result.batches == 0; }
    /// A batch of it is.
    bool isInLedger() const { return m_isInLedger; }

    /// The reader's, before the first chunk.
    void startReading() { m_started = monotonicNow(); }
    /// The reader's, before the first chunk: the record that names the columns.
    void setHeader(std::string_view header);
    /// Any thread: so many records were taken from the file.
    void addTaken(qint64 records) { m_taken.fetch_add(records, std::memory_order_relaxed); }

    void begin();
    void setInLedger(bool is) { m_isInLedger = is; }
    /// Of a batch's rows.
    struct Settled
    {
        qint64 failed = 0;    // how many of those turned away the database did
        qint64 updated = 0;   // InsertResult::updated
        qint64 cancelled = 0; // valid rows that were not written
    };
    /// The batch's verdicts stand. `rejected`: what it turned away.
    void settle(const LoadBatch &batch, const RejectedLines &rejected, Settled settled,
                RejectFiles::Lengths lengths);
    /// None of the batch's rows has any other verdict, nor will have in this load.
    void cancelBatch(const LoadBatch &batch);
    /// The same for records that never became a batch.
    void cancelRecords(qint64 records);
    /// The batch settled next is told of only with confirm(): it is not safe on the disk before.
    void holdBack() { m_isHeldBack = true; }
    void confirm();
    /// Instead: the rows of the batch settled last are in the table, and the disk has not confirmed them.
    void leaveUnconfirmed();
    /// Instead: they are in a file that is no longer the database.
    void takeBackLast();
    /// All or nothing: what was written is gone again.
    void takeBack();
    void addRetries(qint64 retries) { m_result.retries += retries; }
    /// Keeps the life of a batch, as long as there are not too many. `thread`: number of its database.
    void addTrace(TaskTrace trace, int thread);
    /// Unless its load has ended already.
    void end(FileState state, const QString &error = {});

    /// After all threads of the load have ended.
    FileResult result() const;

private:
    void report();

    PreparedFile m_job;
    LoadMonitor &m_monitor;
    LedgerEntry m_ledger;
    ChunkWorker m_worker;
    RejectFiles m_rejectFiles;
    RejectFiles::Lengths m_rejectLengths;
    RejectGroups m_groups;
    FileResult m_result;
    std::atomic<qint64> m_taken{0};
    std::atomic<qint64> m_started{monotonicNow()}; // an end may come before the reader does
    Counts m_last;                                 // inserted and updated of the batch settled last
    bool m_isHeldBack = false;
    bool m_isInLedger = false;
};

} // namespace Weir
