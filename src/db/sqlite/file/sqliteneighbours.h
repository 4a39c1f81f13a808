// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <mutex>
#include <sys/types.h>
#include <vector>

namespace Weir {

/// Does this version of SQLite (SQLITE_VERSION_NUMBER) lose rows when a checkpoint overlaps a commit that
/// begins the log anew ("The WAL-Reset Bug", sqlite.org/wal.html)?
bool hasWalResetBug(int version);

/// Tells whether other processes have a database in WAL mode open, by the lock that each of them keeps on its
/// log's index for as long. Any thread.
class SqliteNeighbours
{
public:
    /// `database`: path of its file. Opens nothing yet.
    explicit SqliteNeighbours(const QString &database);
    /// Only when this process has no connection to the file any more: it drops all locks on the index.
    ~SqliteNeighbours();
    SqliteNeighbours(const SqliteNeighbours &) = delete;
    SqliteNeighbours &operator=(const SqliteNeighbours &) = delete;

    /// Costs two system calls. True also when it cannot be told.
    bool areThere();

private:
    int descriptor();

    const QString m_index;
    std::mutex m_mutex;
    // Closing one drops the locks that SQLite has on the same file (POSIX), so they stay open.
    std::vector<int> m_descriptors;
    dev_t m_device = 0;
    ino_t m_inode = 0;
};

} // namespace Weir
