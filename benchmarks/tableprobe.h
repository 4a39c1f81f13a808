// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

class QWidget;

namespace Weir {

/// Goes through steps in a running event loop. A step begins with its action, is done when the viewport has
/// been painted while `ready` held, and is timed in between. A timer of 1 ms meanwhile looks for stalls of
/// the event loop. GUI thread.
class TableProbe : public QObject
{
    Q_OBJECT
public:
    struct Step
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> ready;
        double milliseconds = -1; // to the painted result; -1: not done in time
        double longestStall = 0;  // milliseconds, from the step's action to the next step's
        qint64 peakKiB = 0;       // peak resident memory of the process by then
    };

    TableProbe(QWidget *viewport, std::vector<Step> steps, QObject *parent = nullptr);

    void start();
    const std::vector<Step> &steps() const { return m_steps; }

Q_SIGNALS:
    void finished(); // after the last step, or when one was not done within five minutes

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tick();
    void beginStep();
    void endStep(double milliseconds);

    QWidget *m_viewport;
    std::vector<Step> m_steps;
    std::size_t m_current = 0;
    bool m_painted = false;
    QTimer m_timer;
    QElapsedTimer m_sinceAction;
    QElapsedTimer m_sinceTick;
};

} // namespace Weir
