// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/runplan.h"

#include <algorithm>
#include <numeric>

namespace Weir {

namespace {

/// Seats for parties of these sizes: at least one each, never more than the size, `seats` in all where that
/// allows (the largest average goes first: D'Hondt).
QList<int> distribute(const QList<qsizetype> &sizes, int seats)
{
    QList<int> given;
    for (const qsizetype size : sizes)
        given.append(size > 0 ? 1 : 0);
    int left = seats - std::accumulate(given.cbegin(), given.cend(), 0);
    while (left-- > 0) {
        int best = -1;
        double bestAverage = 0;
        for (int i = 0; i < sizes.size(); ++i) {
            const double average = static_cast<double>(sizes[i]) / (given[i] + 1);
            if (given[i] < sizes[i] && average > bestAverage) {
                best = i;
                bestAverage = average;
            }
        }
        if (best < 0)
            break;
        ++given[best];
    }
    return given;
}

/// Consecutive, in as equal parts as can be, the longer ones first.
QList<QList<int>> split(const QList<int> &rows, int parts)
{
    QList<QList<int>> result;
    qsizetype begin = 0;
    for (int part = 0; part < parts; ++part) {
        const qsizetype size = rows.size() / parts + (part < rows.size() % parts ? 1 : 0);
        result.append(rows.mid(begin, size));
        begin += size;
    }
    return result;
}

} // namespace

RunPlan RunPlan::make(const Project &project)
{
    QMap<QString, QList<int>> rows;
    for (const Entity &entity : project.entities) {
        QList<int> all(project.rowsOf(entity.name).size());
        std::iota(all.begin(), all.end(), 0);
        rows.insert(entity.name, all);
    }
    return make(project, rows);
}

RunPlan RunPlan::make(const Project &project, const QMap<QString, QList<int>> &rows)
{
    RunPlan plan;
    plan.project = project;
    QList<qsizetype> sizes;
    for (const Entity &entity : project.entities)
        sizes.append(rows.value(entity.name).size());
    const QList<int> tasks = distribute(sizes, project.run.tasks);
    for (int entity = 0; entity < project.entities.size(); ++entity) {
        for (const QList<int> &part : split(rows.value(project.entities[entity].name), tasks[entity]))
            plan.tasks.append(Task{entity, part});
    }
    return plan;
}

int RunPlan::threads() const
{
    const int wanted = project.run.threads > 0 ? project.run.threads : static_cast<int>(tasks.size());
    return std::clamp(std::min(wanted, static_cast<int>(tasks.size())), 1, RunSettings::MaximumThreads);
}

} // namespace Weir
