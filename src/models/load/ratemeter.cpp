// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/ratemeter.h"

namespace Weir {

void RateMeter::add(qint64 ms, qint64 value)
{
    const std::size_t count = m_readings.size();
    if (count >= 2 && ms - m_readings[count - 2].ms < StepMs)
        m_readings.back() = {ms, value};
    else
        m_readings.push_back({ms, value});
    while (m_readings.size() > 2 && ms - m_readings.front().ms > WindowMs)
        m_readings.pop_front();
}

double RateMeter::perSecond() const
{
    if (m_readings.size() < 2)
        return 0;
    const Reading &first = m_readings.front();
    const Reading &last = m_readings.back();
    if (last.ms - first.ms < StepMs)
        return 0;
    constexpr double Second = 1000;
    return static_cast<double>(last.value - first.value) * Second / static_cast<double>(last.ms - first.ms);
}

} // namespace Weir
