// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

#include <future>

namespace Weir {

class Backend;

/// Waits for the disk in another thread while the next transaction is written: Backend::flush(). Thread of
/// the session, which holds the gate alone from start() until wait() has returned.
class BackgroundFlush
{
public:
    explicit BackgroundFlush(Backend &backend)
        : m_backend(backend)
    {}

    /// Something was committed that is not safe on the disk.
    void setDue() { m_due = true; }
    bool isDue() const { return m_due; }
    bool hasFailed() const { return static_cast<bool>(m_error); }

    /// If it is due.
    void start();
    /// Until what start() began is done. A failure stays: what the system could not write it may have
    /// forgotten, and later calls would succeed for nothing.
    [[nodiscard]] SqlError wait();

private:
    Backend &m_backend;
    std::future<SqlError> m_running;
    SqlError m_error;
    bool m_due = false;
};

} // namespace Weir
