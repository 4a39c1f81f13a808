// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"
#include "core/system/fairlock.h"
#include "db/processlock.h"
#include "db/sqlerror.h"
#include "db/sqlite/file/sqlitefilestate.h"
#include "db/sqlite/file/sqliteneighbours.h"
#include "db/sqlite/statements/sqlitebusyhandler.h"
#include "db/sqlite/statements/sqlitehandle.h"
#include "db/turn.h"

#include <QString>

#include <atomic>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <utility>
#include <vector>

namespace Weir {

/// One database file of this process: whose turn it is, its lock against a second Weir, and a keeper
/// connection, so that no session's close is the last one (which would checkpoint inside a task). Shared by
/// all that use the file; the last owner checkpoints and closes it. Functions marked "alone" need
/// SqliteAlone.
class SqliteFile
{
public:
    /// `path`: absolute, symbolic links resolved. Opens nothing.
    SqliteFile(QString path, bool onNetwork);
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    const QString &path() const { return m_path; }
    /// Writers take turns; see SqliteTurn.
    FairLock &turns() { return m_turns; }
    /// Held shared by who commits, alone by who flushes or checkpoints. Taken after turns().
    std::shared_mutex &commits() { return m_commits; }
    /// The settings that are sound for where the file lies: no WAL on a network file system.
    DatabaseProfile effective(const DatabaseProfile &profile) const;
    /// The same in the journal mode that the file is in, which may have to stay for a while. For a session.
    DatabaseProfile applied(const DatabaseProfile &profile) const;
    /// Have the settings been applied, so that a session may be opened?
    bool isSetFor(const DatabaseProfile &profile) const;
    /// What the user should know after checkpoint(): sentences or empty.
    QString note() const;

    bool isOpen() const { return m_open.load(); }
    /// Counts up when the file was replaced or changed behind our back: connections opened before are void.
    int generation() const { return m_generation.load(); }

    /// Alone. Opens the keeper, or opens it anew if the file is not what it was; otherwise costs a few system
    /// calls. Missing files are made only if `create`.
    [[nodiscard]] Expected<void, SqlError> ensureOpen(bool create);
    /// Alone. ensureOpen(), for writing in this journal mode. An error while the disk refuses what was
    /// committed before: later commits stand behind it in the log, and would be lost with it.
    [[nodiscard]] Expected<void, SqlError> ensureWritable(const DatabaseProfile &profile, bool create = true);
    /// Alone, after ensureOpen().
    sqlite3 *keeper() const { return m_keeper.get(); }

    /// Alone, at the end of the work. Copies the log into the file and empties it; nothing to do unless open
    /// and in WAL mode. Busy: a reader still needs the log, or keepsLog(); nothing is lost.
    [[nodiscard]] Expected<void, SqlError> checkpoint(std::chrono::milliseconds patience);
    /// With an SQLite that loses rows by it, the log is not copied while other programs have the database
    /// open. Any thread.
    bool keepsLog();
    /// Before a transaction begins: if keepsLog(), nobody else may copy the log from now on either, until
    /// checkpoint() or until the last User of a session goes: whoever calls this is one. Busy: another
    /// program does not stop copying it. Any thread.
    [[nodiscard]] Expected<void, SqlError> guardLog(SqliteBusyHandler &busy);
    /// Alone, after ensureWritable(). The same for a transaction of the keeper's.
    [[nodiscard]] Expected<void, SqlError> guardLog() { return guardLog(m_busy); }
    /// While committing: the receipt of what is not safe on the disk yet.
    Receipt deferred() { return {m_deferred.fetch_add(1) + 1}; }
    /// Makes safe on the disk what was committed to the log without waiting for that, up to this receipt at
    /// least, and copies the log into the file. Once the disk has refused that, it stays an error until
    /// checkpoint() has succeeded, which ensureWritable() tries. Any thread; whoever wants to commit waits
    /// meanwhile.
    [[nodiscard]] Expected<void, SqlError> awaitSafe(const Receipt &receipt);
    /// Alone. To be called after whatever wrote into the file itself (a checkpoint), not just its log.
    void rememberState();

    /// A connection that stays open for long says so while it is, as it keeps the file in WAL mode, and so
    /// does one that writes. Any thread.
    enum class Use { Session, Reader };
    class User
    {
    public:
        User(std::shared_ptr<SqliteFile> file, Use use);
        ~User();
        User(const User &) = delete;
        User &operator=(const User &) = delete;

    private:
        std::atomic<int> &count() const;

        const std::shared_ptr<SqliteFile> m_file;
        const Use m_use;
    };

private:
    Expected<void, SqlError> flush();
    Expected<void, SqlError> makeUpForFailedSync(std::chrono::milliseconds patience);
    SqlError failedSync() const;
    Expected<void, SqlError> copyLog();
    bool owesSync() const { return m_unsafe != 0 || m_safe < m_deferred; }
    Expected<void, SqlError> open(bool create);
    Expected<void, SqlError> lock();
    Expected<void, SqlError> openKeeper(bool create);
    Expected<void, SqlError> checkWritable() const;
    Expected<void, SqlError> readJournalMode();
    Expected<void, SqlError> setJournalMode(JournalMode mode);
    void setSettings(const std::optional<DatabaseProfile> &settings, bool modeStays);
    bool isChanged() { return m_state.isReplaced(m_keeper, m_wal, m_neighbours); }
    Expected<void, SqlError> openBar();
    Expected<bool, SqlError> raiseBar();
    void giveUpBar();
    void lowerBar();
    void lowerBarLocked();
    void retire();

    const QString m_path;
    const bool m_onNetwork;
    FairLock m_turns;
    std::shared_mutex m_commits;
    ProcessLock m_lock;
    SqliteBusyHandler m_busy;
    SqliteHandle m_keeper; // uses m_busy
    SqliteFileState m_state;
    SqliteNeighbours m_neighbours;             // closed after the keeper
    mutable std::mutex m_mutex;                // of what follows
    std::optional<DatabaseProfile> m_settings; // applied to the keeper
    bool m_modeStays = false;                  // for now, whatever the settings say
    SqliteHandle m_bar;                        // keeps everybody from copying the log
    std::atomic<bool> m_wal{false};
    std::atomic<bool> m_barred{false};
    std::atomic<qint64> m_keptLog{0}; // bytes that the last checkpoint had to leave
    std::atomic<quint64> m_deferred{0};
    quint64 m_safe = 0; // of those; guarded by m_commits, held alone
    /// After the first up to the second: they are in files that were replaced since. Guarded likewise.
    std::vector<std::pair<quint64, quint64>> m_gone;
    std::atomic<int> m_unsafe{0}; // SQLite's code for why those after them are not; 0: nothing is known
    std::atomic<int> m_sessions{0};
    std::atomic<int> m_readers{0};
    std::atomic<bool> m_open{false};
    std::atomic<int> m_generation{0};
};

} // namespace Weir
