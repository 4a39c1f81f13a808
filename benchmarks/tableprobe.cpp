// SPDX-License-Identifier: GPL-3.0-or-later
#include "tableprobe.h"

#include "processmemory.h"

#include <QEvent>
#include <QWidget>

#include <algorithm>

namespace Weir {

namespace {

constexpr double GiveUpMs = 300000;

double milliseconds(const QElapsedTimer &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

} // namespace

TableProbe::TableProbe(QWidget *viewport, std::vector<Step> steps, QObject *parent)
    : QObject(parent)
    , m_viewport(viewport)
    , m_steps(std::move(steps))
{
    m_viewport->installEventFilter(this);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TableProbe::tick);
}

void TableProbe::start()
{
    m_timer.start(1);
    m_sinceTick.start();
    beginStep();
}

bool TableProbe::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && m_current < m_steps.size() && m_steps[m_current].ready())
        m_painted = true;
    return QObject::eventFilter(watched, event);
}

void TableProbe::tick()
{
    Step &step = m_steps[m_current];
    step.longestStall = std::max(step.longestStall, milliseconds(m_sinceTick));
    m_sinceTick.start();
    const double elapsed = milliseconds(m_sinceAction);
    if (m_painted)
        endStep(elapsed);
    else if (step.ready())
        m_viewport->update();
    else if (elapsed > GiveUpMs)
        endStep(-1);
}

void TableProbe::beginStep()
{
    m_painted = false;
    m_sinceAction.start();
    m_steps[m_current].act();
}

void TableProbe::endStep(double milliseconds)
{
    Step &step = m_steps[m_current];
    step.milliseconds = milliseconds;
    step.peakKiB = processMemoryKiB("VmHWM");
    ++m_current;
    if (milliseconds >= 0 && m_current < m_steps.size()) {
        beginStep();
        return;
    }
    m_timer.stop();
    Q_EMIT finished();
}

} // namespace Weir
