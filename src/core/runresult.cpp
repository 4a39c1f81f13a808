// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runresult.h"

#include <algorithm>

namespace Weir {

Counts RunResult::counts() const
{
    Counts sum;
    for (const EntityResult &entity : entities)
        sum += entity.counts;
    return sum;
}

bool RunResult::accounted() const
{
    return std::all_of(entities.begin(), entities.end(),
                       [](const EntityResult &entity) { return entity.rowsGiven == entity.counts.read(); });
}

} // namespace Weir
