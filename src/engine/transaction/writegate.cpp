// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/writegate.h"

#include "engine/transaction/groupcommitgate.h"
#include "engine/transaction/owntransactiongate.h"

namespace Weir {

std::unique_ptr<WriteGate> WriteGate::make(Strategy strategy, RunContext &context)
{
    switch (strategy) {
    case Strategy::Contend:
        return std::make_unique<ContendingGate>(context);
    case Strategy::Queue:
        return std::make_unique<QueueGate>(context);
    case Strategy::GroupCommit:
        break;
    }
    return std::make_unique<GroupCommitGate>(context);
}

} // namespace Weir
