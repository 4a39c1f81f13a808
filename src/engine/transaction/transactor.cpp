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
        return errorOf(committed);
    };
    if (SqlError error = repeat(once))
        return tl::unexpected(error);
    return receipt;
}

SqlError Transactor::repeat(const Work &work)
{
    for (int number = 1;; ++number) {
        if (isCancelled())
            return interruptedError();
        SqlError error = work(number);
        if (!error)
            return {};
        if (error.errorClass == ErrorClass::CommitUnknown) // not to be hidden by a cancellation
            return error;
        if (isCancelled())
            return interruptedError();
        if (!m_retry.retries(error.errorClass, number))
            return error;
        pause(error, number);
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
    if (SqlError error = transaction.begin(turn))
        return tl::unexpected(error);
    told.entered(Phase::Writing);
    if (SqlError error = work(number))
        return tl::unexpected(error);
    told.entered(Phase::Committing);
    return transaction.commit();
}

void Transactor::pause(const SqlError &error, int attempt) const
{
    stoppableSleep(m_retry.pause(error.errorClass, attempt), m_stop);
}

} // namespace Weir
