// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/transactor.h"

#include "core/system/stoppablesleep.h"
#include "db/transaction.h"

#include <new>

namespace Weir {

SqlError interruptedError()
{
    return {ErrorClass::Interrupted, 0, {}};
}

Expected<Receipt, SqlError> Transactor::run(Turn turn, const Work &work, TransactionObserver *observer)
{
    Receipt receipt;
    const auto once = [&](int number) {
        const auto committed = attempt(turn, number, work, observer);
        if (committed)
            receipt = *committed;
        return doneOf(committed);
    };
    if (const auto done = repeat(once); !done)
        return tl::unexpected(done.error());
    return receipt;
}

Expected<void, SqlError> Transactor::repeat(const Work &work)
{
    for (int number = 1;; ++number) {
        if (isCancelled())
            return tl::unexpected(interruptedError());
        auto done = work(number);
        if (done)
            return {};
        if (done.error().errorClass == ErrorClass::CommitUnknown) // not to be hidden by a cancellation
            return done;
        if (isCancelled())
            return tl::unexpected(interruptedError());
        if (!m_retry.retries(done.error().errorClass, number))
            return done;
        pause(done.error(), number);
    }
}

Expected<Receipt, SqlError> Transactor::attempt(Turn turn, int number, const Work &work,
                                                TransactionObserver *observer)
{
    TransactionObserver nobody;
    TransactionObserver &told = observer ? *observer : nobody;
    turn.stop = m_stop;
    told.attemptBegins();
    told.entered(Phase::Beginning);
    try {
        auto committed = inTransaction(turn, number, work, told);
        told.attemptEnded(errorOf(committed), m_session.takeWaits());
        return committed;
    } catch (const std::bad_alloc &) { // the transaction is taken back; the waits are this attempt's
        told.attemptEnded({ErrorClass::Memory, 0, {}}, m_session.takeWaits());
        throw;
    }
}

Expected<Receipt, SqlError> Transactor::inTransaction(const Turn &turn, int number, const Work &work,
                                                      TransactionObserver &told)
{
    Transaction transaction(m_session);
    if (const auto done = transaction.begin(turn); !done)
        return tl::unexpected(done.error());
    told.entered(Phase::Writing);
    if (const auto done = work(number); !done)
        return tl::unexpected(done.error());
    told.entered(Phase::Committing);
    return transaction.commit();
}

void Transactor::pause(const SqlError &error, int attempt) const
{
    stoppableSleep(m_retry.pause(error.errorClass, attempt), m_stop);
}

} // namespace Weir
