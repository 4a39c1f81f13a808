// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace Weir {

/// One thread that does what it is given, in order; it is started when it is first needed. No QThreadPool,
/// which waits for ever for a thread that the system refused. Ends after everything that was posted is done.
class WorkThread
{
public:
    /// False: the system lets no thread start, and nothing will be done. `work` must not throw. One thread.
    [[nodiscard]] bool post(std::function<void()> work);

private:
    void run(const std::stop_token &ending);

    std::mutex m_mutex; // guards m_waiting
    std::condition_variable_any m_changed;
    std::deque<std::function<void()>> m_waiting;
    std::jthread m_thread; // last: it uses the others
};

} // namespace Weir
