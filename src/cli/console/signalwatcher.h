// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <signal.h>
#include <thread>

namespace Weir {

/// Takes SIGINT, SIGTERM and SIGHUP for the process while it lives. The first one is reported, a second one
/// ends the process as if nobody had watched. Made before the threads that shall not be interrupted: they
/// inherit the signal mask. Where the system allows no more threads nobody watches.
class SignalWatcher
{
public:
    /// `onSignal` is called at most once, on a thread of the watcher's own: no handler, so it may do
    /// anything.
    explicit SignalWatcher(std::function<void()> onSignal);
    ~SignalWatcher();
    SignalWatcher(const SignalWatcher &) = delete;
    SignalWatcher &operator=(const SignalWatcher &) = delete;

    /// 0: none so far. Any thread.
    int received() const { return m_received.load(); }

private:
    void watch();

    std::function<void()> m_onSignal;
    sigset_t m_signals;
    sigset_t m_maskBefore;
    std::atomic<int> m_received{0};
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace Weir
