// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loadstrategy.h"

#include "engine/load/allornothing.h"
#include "engine/load/batchbybatch.h"

namespace Weir {

std::unique_ptr<LoadStrategy> LoadStrategy::make(LoadContext context)
{
    if (context.settings.policy == LoadSettings::Policy::AllOrNothing)
        return std::make_unique<AllOrNothing>(std::move(context));
    return std::make_unique<BatchByBatch>(std::move(context));
}

} // namespace Weir
