// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/processlock.h"

#include <QString>

#include <chrono>
#include <memory>
#include <sys/stat.h>

namespace Weir {

/// A new SQLite file for this process alone, in a folder that is the user's alone, under a random name that
/// nothing from a project is part of. It goes with the object; a lock beside it tells that its process lives.
/// Any thread, one at a time.
class SqliteKeptFile
{
public:
    /// Marks the file as one of these (PRAGMA application_id), which no database of Weir's own is.
    static constexpr qint32 ApplicationId = 0x57656b74; // "Wekt"

    /// Makes the folder as well, not what it lies in. Error: why not, without a full stop.
    static Expected<std::unique_ptr<SqliteKeptFile>> create(const QString &folder);
    ~SqliteKeptFile();
    SqliteKeptFile(const SqliteKeptFile &) = delete;
    SqliteKeptFile &operator=(const SqliteKeptFile &) = delete;

    const QString &path() const { return m_path; }
    /// Is the file of that name still the one that was made?
    bool isInPlace() const;
    /// Brings the file's name to the disk; its content is SQLite's affair.
    [[nodiscard]] Expected<void> syncFolder() const;
    void remove();
    /// The file stays when the object goes.
    void leave() { m_leave = true; }

    /// Removes files that processes which no longer live left there longer ago than `age`. Whatever is not
    /// proven to be such a file stays.
    static void removeLeftovers(const QString &folder, std::chrono::seconds age);

private:
    SqliteKeptFile(QString folder, QString path);

    const QString m_folder;
    const QString m_path;
    ProcessLock m_lock;
    struct stat m_made = {};
    bool m_leave = false;
};

} // namespace Weir
