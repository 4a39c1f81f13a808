// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/progressprinter.h"

#include "cli/console/console.h"

#include <system_error>

namespace Weir {

namespace {
constexpr std::chrono::milliseconds FrameInterval{100};
} // namespace

ProgressPrinter::ProgressPrinter(Console &console, LoadMonitor &monitor, const QStringList &names,
                                 std::chrono::milliseconds lineInterval)
    : m_console(console)
    , m_monitor(monitor)
    , m_progress(names)
    , m_lineInterval(lineInterval)
    , m_started(std::chrono::steady_clock::now())
    , m_nextLine(m_started + lineInterval)
{
    try {
        m_thread = std::thread(&ProgressPrinter::work, this);
    } catch (const std::system_error &) { // the load is shown when it is over
    }
}

ProgressPrinter::~ProgressPrinter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_condition.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    eraseBars();
}

void ProgressPrinter::work()
{
    std::unique_lock lock(m_mutex);
    while (
        !m_condition.wait_for(lock, std::min(FrameInterval, m_lineInterval), [this] { return m_stopping; }))
        show();
}

void ProgressPrinter::show()
{
    const auto now = std::chrono::steady_clock::now();
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_started);
    const int columns = m_console.errorColumns();
    tellCancelled();
    if (columns == 0 && now < m_nextLine)
        return;
    m_progress.add(elapsed.count(), m_monitor.progress());
    if (columns > 0) {
        draw(columns);
        return;
    }
    m_console.explain(m_progress.line().toStdString() + '\n');
    while (m_nextLine <= now)
        m_nextLine += m_lineInterval;
}

void ProgressPrinter::draw(int columns)
{
    QString text;
    if (m_linesDrawn > 0)
        text = QStringLiteral("\x1b[%1A").arg(m_linesDrawn);
    const QStringList lines = m_progress.bars(columns);
    for (const QString &line : lines)
        text += line + QStringLiteral("\x1b[K\n");
    m_linesDrawn = lines.size();
    m_console.explain(text.toStdString());
}

void ProgressPrinter::eraseBars()
{
    if (m_linesDrawn > 0)
        m_console.explain(QStringLiteral("\x1b[%1A\x1b[J").arg(m_linesDrawn).toStdString());
    m_linesDrawn = 0;
}

void ProgressPrinter::tellCancelled()
{
    if (m_toldCancelled || !m_monitor.stopToken().stop_requested())
        return;
    m_toldCancelled = true;
    eraseBars();
    m_console.explain("Finishing the batch under way; a second signal ends at once.\n");
}

} // namespace Weir
