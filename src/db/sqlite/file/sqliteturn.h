// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/fairlock.h"
#include "db/turn.h"

#include <shared_mutex>
#include <stop_token>

namespace Weir {

class SqliteBusyHandler;
class SqliteFile;

/// A session's turn to write, while it lives: Sharing::Alone keeps out all other sessions of the process and
/// all checkpoints, Sharing::Contend the checkpoints only. SQLite before 3.51.3 loses acknowledged rows when
/// a checkpoint overlaps commits of other connections ("The WAL-Reset Bug", sqlite.org/wal.html).
class SqliteTurn
{
public:
    /// Waits until it is there, which the busy handler notes; ended by the turn's stop token.
    SqliteTurn(SqliteFile &file, const Turn &turn, SqliteBusyHandler &busy);
    ~SqliteTurn();
    SqliteTurn(const SqliteTurn &) = delete;
    SqliteTurn &operator=(const SqliteTurn &) = delete;

    bool entered() const { return m_entered; }
    bool isAlone() const { return m_mode == FairLock::Mode::Exclusive; }

private:
    FairLock &m_turns;
    const FairLock::Mode m_mode;
    const bool m_entered;
};

/// Nobody else writes, commits or flushes while it lives: for the functions of SqliteFile that ask for it.
class SqliteAlone
{
public:
    explicit SqliteAlone(SqliteFile &file, const std::stop_token &stop = {});

    /// False: cancelled first.
    bool entered() const { return m_turn.entered(); }

private:
    const FairLockGuard m_turn;
    std::unique_lock<std::shared_mutex> m_commits;
};

/// Held while a session commits: no flush meanwhile.
class SqliteCommitting
{
public:
    explicit SqliteCommitting(SqliteFile &file);

private:
    const std::shared_lock<std::shared_mutex> m_commits;
};

} // namespace Weir
