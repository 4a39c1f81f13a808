// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/patientinput.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace Weir {

namespace {
// Closing a file wakes nobody who waits for input.
constexpr int CloseCheckIntervalMs = 20;
} // namespace

Expected<qint64> PatientInput::read(std::span<char> buffer)
{
    if (m_source->filePosition() >= m_head && !awaitInput())
        return failure({});
    return m_source->read(buffer);
}

/// False: closed.
bool PatientInput::awaitInput() const
{
    pollfd input{m_descriptor, POLLIN, 0};
    while (!m_pipeline.isClosed(m_file)) {
        // Whatever else poll() has to say, read() says it better.
        const int ready = ::poll(&input, 1, CloseCheckIntervalMs);
        if (ready > 0 || (ready < 0 && errno != EINTR))
            return true;
    }
    return false;
}

} // namespace Weir
