// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace Weir {

/// How punctual the event loop is: the intervals between the ticks of a timer of 1 ms. GUI thread.
class LoopTimer : public QObject
{
    Q_OBJECT
public:
    LoopTimer();

    void start();
    void stop();
    std::size_t intervals() const { return m_intervals.size(); }
    /// Milliseconds that this share of the intervals does not exceed; 1: the longest.
    double percentile(double share) const;

private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    std::vector<float> m_intervals;
};

} // namespace Weir
