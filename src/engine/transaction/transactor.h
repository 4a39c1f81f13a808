// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/session.h"
#include "engine/transaction/retrypolicy.h"
#include "engine/transaction/tasktrace.h"

#include <functional>
#include <stop_token>

namespace Weir {

/// What a Transactor tells while it works. In its thread.
class TransactionObserver
{
public:
    virtual ~TransactionObserver() = default;

    virtual void attemptBegins() {}
    virtual void entered(Phase /*phase*/) {}
    /// Error: the attempt came to nothing. The transaction is over.
    virtual void attemptEnded(const SqlError & /*error*/, const std::vector<Wait> & /*waits*/) {}
};

/// Does work in transactions of one session, and again as the policy says. A commit of which nobody knows
/// what became is never tried again. Thread of the session.
class Transactor
{
public:
    /// Between begin and commit; `attempt` counts from 1. Error: the transaction is taken back.
    using Work = std::function<Expected<void, SqlError>(int attempt)>;

    /// `stop`: ends the tries, and the waiting within them.
    Transactor(Session &session, RetryPolicy retry, const std::stop_token &stop = {})
        : m_session(session)
        , m_retry(retry)
        , m_stop(stop)
    {}

    /// Error: nothing of it is in the database, or CommitUnknown; Interrupted: it was cancelled.
    Expected<Receipt, SqlError> run(Turn turn, const Work &work, TransactionObserver *observer = nullptr);
    /// Calls `work`, which has transactions of its own, until it succeeds or is not worth another call.
    [[nodiscard]] Expected<void, SqlError> repeat(const Work &work);
    /// A single try of run().
    Expected<Receipt, SqlError> attempt(Turn turn, int number, const Work &work,
                                        TransactionObserver *observer = nullptr);

private:
    Expected<Receipt, SqlError> inTransaction(const Turn &turn, int number, const Work &work,
                                              TransactionObserver &told);
    bool isCancelled() const { return m_stop.stop_requested(); }
    void pause(const SqlError &error, int attempt) const;

    Session &m_session;
    const RetryPolicy m_retry;
    const std::stop_token m_stop;
};

/// What is given up because it was cancelled.
SqlError interruptedError();

} // namespace Weir
