// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/backgroundflush.h"

#include "db/backend.h"
#include "engine/threads/inanotherthread.h"

namespace Weir {

void BackgroundFlush::start()
{
    if (!isDue() || hasFailed() || m_running.valid())
        return;
    m_running = inAnotherThread([this] { return m_backend.awaitSafe(m_receipt); });
}

Expected<void, SqlError> BackgroundFlush::wait()
{
    if (!isDue() || hasFailed())
        return m_waited;
    m_waited = m_running.valid() ? m_running.get() : m_backend.awaitSafe(m_receipt);
    m_receipt = {};
    return m_waited;
}

} // namespace Weir
