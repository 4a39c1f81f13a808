// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitebusyhandler.h"

#include "core/system/monotonicclock.h"
#include "core/system/stoppablesleep.h"

#include <algorithm>
#include <array>
#include <new>
#include <sqlite3.h>
#include <utility>

namespace Weir {

namespace {
using namespace std::chrono_literals;

// sqliteDefaultBusyCallback() of SQLite's main.c
constexpr std::array<std::chrono::milliseconds, 12> SqliteDelays{1ms,  2ms,  5ms,  10ms, 15ms, 20ms,
                                                                 25ms, 25ms, 25ms, 50ms, 50ms, 100ms};

int busyCallback(void *handler, int count) noexcept
{
    return static_cast<SqliteBusyHandler *>(handler)->wait(count) ? 1 : 0;
}

// Not everybody asks for them.
constexpr std::size_t MaximumWaits = 256;
// About a tenth of a millisecond.
constexpr int StepsBetweenLooks = 10'000;
} // namespace

SqliteBusyHandler::SqliteBusyHandler(std::chrono::milliseconds timeout)
    : m_timeout(timeout)
    , m_random(std::random_device{}())
{}

void SqliteBusyHandler::install(sqlite3 *db)
{
    m_db = db;
    sqlite3_busy_handler(db, busyCallback, this);
    const auto look = [](void *handler) noexcept {
        const auto *self = static_cast<SqliteBusyHandler *>(handler);
        // Not by its return value: that also ends a statement that has just done its work, a COMMIT for one.
        if (self->isStopWanted())
            sqlite3_interrupt(self->m_db);
        return 0;
    };
    sqlite3_progress_handler(db, StepsBetweenLooks, look, this);
}

void SqliteBusyHandler::setWaiting(Delays delays, const std::stop_token &stop)
{
    m_delays = delays;
    m_stop = stop;
    m_stopped = false;
}

bool SqliteBusyHandler::wait(int count)
{
    const auto now = std::chrono::steady_clock::now();
    if (count == 0)
        m_begun = now;
    const auto left = m_begun + m_timeout - now;
    m_stopped = isStopWanted();
    if (m_stopped || left <= 0ns)
        return false;
    const qint64 begin = monotonicNow();
    if ((count == 0 && m_waits.size() < MaximumWaits) || m_waits.empty())
        addWait({begin, begin, 0, {}});
    m_stopped = stoppableSleep(std::min<std::chrono::nanoseconds>(delay(count), left), m_stop);
    if (!m_waits.empty()) {
        m_waits.back().endNs = monotonicNow();
        ++m_waits.back().sleeps;
    }
    return !m_stopped;
}

/// Without memory the waits are not told: this is called from within SQLite, through which nothing may throw.
void SqliteBusyHandler::addWait(const Wait &wait) noexcept
{
    try {
        m_waits.push_back(wait);
    } catch (const std::bad_alloc &) {}
}

std::vector<Wait> SqliteBusyHandler::takeWaits()
{
    return std::exchange(m_waits, {});
}

std::chrono::nanoseconds SqliteBusyHandler::delay(int count)
{
    if (m_delays == Delays::Random)
        return std::chrono::microseconds(std::uniform_int_distribution<int>(100, 3000)(m_random));
    return SqliteDelays[std::min(static_cast<std::size_t>(count), SqliteDelays.size() - 1)];
}

} // namespace Weir
