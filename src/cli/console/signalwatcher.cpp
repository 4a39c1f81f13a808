// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console/signalwatcher.h"

#include <system_error>

namespace Weir {

namespace {
/// nohup and shells' background jobs ask for that.
bool isIgnored(int signal)
{
    struct sigaction action = {};
    return ::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

void dieOf(int signal)
{
    ::signal(signal, SIG_DFL);
    sigset_t only;
    ::sigemptyset(&only);
    ::sigaddset(&only, signal);
    ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    ::raise(signal);
}
} // namespace

SignalWatcher::SignalWatcher(std::function<void()> onSignal)
    : m_onSignal(std::move(onSignal))
{
    ::sigemptyset(&m_signals);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        ::sigaddset(&m_signals, signal);
    ::pthread_sigmask(SIG_BLOCK, &m_signals, &m_maskBefore);
    try {
        m_thread = std::thread(&SignalWatcher::watch, this);
    } catch (const std::system_error &) { // then they end the process, as if nobody watched
        ::pthread_sigmask(SIG_SETMASK, &m_maskBefore, nullptr);
    }
}

SignalWatcher::~SignalWatcher()
{
    if (!m_thread.joinable())
        return;
    m_stopping = true;
    ::pthread_kill(m_thread.native_handle(), SIGHUP);
    m_thread.join();
    ::pthread_sigmask(SIG_SETMASK, &m_maskBefore, nullptr);
}

void SignalWatcher::watch()
{
    int signal = 0;
    while (::sigwait(&m_signals, &signal) == 0 && !m_stopping) {
        if (isIgnored(signal))
            continue;
        if (m_received.load() != 0)
            dieOf(signal);
        m_received = signal;
        m_onSignal();
    }
}

} // namespace Weir
