// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "db/session.h"

#include <atomic>
#include <chrono>
#include <random>

struct sqlite3;

namespace Weir {

/// How a connection waits for locks: bounded by a timeout, ended by a CancelToken, every sleep counted. The
/// token also interrupts a statement that does not end, such as one that fires an endless trigger.
/// SQLite's own table of delays makes thirty waiters wake together and lose together (one commit per 100 ms);
/// a short random delay does not. In the connection's thread, except abort(). Must outlive the connection.
class SqliteBusyHandler
{
public:
    explicit SqliteBusyHandler(int timeoutMs);
    SqliteBusyHandler(const SqliteBusyHandler &) = delete;
    SqliteBusyHandler &operator=(const SqliteBusyHandler &) = delete;

    void install(sqlite3 *db);
    void setTimeout(int timeoutMs) { m_timeout = std::chrono::milliseconds(timeoutMs); }
    void setWaiting(BusyWait wait, const CancelToken *cancel);

    /// Sleeps before try number `count` + 1 (from 0); false: waited long enough, or told to stop.
    bool wait(int count);
    /// Has the work been told to stop? Any thread may have done that.
    bool isStopWanted() const { return m_aborted.load() || (m_cancel && m_cancel->isCancelled()); }
    /// Was the last wait ended by the cancel token or abort()?
    bool wasStopped() const { return m_stopped; }
    qint64 takeSleeps();

    /// Ends waiting until resume(). Any thread.
    void abort() { m_aborted.store(true); }
    void resume() { m_aborted.store(false); }

private:
    std::chrono::nanoseconds delay(int count);

    sqlite3 *m_db = nullptr;
    std::chrono::milliseconds m_timeout;
    BusyWait m_wait = BusyWait::Jittered;
    const CancelToken *m_cancel = nullptr;
    const CancelToken m_never;
    std::chrono::steady_clock::time_point m_begun;
    std::minstd_rand m_random;
    qint64 m_sleeps = 0;
    bool m_stopped = false;
    std::atomic<bool> m_aborted{false};
};

} // namespace Weir
