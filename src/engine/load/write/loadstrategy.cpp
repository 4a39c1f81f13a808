// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/loadstrategy.h"

#include "engine/load/write/allornothing.h"
#include "engine/load/write/batchbybatch.h"

namespace Weir {

std::unique_ptr<LoadStrategy> LoadStrategy::make(LoadContext context)
{
    if (context.settings.policy == LoadSettings::Policy::AllOrNothing)
        return std::make_unique<AllOrNothing>(std::move(context));
    return std::make_unique<BatchByBatch>(std::move(context));
}

} // namespace Weir
