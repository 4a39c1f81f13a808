// SPDX-License-Identifier: GPL-3.0-or-later
#include "looptimer.h"

#include <algorithm>

namespace Weir {

namespace {
constexpr std::size_t ExpectedTicks = std::size_t{1} << 17;
} // namespace

LoopTimer::LoopTimer()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &LoopTimer::tick);
}

void LoopTimer::start()
{
    m_intervals.clear();
    m_intervals.reserve(ExpectedTicks);
    m_sinceTick.start();
    m_timer.start(1);
}

void LoopTimer::stop()
{
    if (!m_timer.isActive())
        return;
    tick(); // a stall can last up to here
    m_timer.stop();
}

void LoopTimer::tick()
{
    m_intervals.push_back(static_cast<float>(static_cast<double>(m_sinceTick.nsecsElapsed()) / 1e6));
    m_sinceTick.start();
}

double LoopTimer::percentile(double share) const
{
    if (m_intervals.empty())
        return 0;
    std::vector<float> sorted = m_intervals;
    std::sort(sorted.begin(), sorted.end());
    const auto index = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
    return static_cast<double>(sorted[std::min(index, sorted.size() - 1)]);
}

} // namespace Weir
