// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"
#include "db/backend.h"

#include <QHash>

#include <memory>

namespace Weir {

/// The backends of a project, by database name. Kept from run to run; made anew for a profile that
/// changed. Not synchronised: one thread, the one that starts runs.
class Databases
{
public:
    explicit Databases(QString dataDirectory) : m_dataDirectory(std::move(dataDirectory)) { }

    const QString &dataDirectory() const { return m_dataDirectory; }

    /// Makes the data directory, and the backends to match the project. Opens no file. Error: the directory
    /// cannot be made, or two databases name the same file.
    [[nodiscard]] Expected<void> update(const QList<DatabaseProfile> &profiles);
    std::shared_ptr<Backend> backend(const QString &database) const; // nullptr: no such database

private:
    QString m_dataDirectory;
    QHash<QString, std::shared_ptr<Backend>> m_backends;
};

/// $XDG_DATA_HOME/weir or its default: where databases live unless told otherwise.
QString defaultDataDirectory();

} // namespace Weir
