// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

#include <QMap>
#include <QSet>

namespace Weir {

/// What one run is to do: a value. Rows keep their numbers in the project's test data.
struct RunPlan
{
    struct Task
    {
        int entity = -1; // index in project.entities
        QList<int> rows; // indices in the entity's test data
    };

    Project project;
    QList<Task> tasks;

    /// Splits each entity's rows into contiguous tasks, project.run.tasks in all, in proportion to the rows;
    /// every entity with rows has at least one task and no task is empty.
    static RunPlan make(const Project &project);
    /// The same for chosen rows only ("run only rejected rows"), by entity name.
    static RunPlan make(const Project &project, const QMap<QString, QList<int>> &rows);

    int threads() const; // project.run.threads resolved
};

} // namespace Weir
