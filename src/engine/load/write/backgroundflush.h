// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"
#include "db/turn.h"

#include <future>

namespace Weir {

class Backend;

/// Waits for the disk in another thread while the next transaction is written: Backend::awaitSafe(). Thread
/// of the session, which must not commit between start() and wait().
class BackgroundFlush
{
public:
    explicit BackgroundFlush(Backend &backend)
        : m_backend(backend)
    {}

    /// What was committed last.
    void setDue(const Receipt &receipt) { m_receipt = receipt; }
    bool isDue() const { return !m_receipt.isSafe(); }
    bool hasFailed() const { return !m_waited; }

    /// If it is due.
    void start();
    /// Until what start() began is done. A failure stays: what the system could not write it may have
    /// forgotten, and later calls would succeed for nothing.
    [[nodiscard]] Expected<void, SqlError> wait();

private:
    Backend &m_backend;
    std::future<Expected<void, SqlError>> m_running;
    Expected<void, SqlError> m_waited;
    Receipt m_receipt; // of what is not safe on the disk
};

} // namespace Weir
