// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/shortages.h"
#include "db/backend.h"
#include "db/ledger.h"
#include "engine/load/flow/fileaccount.h"
#include "engine/load/write/backgroundflush.h"
#include "engine/transaction/transactor.h"

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace Weir {

/// Writes batches through one session: rows, the lines they turn away, and the ledger's record of both.
/// Thread of the session.
class BatchWriter
{
public:
    /// What a batch came to when its transaction commits.
    struct Written
    {
        std::optional<RejectedLines> merged; // what the database turned away among the rest
        qint64 failed = 0;                   // how many that are
        qint64 updated = 0;                  // InsertResult::updated
        RejectFiles::Lengths lengths;

        const RejectedLines &rejected(const LoadBatch &batch) const
        {
            return merged ? *merged : batch.rejected;
        }
    };

    BatchWriter(Session &session, Backend &backend, RetryPolicy retry, const std::stop_token &stop = {})
        : m_session(session)
        , m_backend(backend)
        , m_stop(stop)
        , m_transactor(session, retry, stop)
        , m_flush(backend)
    {}

    /// From now on what write() and finish() commit is safe on the disk only after the next call of either,
    /// or of flush(). If it cannot be had, commits wait for the disk as before.
    void deferSync() { m_durability = Durability::Deferred; }
    /// What was committed may not survive a power cut yet.
    bool isFlushDue() const { return m_flush.isDue(); }
    [[nodiscard]] Expected<void, SqlError> flush() { return m_flush.wait(); }
    /// What was committed last may be lost, and nothing can be written any more: all calls fail.
    bool isFlushLost() const { return m_flush.hasFailed(); }

    /// In a transaction of its own, tried again as the policy says. Error: nothing of it was written, or it
    /// is CommitUnknown.
    Expected<Written, SqlError> write(FileAccount &file, LoadBatch &batch);
    /// Inside the caller's transaction. Error: the transaction cannot go on.
    Expected<Written, SqlError> writeInside(FileAccount &file, LoadBatch &batch, int attempt);
    /// The load is complete; in a transaction of its own, tried again as the policy says.
    [[nodiscard]] Expected<void, SqlError> finish(FileAccount &file, const QByteArray &contentHash);
    [[nodiscard]] Expected<void, SqlError> finishInside(FileAccount &file, const QByteArray &contentHash);

    /// Records that these loads begin, and so whose their reject files are; makes the ledger's tables if they
    /// are missing.
    [[nodiscard]] Expected<void, SqlError> beginLoads(const std::vector<FileAccount *> &files);
    /// Forgets loads of which nothing is in the database. Not given up when the load is cancelled.
    [[nodiscard]] Expected<void, SqlError> forgetLoads(const std::vector<FileAccount *> &files);
    /// Tries `work` again as the policy says.
    [[nodiscard]] Expected<void, SqlError> withRetries(const Transactor::Work &work)
    {
        return m_transactor.repeat(work);
    }
    /// After writeInside(): the lines that the database refused, also when one cost the transaction.
    RejectedLines refusedLines(const FileAccount &file, const LoadBatch &batch, int attempt) const;
    void forgetRefused() { m_lost.clear(); }

private:
    /// A row that the database refused.
    struct Failed
    {
        int row = 0; // of the batch
        SqlError error;
    };

    Expected<void, SqlError> transact(FileAccount &file, TaskTrace &trace, const Transactor::Work &work);
    Expected<void, SqlError> attempt(TransactionObserver &observer, const Transactor::Work &work,
                                     int attempt);
    Expected<void, SqlError> withinMemory(const Transactor::Work &work, int attempt) const;
    Expected<void, SqlError> insert(const FileAccount &file, LoadBatch &batch);
    Expected<void, SqlError> record(FileAccount &file, const LoadBatch &batch, const Written &written);
    QByteArray keysThere() const;
    QByteArray hashesOfThose(const LoadBatch &batch) const;
    Expected<void, SqlError> beginLoad(const PreparedFile &job);
    Expected<void, SqlError> settlePlan(const FileAccount &file);

    const QString m_noMemory = noMemoryText(); // there before it is needed
    Session &m_session;
    Backend &m_backend;
    const std::stop_token m_stop;
    Transactor m_transactor;
    BackgroundFlush m_flush;
    Durability m_durability = Durability::AtCommit;
    InsertResult m_result;
    std::vector<Failed> m_lost; // of the batch under way: took a transaction with them, written without now
    bool m_hasLostRow = false;  // the last attempt
};

} // namespace Weir
