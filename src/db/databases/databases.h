// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"
#include "db/backend.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace Weir {

class SqliteFile;

/// The backends of a project, by database name. Kept from run to run; made anew for a profile that
/// changed. One thread at a time, except backend().
class Databases
{
public:
    explicit Databases(QString dataDirectory);
    ~Databases();
    Databases(const Databases &) = delete;
    Databases &operator=(const Databases &) = delete;

    const QString &dataDirectory() const { return m_dataDirectory; }
    /// The absolute name of a database's file as its profile spells it; nothing is looked at. Where it is a
    /// link, update() takes the file that it leads to; through a link to nothing no file is made.
    static QString named(const QString &dataDirectory, const DatabaseProfile &profile);

    /// All files that belong to it, whether they are there or not: those beside the file, too, by that name
    /// and by the one to which links lead.
    static QStringList filesOf(const QString &dataDirectory, const DatabaseProfile &profile);

    /// Makes the data directory, and the backends to match the project. Opens no file. Error: the directory
    /// cannot be made, or two databases name the same file.
    [[nodiscard]] Expected<void> update(const QList<DatabaseProfile> &profiles);
    /// nullptr: no such database. Any thread, also during update().
    std::shared_ptr<Backend> backend(const QString &database) const;

    /// Counts up whenever backends were made, replaced or dropped. Warm sessions of the old ones keep their
    /// files open, and a file can change between WAL and rollback journal only when nobody else has it open.
    int revision() const { return m_revision; }

private:
    Expected<QStringList> resolvePaths(const QList<DatabaseProfile> &profiles) const;
    std::shared_ptr<SqliteFile> fileAt(const QString &path);

    QString m_dataDirectory;
    mutable std::mutex m_mutex; // guards m_backends
    QHash<QString, std::shared_ptr<Backend>> m_backends;
    // Of old backends, too, as long as a connection of theirs is open: a file has one gate and one lock.
    QHash<QString, std::weak_ptr<SqliteFile>> m_files;
    int m_revision = 0;
};

/// $XDG_DATA_HOME/weir or its default: where databases live unless told otherwise.
QString defaultDataDirectory();

} // namespace Weir
