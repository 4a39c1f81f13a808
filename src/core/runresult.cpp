// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runresult.h"

#include <algorithm>
#include <cmath>

namespace Weir {

Latencies Latencies::of(std::vector<qint64> latencies)
{
    if (latencies.empty())
        return {};
    std::sort(latencies.begin(), latencies.end());
    const auto nearestRank = [&latencies](double share) {
        const double rank = std::ceil(share * static_cast<double>(latencies.size()));
        return latencies[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
    };
    return {nearestRank(0.50), nearestRank(0.95), nearestRank(0.99), latencies.back()};
}

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

std::optional<double> RunResult::rowsPerSecond() const
{
    const Counts sum = counts();
    if (sum.written() == 0)
        return std::nullopt;
    const auto rows = static_cast<double>(sum.read() - sum.cancelled);
    return rows * 1e9 / static_cast<double>(std::max<qint64>(elapsedNs, 1));
}

} // namespace Weir
