// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlerror.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_file;

namespace Weir {

/// A connection of SQLite's own, without Qt around it and bound to no thread (opened FULLMUTEX): the keeper
/// of a file, or a backup file.
class SqliteHandle
{
public:
    /// What the index of the log says (sqlite.org/walformat.html, 2.1): changes with every commit, and with
    /// every checkpoint before that writes to the database file.
    struct LogIndex
    {
        quint32 changes = 0;
        quint32 frames = 0;
        quint32 pages = 0;     // of the database
        quint32 resets = 0;    // one more each time that the log begins anew
        quint32 salt = 0;      // another each time
        quint32 copied = 0;    // frames that are in the database file, too
        quint32 attempted = 0; // frames that somebody began to copy
        bool operator==(const LogIndex &) const = default;
    };

    enum class Access { ReadOnly, ReadWrite, Create };

    SqliteHandle() = default;
    /// `file`: absolute, so that it never is a "file:" URI.
    static Expected<SqliteHandle, SqlError> open(const QString &file, Access access);

    explicit operator bool() const { return m_handle != nullptr; }
    sqlite3 *get() const { return m_handle.get(); }
    void close() { m_handle.reset(); }

    /// The file's first bytes, read through SQLite: a file of its own that the process closes would drop
    /// SQLite's locks (POSIX).
    QByteArray readHeader(int size) const;
    /// After a statement has read from the database; nothing: not in WAL mode.
    std::optional<LogIndex> logIndex() const;
    /// Keeps everybody else, this process included, from copying the log into the file until
    /// allowCheckpoints(). False: somebody is doing it just now. After logIndex() has found something.
    [[nodiscard]] bool barCheckpoints() const;
    void allowCheckpoints() const;
    /// Waits until the log is on the disk. An SQLite result code.
    [[nodiscard]] int syncLog() const;
    /// The same for the database file.
    [[nodiscard]] int syncFile() const;

private:
    sqlite3_file *file() const;

    struct Closer
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Closer> m_handle;
};

} // namespace Weir
