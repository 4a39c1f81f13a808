// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlerror.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_file;

namespace Weir {

/// A connection of SQLite's own, without Qt around it and bound to no thread (opened FULLMUTEX): the keeper
/// of a file, or a backup file.
class SqliteHandle
{
public:
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
    bool isFileMoved() const;
    /// The number of database pages by the index of the log (sqlite.org/walformat.html, 2.1); 0: not known.
    /// After a statement has read from the database.
    quint32 logIndexPages() const;
    /// Waits until the log is on the disk. An SQLite result code.
    [[nodiscard]] int syncLog() const;

private:
    sqlite3_file *file() const;
    sqlite3_file *filePointer(int control) const;

    struct Closer
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Closer> m_handle;
};

} // namespace Weir
