// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/values/loadmonitor.h"

#include <utility>

namespace Weir {

void LoadMonitor::cancel()
{
    m_stop.request_stop();
    {
        const std::lock_guard lock(m_mutex); // nobody is between looking and waiting
    }
    m_condition.notify_all();
}

void LoadMonitor::pause()
{
    const std::lock_guard lock(m_mutex);
    m_paused = true;
}

void LoadMonitor::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused = false;
    }
    m_condition.notify_all();
}

bool LoadMonitor::isPaused() const
{
    const std::lock_guard lock(m_mutex);
    return m_paused;
}

void LoadMonitor::awaitResume()
{
    std::unique_lock lock(m_mutex);
    m_condition.wait(lock, [this] { return !m_paused || m_stop.stop_requested(); });
}

std::vector<FileProgress> LoadMonitor::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_files;
}

QList<RejectReason> LoadMonitor::takeReasons()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_reasons, {});
}

void LoadMonitor::setProgress(int file, const FileProgress &progress)
{
    const std::lock_guard lock(m_mutex);
    m_files[static_cast<std::size_t>(file)] = progress;
}

void LoadMonitor::addReasons(const QList<RejectReason> &reasons)
{
    const std::lock_guard lock(m_mutex);
    m_reasons += reasons.mid(0, KeptReasons - m_reasons.size());
}

} // namespace Weir
