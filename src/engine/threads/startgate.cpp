// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/startgate.h"

namespace Weir {

bool StartGate::arriveAndWait()
{
    std::unique_lock lock(m_mutex);
    if (--m_missing <= 0)
        m_arrived.notify_all();
    m_changed.wait(lock, [this] { return m_state != State::Shut; });
    return m_state == State::Open;
}

void StartGate::awaitArrivals()
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return m_missing <= 0; });
}

void StartGate::open()
{
    leave(State::Open);
}

void StartGate::stop()
{
    leave(State::Stopped);
}

void StartGate::leave(State state)
{
    {
        const std::lock_guard lock(m_mutex);
        m_state = state;
    }
    m_changed.notify_all();
}

} // namespace Weir
