// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/turn.h"

#include <atomic>
#include <chrono>
#include <random>
#include <stop_token>
#include <vector>

struct sqlite3;

namespace Weir {

/// How a connection waits for locks: bounded by a timeout, ended by a stop token, every sleep counted. The
/// token also interrupts a statement that does not end, such as one that fires an endless trigger.
/// SQLite's own table of delays makes thirty waiters wake together and lose together (one commit per 100 ms);
/// a short random delay does not. In the connection's thread, except abort(). Must outlive the connection.
class SqliteBusyHandler
{
public:
    enum class Delays {
        OfSqlite, // its own table: 1, 2, 5, 10 … 100 ms
        Random,   // 0.1 to 3 ms
    };

    explicit SqliteBusyHandler(std::chrono::milliseconds timeout);
    SqliteBusyHandler(const SqliteBusyHandler &) = delete;
    SqliteBusyHandler &operator=(const SqliteBusyHandler &) = delete;

    void install(sqlite3 *db);
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    void setWaiting(Delays delays, const std::stop_token &stop);

    /// Sleeps before try number `count` + 1 (from 0); false: waited long enough, or told to stop.
    bool wait(int count);
    /// Has the work been told to stop? Any thread may have done that.
    bool isStopWanted() const { return m_aborted.load() || m_stop.stop_requested(); }
    /// Was the last wait ended by the stop token or abort()?
    bool wasStopped() const { return m_stopped; }
    /// Waits since the last call, also those noted with addWait().
    std::vector<Wait> takeWaits();
    void addWait(const Wait &wait) noexcept;

    /// Ends waiting until resume(). Any thread.
    void abort() { m_aborted.store(true); }
    void resume() { m_aborted.store(false); }

private:
    std::chrono::nanoseconds delay(int count);

    sqlite3 *m_db = nullptr;
    std::chrono::milliseconds m_timeout;
    Delays m_delays = Delays::Random;
    std::stop_token m_stop;
    std::chrono::steady_clock::time_point m_begun;
    std::minstd_rand m_random;
    std::vector<Wait> m_waits;
    bool m_stopped = false;
    std::atomic<bool> m_aborted{false};
};

} // namespace Weir
