// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace Weir {

/// One thread that does what it is given, in order; it is started when it is first needed. No QThreadPool,
/// which waits for ever for a thread that the system refused.
class WorkThread
{
public:
    WorkThread() = default;
    ~WorkThread(); // after everything that was posted is done
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;

    /// False: the system lets no thread start, and nothing will be done. `work` must not throw. One thread.
    [[nodiscard]] bool post(std::function<void()> work);

private:
    void run();

    std::mutex m_mutex; // guards the three below
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_waiting;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace Weir
