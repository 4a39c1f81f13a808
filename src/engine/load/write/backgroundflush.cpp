// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/write/backgroundflush.h"

#include "db/backend.h"
#include "engine/threads/inanotherthread.h"

namespace Weir {

void BackgroundFlush::start()
{
    if (!isDue() || m_error || m_running.valid())
        return;
    m_running = inAnotherThread([this] { return m_backend.awaitSafe(m_receipt); });
}

SqlError BackgroundFlush::wait()
{
    if (!isDue() || m_error)
        return m_error;
    m_error = m_running.valid() ? m_running.get() : m_backend.awaitSafe(m_receipt);
    m_receipt = {};
    if (m_error && m_error.errorClass != ErrorClass::ReadOnly) // nothing that another try could mend
        m_error.errorClass = ErrorClass::Other;
    return m_error;
}

} // namespace Weir
