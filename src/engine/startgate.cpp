// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/startgate.h"

namespace Weir {

void StartGate::arriveAndWait()
{
    std::unique_lock lock(m_mutex);
    if (--m_missing <= 0)
        m_arrived.notify_all();
    m_opened.wait(lock, [this] { return m_open; });
}

void StartGate::awaitArrivals()
{
    std::unique_lock lock(m_mutex);
    m_arrived.wait(lock, [this] { return m_missing <= 0; });
}

void StartGate::open()
{
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
    }
    m_opened.notify_all();
}

} // namespace Weir
