// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"
#include "db/turn.h"

#include <QtGlobal>

#include <vector>

namespace Weir {

/// What a task, a batch or the end of a run is doing.
enum class Phase {
    Queued,     // until somebody takes it
    Connecting, // a thread's session gets ready
    Starting,   // at the start gate
    Validating, // the rules
    Grouping,   // until a strategy lets it write
    Beginning,  // until the transaction's turn has come
    Writing,    // rows, and the ledger's record of them
    Syncing,    // until what was committed before is safe on the disk
    Committing,
    Pausing,   // between two attempts
    Reporting, // until the verdicts are known to the run
    Settling   // putting the database in order
};

/// A stretch of time, in nanoseconds. In a trace each span begins where the one before it ended.
struct Span
{
    Phase phase = Phase::Queued;
    int attempt = 0; // from 1; 0: before the first one
    qint64 beginNs = 0;
    qint64 endNs = 0;
};

/// One try of a transaction.
struct Attempt
{
    bool isCommitted = false;
    ErrorClass error = ErrorClass::None; // why it came to nothing
    int code = 0;                        // the database's own
    std::vector<Wait> waits;             // for others, within the attempt's spans
};

/// The life of a task: spans without gap or overlap, and the attempts that some of them belong to. Nothing is
/// overwritten by a later attempt. Where memory runs out the trace is what suffers: nothing here throws. One
/// thread at a time: the task's own, or its group's leader.
class TaskTrace
{
public:
    int task = -1;   // number in the run, from 0; of a file's batches the number in the file
    int entity = -1; // index in Project::entities
    int thread = -1; // worker number in the run, from 0
    int leader = -1; // the task whose transaction carried this one; itself outside groups

    /// Ends the span under way and begins one. Time never runs backwards: an earlier `ns` counts as the last.
    void enter(Phase phase, qint64 ns) noexcept;
    /// Ends the span under way.
    void finish(qint64 ns) noexcept;
    /// What is entered from now on belongs to the next attempt.
    void beginAttempt() noexcept;
    /// What became of the attempt.
    void endAttempt(const SqlError &error, const std::vector<Wait> &waits) noexcept;

    const std::vector<Span> &spans() const { return m_spans; }
    const std::vector<Attempt> &attempts() const { return m_attempts; }
    Phase phase() const { return m_spans.empty() ? Phase::Queued : m_spans.back().phase; }
    /// At least a part of it.
    bool isCommitted() const;

    qint64 endNs() const { return m_spans.empty() ? 0 : m_spans.back().endNs; }
    /// When the last span of this kind began; when it ended. Nothing such: the end of all.
    qint64 beginOf(Phase phase) const;
    qint64 endOf(Phase phase) const;

    /// Takes `ns` from all times.
    void shiftBy(qint64 ns) noexcept;
    /// All times, less `ns`.
    TaskTrace relativeTo(qint64 ns) const;

private:
    const Span *last(Phase phase) const;

    std::vector<Span> m_spans;
    std::vector<Attempt> m_attempts;
    bool m_isAttemptKept = false; // the one under way
};

/// Backend::settle() at the end of a run or load.
struct SettledTrace
{
    QString database;
    TaskTrace trace;
};

/// Sleeps for locks, over all of these.
qint64 sleepsOf(const std::vector<Wait> &waits);

} // namespace Weir
