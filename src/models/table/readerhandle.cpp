// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/readerhandle.h"

namespace Weir {

void ReaderHandle::setWanted(quint64 token)
{
    m_wanted.store(token, std::memory_order_release);
}

bool ReaderHandle::interruptUnwanted()
{
    const std::lock_guard lock(m_mutex);
    if (!m_reader || isWanted(m_running))
        return false;
    m_reader->interrupt();
    return true;
}

void ReaderHandle::begin(TableReader *reader, quint64 token)
{
    const std::lock_guard lock(m_mutex);
    reader->forgetInterrupt(); // it came when the question before had just been answered
    m_reader = reader;
    m_running = token;
}

void ReaderHandle::end()
{
    const std::lock_guard lock(m_mutex);
    m_reader = nullptr;
}

} // namespace Weir
