// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/contendgate.h"

#include "engine/unitofwork.h"

#include <array>

namespace Weir {

void ContendGate::write(InsertTask &task, Session &session)
{
    const CommitGateGuard guard(m_backend.gate(), CommitGate::Mode::Shared, &m_context.cancel);
    if (!guard.entered())
        return;
    task.trace().mark(Moment::GateEntered, monotonicNow());
    session.setGateHeldAlone(false);
    session.setWaiting(BusyWait::SqliteTable, &m_context.cancel);
    UnitOfWork(session, m_context).write(std::array{&task});
}

} // namespace Weir
