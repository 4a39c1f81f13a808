// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console/loadprogress.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace Weir {

class Console;

/// Shows a load's progress on the error stream while it lives, from a thread of its own: bars on a terminal,
/// a line every so often elsewhere, nothing where the system allows no more threads. Nobody else may use the
/// console meanwhile.
class ProgressPrinter
{
public:
    ProgressPrinter(Console &console, LoadMonitor &monitor, const QStringList &names,
                    std::chrono::milliseconds lineInterval);
    ~ProgressPrinter(); // leaves no bar behind
    ProgressPrinter(const ProgressPrinter &) = delete;
    ProgressPrinter &operator=(const ProgressPrinter &) = delete;

private:
    void work();
    void show();
    void draw(int columns);
    void eraseBars();
    void tellCancelled();

    Console &m_console;
    LoadMonitor &m_monitor;
    LoadProgress m_progress;
    std::chrono::milliseconds m_lineInterval;
    std::chrono::steady_clock::time_point m_started;
    std::chrono::steady_clock::time_point m_nextLine;
    qsizetype m_linesDrawn = 0;
    bool m_toldCancelled = false;

    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_stopping = false; // guarded by m_mutex
    std::thread m_thread;    // last: it uses the others
};

} // namespace Weir
