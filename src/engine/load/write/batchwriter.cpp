// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/batchwriter.h"

#include "core/system/monotonicclock.h"
#include "engine/threads/inanotherthread.h"
#include "engine/transaction/checkedinsert.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <new>

namespace Weir {

namespace {

/// The first of two errors does not hide the second one.
SqlError withSentence(SqlError error, const Expected<RejectFiles::Lengths> &other)
{
    if (!other)
        error.sentence += u' ' + other.error().sentence;
    return error;
}

/// Writes down what becomes of a batch, or of a file's end.
class BatchObserver : public TransactionObserver
{
public:
    BatchObserver(FileAccount &file, TaskTrace &trace)
        : m_file(file)
        , m_trace(trace)
    {}

    void attemptBegins() override { m_trace.beginAttempt(); }
    void entered(Phase phase) override { m_trace.enter(phase, monotonicNow()); }
    void attemptEnded(const SqlError &error, const std::vector<Wait> &waits) override
    {
        m_trace.enter(error.isNone() ? Phase::Reporting : Phase::Pausing, monotonicNow());
        m_trace.endAttempt(error, waits);
        m_file.addRetries(sleepsOf(waits));
    }

private:
    FileAccount &m_file;
    TaskTrace &m_trace;
};

} // namespace

Expected<BatchWriter::Written, SqlError> BatchWriter::write(FileAccount &file, LoadBatch &batch)
{
    std::optional<Written> written;
    auto done = transact(file, batch.trace, [&](int attempt) -> Expected<void, SqlError> {
        auto inside = writeInside(file, batch, attempt);
        if (!inside)
            return tl::unexpected(inside.error());
        written.emplace(std::move(*inside));
        return {};
    });
    m_lost.clear();
    if (done)
        return std::move(*written);
    // If the batch may be in the database, a resume needs the lines.
    if (done.error().errorClass != ErrorClass::CommitUnknown) {
        if (const auto rewound = file.rejectFiles().rewind(file.rejectLengths()); !rewound)
            done.error().sentence += u' ' + rewound.error().sentence;
    }
    return tl::unexpected(done.error());
}

Expected<void, SqlError> BatchWriter::transact(FileAccount &file, TaskTrace &trace,
                                               const Transactor::Work &work)
{
    BatchObserver observer(file, trace);
    auto done = withRetries([&](int number) {
        if (number > 1 && !m_flush.hasFailed()) // else it is no try
            file.addRetries(1);
        Expected<void, SqlError> done;
        do {
            m_hasLostRow = false;
            done = attempt(observer, work, number);
        } while (!done && m_hasLostRow && !m_stop.stop_requested());
        return done;
    });
    if (!done)
        trace.enter(Phase::Reporting, monotonicNow());
    return done;
}

Expected<void, SqlError> BatchWriter::attempt(TransactionObserver &observer, const Transactor::Work &work,
                                              int attempt)
{
    if (m_flush.hasFailed())
        return m_flush.wait();
    m_flush.start();
    const auto committed = m_transactor.attempt(
        {.durability = m_durability}, attempt,
        [&](int number) {
            auto done = withinMemory(work, number);
            if (m_flush.isDue())
                observer.entered(Phase::Syncing);
            auto flushed = m_flush.wait();
            return flushed ? done : flushed;
        },
        &observer);
    if (const auto flushed = m_flush.wait(); !flushed)
        return flushed;
    if (!committed)
        return tl::unexpected(committed.error());
    m_flush.setDue(*committed);
    return {};
}

Expected<void, SqlError> BatchWriter::withinMemory(const Transactor::Work &work, int attempt) const
{
    try {
        return work(attempt);
    } catch (const std::bad_alloc &) {
        return tl::unexpected(SqlError{ErrorClass::Other, 0, m_noMemory});
    }
}

Expected<BatchWriter::Written, SqlError> BatchWriter::writeInside(FileAccount &file, LoadBatch &batch,
                                                                  int attempt)
{
    m_result.clear();
    if (const auto done = settlePlan(file); !done)
        return tl::unexpected(done.error());
    const RejectFiles::Lengths committed = file.rejectLengths();
    const auto writeRejects = [&](const RejectedLines &lines) {
        return file.rejectFiles().write(committed, lines.lines(), lines.reasons());
    };
    // What was rejected so far gets to the disk while the rows get to the database.
    std::future<Expected<RejectFiles::Lengths>> early;
    if (batch.rejected.count() > 0)
        early = inAnotherThread([&] { return writeRejects(batch.rejected); });
    const auto inserted = insert(file, batch);
    Expected<RejectFiles::Lengths> lengths = early.valid() ? early.get() : writeRejects(batch.rejected);
    if (!inserted)
        return tl::unexpected(withSentence(inserted.error(), lengths));
    Written written;
    written.updated = static_cast<qint64>(m_result.updated.size());
    if (const RejectedLines failed = refusedLines(file, batch, attempt); failed.count() > 0) {
        written.failed = failed.count();
        written.merged = batch.rejected.mergedWith(failed);
    }
    if (written.failed > 0 && lengths)
        lengths = writeRejects(written.rejected(batch));
    if (!lengths)
        return tl::unexpected(SqlError{ErrorClass::Other, 0, lengths.error().sentence});
    written.lengths = *lengths;
    if (const auto done = record(file, batch, written); !done)
        return tl::unexpected(done.error());
    return written;
}

/// What the header was is not known before the file is read; nor whether a stream goes on.
Expected<void, SqlError> BatchWriter::settlePlan(const FileAccount &file)
{
    Ledger &ledger = m_session.ledger();
    if (file.isAsItWas()) {
        const auto done = ledger.reopen(file.ledger().id);
        return done && file.job().isRevised ? ledger.revise(file.ledger()) : done;
    }
    if (file.isInLedger())
        return {};
    return ledger.revise(file.ledger());
}

Expected<void, SqlError> BatchWriter::insert(const FileAccount &file, LoadBatch &batch)
{
    if (batch.valid.empty())
        return {};
    auto done = insertChecked(m_session, file.job().entity, batch.rows.batch, batch.valid,
                              m_backend.location(), &m_result);
    if (!done && done.error().concernsRowOnly()) {
        const InsertResult::Failure &lost = m_result.failures.back();
        m_lost.push_back({batch.valid[static_cast<std::size_t>(lost.index)], lost.error});
        batch.valid.erase(batch.valid.begin() + lost.index);
        if (!batch.rowHashes.empty())
            batch.rowHashes.erase(batch.rowHashes.begin() + lost.index);
        m_result.failures.pop_back();
        m_hasLostRow = true;
    }
    return done;
}

RejectedLines BatchWriter::refusedLines(const FileAccount &file, const LoadBatch &batch, int attempt) const
{
    std::vector<Failed> failures = m_lost;
    for (const InsertResult::Failure &failure : m_result.failures)
        failures.push_back({batch.valid[static_cast<std::size_t>(failure.index)], failure.error});
    std::sort(failures.begin(), failures.end(),
              [](const Failed &a, const Failed &b) { return a.row < b.row; });
    RejectedLines lines(file.job().file.path, file.job().plan.format.encoding);
    for (const Failed &failure : failures)
        file.worker().addRefused(batch, failure.row, failure.error, attempt, &lines);
    return lines;
}

Expected<void, SqlError> BatchWriter::record(FileAccount &file, const LoadBatch &batch,
                                             const Written &written)
{
    LedgerBatch entry;
    entry.number = file.nextBatch();
    entry.endOffset = batch.endOffset;
    entry.hash = batch.hash;
    entry.counts.failed = written.failed;
    entry.counts.rejected = written.rejected(batch).count() - written.failed;
    entry.counts.inserted = static_cast<qint64>(m_result.keys.size()) - written.updated;
    entry.counts.updated = written.updated;
    entry.rejectedBytes = written.lengths.rejected;
    entry.reasonsBytes = written.lengths.reasons;
    if (!batch.rowHashes.empty()) {
        entry.keys = keysThere();
        entry.rowHashes = hashesOfThose(batch);
    }
    return m_session.ledger().add(file.ledger().id, entry);
}

/// Of the rows that were written and not replaced by later ones of the batch.
QByteArray BatchWriter::keysThere() const
{
    if (m_result.replaced.empty())
        return encodeKeys(m_result.keys);
    std::vector<qint64> keys;
    auto failure = m_result.failures.begin();
    int index = 0; // of the row that a key is of
    for (const qint64 key : m_result.keys) {
        for (; failure != m_result.failures.end() && failure->index == index; ++failure)
            ++index;
        if (!std::binary_search(m_result.replaced.begin(), m_result.replaced.end(), index++))
            keys.push_back(key);
    }
    return encodeKeys(keys);
}

/// Four bytes a row, least significant first.
QByteArray BatchWriter::hashesOfThose(const LoadBatch &batch) const
{
    QByteArray bytes(static_cast<qsizetype>(batch.rowHashes.size() * sizeof(quint32)), Qt::Uninitialized);
    char *end = bytes.data();
    auto failure = m_result.failures.begin();
    auto replaced = m_result.replaced.begin();
    for (std::size_t i = 0; i < batch.rowHashes.size(); ++i) {
        if (replaced != m_result.replaced.end() && *replaced == static_cast<int>(i)) {
            ++replaced;
            continue;
        }
        if (failure != m_result.failures.end() && failure->index == static_cast<int>(i)) {
            ++failure;
            continue;
        }
        qToLittleEndian(batch.rowHashes[i], end);
        end += sizeof(quint32);
    }
    bytes.truncate(end - bytes.constData());
    return bytes;
}

Expected<void, SqlError> BatchWriter::beginLoads(const std::vector<FileAccount *> &files)
{
    const auto begun = m_transactor.run({}, [&](int) {
        auto done = m_session.ledger().makeTables();
        for (auto file = files.begin(); file != files.end() && done; ++file) {
            if (!(*file)->hasEnded())
                done = beginLoad((*file)->job());
        }
        return done;
    });
    return doneOf(begun);
}

Expected<void, SqlError> BatchWriter::beginLoad(const PreparedFile &job)
{
    Ledger &ledger = m_session.ledger();
    if (job.isResumed)
        return job.isRevised && !job.wasFinished ? ledger.revise(job.ledger) : Expected<void, SqlError>();
    for (const QByteArray &load : job.supersedes) {
        if (const auto done = ledger.drop(load); !done)
            return done;
    }
    return ledger.begin(job.ledger);
}

Expected<void, SqlError> BatchWriter::forgetLoads(const std::vector<FileAccount *> &files)
{
    const auto forget = [&](int) {
        QSet<QByteArray> forgotten; // one load can stand for files of the same content
        Expected<void, SqlError> done;
        for (auto file = files.begin(); file != files.end() && done; ++file) {
            const QByteArray &id = (*file)->ledger().id;
            if (!forgotten.contains(id))
                done = m_session.ledger().drop(id);
            forgotten += id;
        }
        return done;
    };
    const auto done = Transactor(m_session, RetryPolicy(1)).attempt({}, 1, forget);
    return doneOf(done);
}

Expected<void, SqlError> BatchWriter::finish(FileAccount &file, const QByteArray &contentHash)
{
    TaskTrace trace; // of what is no batch
    return transact(file, trace, [&](int) { return finishInside(file, contentHash); });
}

Expected<void, SqlError> BatchWriter::finishInside(FileAccount &file, const QByteArray &contentHash)
{
    if (const auto done = settlePlan(file); !done)
        return done;
    return m_session.ledger().finish(file.ledger().id, contentHash, QDateTime::currentDateTimeUtc());
}

} // namespace Weir
