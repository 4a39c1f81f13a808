// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitebusyhandler.h"

#include <algorithm>
#include <array>
#include <sqlite3.h>
#include <utility>

namespace Weir {

namespace {
using namespace std::chrono_literals;

// sqliteDefaultBusyCallback() of SQLite's main.c
constexpr std::array<std::chrono::milliseconds, 12> SqliteDelays{1ms,  2ms,  5ms,  10ms, 15ms, 20ms,
                                                                 25ms, 25ms, 25ms, 50ms, 50ms, 100ms};

int busyCallback(void *handler, int count)
{
    return static_cast<SqliteBusyHandler *>(handler)->wait(count) ? 1 : 0;
}
} // namespace

SqliteBusyHandler::SqliteBusyHandler(int timeoutMs)
    : m_timeout(timeoutMs)
    , m_random(std::random_device{}())
{}

void SqliteBusyHandler::install(sqlite3 *db)
{
    sqlite3_busy_handler(db, busyCallback, this);
}

void SqliteBusyHandler::setWaiting(BusyWait wait, const CancelToken *cancel)
{
    m_wait = wait;
    m_cancel = cancel;
    m_stopped = false;
}

bool SqliteBusyHandler::wait(int count)
{
    const auto now = std::chrono::steady_clock::now();
    if (count == 0)
        m_begun = now;
    const auto left = m_begun + m_timeout - now;
    m_stopped = m_aborted.load() || (m_cancel && m_cancel->isCancelled());
    if (m_stopped || left <= 0ns)
        return false;
    ++m_sleeps;
    const CancelToken &sleeper = m_cancel ? *m_cancel : m_never;
    m_stopped = sleeper.sleepFor(std::min<std::chrono::nanoseconds>(delay(count), left));
    return !m_stopped;
}

qint64 SqliteBusyHandler::takeSleeps()
{
    return std::exchange(m_sleeps, 0);
}

std::chrono::nanoseconds SqliteBusyHandler::delay(int count)
{
    if (m_wait == BusyWait::Jittered)
        return std::chrono::microseconds(std::uniform_int_distribution<int>(100, 3000)(m_random));
    return SqliteDelays[std::min(static_cast<std::size_t>(count), SqliteDelays.size() - 1)];
}

} // namespace Weir
