// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"

namespace Weir {

/// What ProjectFile::validate() checks: whether the parts of a project fit together. The first failure is
/// kept, with its JSON path. One thread.
class ProjectChecks
{
public:
    explicit ProjectChecks(const Project &project)
        : m_project(project)
    {}

    Expected<void> run();

private:
    void checkDatabases();
    void checkDatabase(const DatabaseProfile &profile, const QString &path);
    void checkFileName(const QString &file, const QString &path);
    void checkEntities();
    void checkRuleCounts();
    void checkEntity(const Entity &entity, const QString &path);
    void checkFields(const Entity &entity, const QString &path);
    void checkKey(const Entity &entity, const QString &path);
    void checkTestData();
    void checkCells(const Entity &entity, const QList<TestRow> &rows);
    void checkRun();

    /// A name people read and type: not blank, well-formed.
    void checkName(const QString &name, const QString &path);
    /// A table's or a column's.
    void checkIdentifier(const QString &name, const QString &path);
    void checkText(const QString &text, const QString &path);
    void checkRange(qint64 value, qint64 least, qint64 most, const QString &path);
    void fail(const QString &path, const QString &message);

    const Project &m_project;
    QString m_error;
};

} // namespace Weir
