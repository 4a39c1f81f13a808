// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <deque>

namespace Weir {

/// How fast a counter grows, over the last few seconds.
class RateMeter
{
public:
    static constexpr qint64 WindowMs = 4000;
    static constexpr qint64 StepMs = 200; // readings closer together replace each other

    void add(qint64 ms, qint64 value);
    /// 0 before two readings lie StepMs apart.
    double perSecond() const;

private:
    struct Reading
    {
        qint64 ms;
        qint64 value;
    };
    std::deque<Reading> m_readings;
};

} // namespace Weir
