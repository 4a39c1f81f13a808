// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/writegate.h"

#include "engine/contendgate.h"
#include "engine/groupcommitgate.h"
#include "engine/queuegate.h"

namespace Weir {

std::unique_ptr<WriteGate> WriteGate::make(Strategy strategy, Backend &backend, RunContext &context)
{
    switch (strategy) {
    case Strategy::Contend:
        return std::make_unique<ContendGate>(backend, context);
    case Strategy::Queue:
        return std::make_unique<QueueGate>(backend, context);
    case Strategy::GroupCommit:
        break;
    }
    return std::make_unique<GroupCommitGate>(backend, context);
}

} // namespace Weir
