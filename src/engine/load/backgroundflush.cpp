// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/backgroundflush.h"

#include "db/backend.h"
#include "engine/load/inanotherthread.h"

namespace Weir {

void BackgroundFlush::start()
{
    if (!m_due || m_error || m_running.valid())
        return;
    m_running = inAnotherThread([this] { return m_backend.flush(); });
}

SqlError BackgroundFlush::wait()
{
    if (!m_due || m_error)
        return m_error;
    m_error = m_running.valid() ? m_running.get() : m_backend.flush();
    m_due = false;
    return m_error;
}

} // namespace Weir
