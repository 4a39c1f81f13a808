// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/owntransactiongate.h"

#include "engine/unitofwork.h"

#include <array>

namespace Weir {

void OwnTransactionGate::write(InsertTask &task, Session &session)
{
    const CommitGateGuard guard(m_backend.gate(), m_mode, &m_context.cancel);
    if (!guard.entered())
        return;
    task.trace().mark(Moment::GateEntered, monotonicNow());
    const bool alone = m_mode == CommitGate::Mode::Exclusive;
    session.setGateHeldAlone(alone);
    session.setWaiting(alone ? BusyWait::Jittered : BusyWait::SqliteTable, &m_context.cancel);
    UnitOfWork(session, m_context).write(std::array{&task});
}

} // namespace Weir
