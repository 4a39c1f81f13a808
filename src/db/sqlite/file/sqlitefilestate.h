// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/file/sqliteneighbours.h"
#include "db/sqlite/statements/sqlitehandle.h"

#include <QString>

#include <optional>
#include <sys/stat.h>

namespace Weir {

/// What is known of a database file, to tell later whether it still is that file with what SQLite wrote into
/// it. Other programs may write to it and copy its log into it: that is no change of the kind meant here.
/// One thread at a time.
class SqliteFileState
{
public:
    /// `path`: of the database file.
    explicit SqliteFileState(QString path);

    /// `handle`: an open connection to the file, which has read from it. `wal`: its journal mode.
    void remember(const SqliteHandle &handle, bool wal);
    /// Is there still the same file, whatever is in it?
    bool isSameFile() const;
    /// Was it moved, replaced, deleted or overwritten by something else than SQLite? `wal`: its journal mode.
    bool isReplaced(const SqliteHandle &handle, bool wal, SqliteNeighbours &neighbours) const;
    /// Does it begin as a database does? SQLite takes an empty file for an empty database.
    bool isHeaderGood(const SqliteHandle &handle) const;
    /// Does its size contradict the index of its log, which connections of an earlier file keep alive?
    bool contradictsLogIndex(const SqliteHandle &handle) const;
    /// Deletes the log and its index if they belong to a file that is not there any more.
    void removeStaleCompanions() const;

    static bool isEmpty(const QString &path);
    static std::optional<qint64> sizeOf(const QString &path);

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
        mode_t mode = 0;
        nlink_t links = 0;
        bool operator==(const State &other) const;
    };
    struct Header;

    static std::optional<State> stateOf(const QString &path);
    bool isWrittenBySqlite(const SqliteHandle &handle, SqliteNeighbours &neighbours) const;
    bool isCopied(const SqliteHandle::LogIndex &now, SqliteNeighbours &neighbours) const;
    static void removeStale(const QString &path, const std::optional<State> &known);

    const QString m_path;
    std::optional<State> m_state;
    std::optional<State> m_log; // -wal and -shm
    std::optional<State> m_shared;
    std::optional<SqliteHandle::LogIndex> m_index;
    QByteArray m_header;
};

} // namespace Weir
