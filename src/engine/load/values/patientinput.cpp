// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/values/patientinput.h"

#include <cerrno>
#include <poll.h>

namespace Weir {

namespace {
// A stop wakes nobody who waits for input.
constexpr int StopCheckIntervalMs = 20;
} // namespace

Expected<qint64> PatientInput::read(std::span<char> buffer)
{
    if (m_source->filePosition() >= m_head && !awaitInput())
        return failure(m_stop.error);
    return m_source->read(buffer);
}

/// False: stopped.
bool PatientInput::awaitInput() const
{
    pollfd input{m_source->descriptor(), POLLIN, 0};
    while (!m_stop.isStopped()) {
        // Whatever else poll() has to say, read() says it better.
        const int ready = ::poll(&input, 1, StopCheckIntervalMs);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true;
    }
    return false;
}

} // namespace Weir
