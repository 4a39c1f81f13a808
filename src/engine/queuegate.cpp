// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/queuegate.h"

#include "engine/unitofwork.h"

#include <array>

namespace Weir {

void QueueGate::write(InsertTask &task, Session &session)
{
    const CommitGateGuard guard(m_backend.gate(), CommitGate::Mode::Exclusive, &m_context.cancel);
    if (!guard.entered())
        return;
    task.trace().mark(Moment::GateEntered, monotonicNow());
    session.setGateHeldAlone(true);
    session.setWaiting(BusyWait::Jittered, &m_context.cancel);
    UnitOfWork(session, m_context).write(std::array{&task});
}

} // namespace Weir
