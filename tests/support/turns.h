// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/sqlitebackend.h"
#include "support/dbfixture.h"

#include <atomic>
#include <thread>

namespace WeirTest {

/// Those of the fixture's database, which is an SQLite file.
inline Weir::FairLock &turnsOf(const Weir::Test::DbFixture &fixture)
{
    return dynamic_cast<Weir::SqliteBackend &>(*fixture.backend).file()->turns();
}

/// While somebody has a turn together with others: returns when another thread waits to be alone. False: that
/// one is over instead.
[[nodiscard]] inline bool waitsBehindSharers(Weir::FairLock &turns, const std::atomic<bool> &isOver)
{
    // Nobody is let in any more, once somebody waits.
    while (!isOver && turns.tryEnter(Weir::FairLock::Mode::Shared)) {
        turns.leave(Weir::FairLock::Mode::Shared);
        std::this_thread::yield();
    }
    return !isOver;
}

} // namespace WeirTest
