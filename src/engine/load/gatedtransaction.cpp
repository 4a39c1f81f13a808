// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/gatedtransaction.h"

#include "db/transaction.h"

namespace Weir {

SqlError interruptedError()
{
    return {ErrorClass::Interrupted, 0, {}};
}

SqlError inGatedTransaction(Backend &backend, Session &session, const CancelToken *cancel,
                            const std::function<SqlError()> &work)
{
    const CommitGateGuard guard(backend.gate(), CommitGate::Mode::Exclusive, cancel);
    if (!guard.entered())
        return interruptedError();
    session.setGateHeldAlone(true);
    session.setWaiting(BusyWait::Jittered, cancel);
    Transaction transaction(session);
    SqlError error = transaction.begin();
    if (!error)
        error = work();
    return error ? error : transaction.commit();
}

} // namespace Weir
