// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/workthread.h"

#include <system_error>
#include <utility>

namespace Weir {

bool WorkThread::post(std::function<void()> work)
{
    try {
        if (!m_thread.joinable())
            m_thread = std::jthread([this](const std::stop_token &ending) { run(ending); });
    } catch (const std::system_error &) {
        return false;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(work));
    }
    m_changed.notify_all();
    return true;
}

void WorkThread::run(const std::stop_token &ending)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, ending, [this] { return !m_waiting.empty(); })) {
        std::function<void()> work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        work = nullptr; // what it holds goes while nobody waits for the lock
        lock.lock();
    }
}

} // namespace Weir
