// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workthread.h"

#include <system_error>
#include <utility>

namespace Weir {

WorkThread::~WorkThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

bool WorkThread::post(std::function<void()> work)
{
    try {
        if (!m_thread.joinable())
            m_thread = std::thread(&WorkThread::run, this);
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

void WorkThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        std::function<void()> work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        work = nullptr; // what it holds goes while nobody waits for the lock
        lock.lock();
    }
}

} // namespace Weir
