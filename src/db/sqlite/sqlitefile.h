// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"
#include "db/commitgate.h"
#include "db/processlock.h"
#include "db/sqlerror.h"
#include "db/sqlite/sqlitebusyhandler.h"
#include "db/sqlite/sqlitehandle.h"

#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <sys/stat.h>

namespace Weir {

/// One database file of this process: its gate, its lock against a second Weir, and a keeper connection, so
/// that no session's close is the last one (which would checkpoint inside a task). Shared by all that use the
/// file; the last owner checkpoints and closes it. Functions marked "alone" need gate() held exclusively.
class SqliteFile
{
public:
    /// `path`: absolute, symbolic links resolved. Opens nothing.
    SqliteFile(QString path, bool onNetwork);
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    const QString &path() const { return m_path; }
    bool isOnNetwork() const { return m_onNetwork; }
    CommitGate &gate() { return m_gate; }
    /// The settings that are sound for where the file lies: no WAL on a network file system.
    DatabaseProfile effective(const DatabaseProfile &profile) const;

    bool isOpen() const { return m_open.load(); }
    /// Counts up when the file was replaced or changed behind our back: connections opened before are void.
    int generation() const { return m_generation.load(); }

    /// Alone. Opens the keeper, or opens it anew if the file is not what it was; otherwise costs two system
    /// calls. Missing files are made only if `create`.
    [[nodiscard]] SqlError ensureOpen(bool create);
    /// Alone. ensureOpen(true), for writing in this journal mode.
    [[nodiscard]] SqlError ensureWritable(const DatabaseProfile &profile);
    /// Alone, after ensureOpen().
    sqlite3 *keeper() const { return m_keeper.get(); }

    /// Alone. Copies the log into the file and empties it; nothing to do unless open and in WAL mode. Busy: a
    /// reader still needs the log, nothing is lost.
    [[nodiscard]] SqlError checkpoint(int busyTimeoutMs);
    /// Alone; one transaction may be open, but must not commit meanwhile. Makes safe on the disk what was
    /// committed to the log without waiting for that, and copies the log into the file.
    [[nodiscard]] SqlError flush();
    /// Alone. To be called after whatever wrote into the file itself (a checkpoint), not just its log.
    void rememberState();
    /// Alone. Voids all connections but the keeper.
    void nextGeneration() { m_generation.fetch_add(1); }

private:
    struct Identity
    {
        dev_t device = 0;
        ino_t inode = 0;
        bool operator==(const Identity &) const = default;
    };
    struct State
    {
        Identity identity;
        off_t size = 0;
        timespec modified = {};
        bool operator==(const State &other) const;
    };

    static std::optional<State> stateOf(const QString &path);
    SqlError open(bool create);
    SqlError checkPlace(bool create) const;
    SqlError lock();
    SqlError openKeeper(bool create);
    bool isOverwritten() const;
    QString overwrittenSentence() const;
    SqlError checkWritable() const;
    SqlError readJournalMode();
    bool isHeaderGood() const;
    bool isSameFile() const;
    bool isChanged() const;
    void retire();
    void removeStaleCompanions() const;

    const QString m_path;
    const bool m_onNetwork;
    CommitGate m_gate;
    ProcessLock m_lock;
    SqliteBusyHandler m_busy;
    SqliteHandle m_keeper;                     // uses m_busy
    std::optional<DatabaseProfile> m_settings; // applied to the keeper
    State m_state;
    std::optional<State> m_log; // -wal and -shm of the keeper's file
    std::optional<State> m_shared;
    bool m_wal = false;
    bool m_lastStateKnown = false;
    std::atomic<bool> m_open{false};
    std::atomic<int> m_generation{0};
};

} // namespace Weir
