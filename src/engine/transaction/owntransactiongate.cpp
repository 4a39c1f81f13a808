// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/owntransactiongate.h"

#include "engine/transaction/unitofwork.h"

#include <array>

namespace Weir {

void ContendingGate::write(InsertTask &task, Session &session)
{
    UnitOfWork(session, Turn::Sharing::Contend, m_context).write(std::array{&task});
}

void QueueGate::write(InsertTask &task, Session &session)
{
    const FairLockGuard turn(m_queue, FairLock::Mode::Exclusive, m_context.stop);
    if (turn.entered())
        UnitOfWork(session, Turn::Sharing::Alone, m_context).write(std::array{&task});
}

} // namespace Weir
