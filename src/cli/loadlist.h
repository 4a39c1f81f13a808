// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/databases/databases.h"
#include "engine/load/loader.h"

namespace Weir {

/// The loads that the ledgers of a project's databases know.
class LoadList
{
public:
    LoadList(const Project &project, const QString &dataDirectory)
        : m_project(project)
        , m_databases(dataDirectory)
        , m_loader(m_databases)
    {}

    /// First of all.
    Expected<void> open() { return m_databases.update(m_project.databases); }
    LoadHistory history() { return m_loader.history(m_project); }
    /// `name`: the beginning of one load's id in hexadecimal digits, or "last".
    Expected<RecordedLoad> find(const QString &name);

    const Project &project() const { return m_project; }
    Loader &loader() { return m_loader; }

private:
    const Project &m_project;
    Databases m_databases;
    Loader m_loader;
};

/// A load's id as people see and name it.
QString shortLoadId(const QByteArray &id);

} // namespace Weir
