// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/file/sqliteturn.h"

#include "core/system/monotonicclock.h"
#include "db/sqlite/file/sqlitefile.h"
#include "db/sqlite/statements/sqlitebusyhandler.h"

namespace Weir {

namespace {

bool enter(FairLock &turns, FairLock::Mode mode, const std::stop_token &stop, SqliteBusyHandler &busy)
{
    if (stop.stop_requested())
        return false;
    if (turns.tryEnter(mode))
        return true;
    const qint64 begin = monotonicNow();
    const bool entered = turns.enter(mode, stop);
    busy.addWait({begin, monotonicNow(), 0, {}});
    return entered;
}

} // namespace

SqliteTurn::SqliteTurn(SqliteFile &file, const Turn &turn, SqliteBusyHandler &busy)
    : m_turns(file.turns())
    , m_mode(turn.sharing == Turn::Sharing::Alone ? FairLock::Mode::Exclusive : FairLock::Mode::Shared)
    , m_entered(enter(m_turns, m_mode, turn.stop, busy))
{}

SqliteTurn::~SqliteTurn()
{
    if (m_entered)
        m_turns.leave(m_mode);
}

SqliteAlone::SqliteAlone(SqliteFile &file, const std::stop_token &stop)
    : m_turn(file.turns(), FairLock::Mode::Exclusive, stop)
    , m_commits(file.commits(), std::defer_lock)
{
    if (m_turn.entered())
        m_commits.lock();
}

SqliteCommitting::SqliteCommitting(SqliteFile &file)
    : m_commits(file.commits())
{}

} // namespace Weir
