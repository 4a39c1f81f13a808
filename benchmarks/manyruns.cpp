// SPDX-License-Identifier: GPL-3.0-or-later
#include "manyruns.h"

#include "core/project/projectfile.h"
#include "engine/run/runner.h"
#include "processmemory.h"

namespace Weir {

namespace {

Expected<void> runOnce(Runner &runner, const RunPlan &plan, quint64 id, ManyRuns *figures)
{
    RunRecorder recorder(id);
    const std::stop_token never;
    const auto run = runner.execute(plan, recorder, never);
    if (!run)
        return tl::make_unexpected(run.error());
    for (int i = 0; i < run->result.entities.size(); ++i)
        figures->rowsWanted[i] += run->result.entities.at(i).counts.inserted;
    return {};
}

Expected<void> countRows(const Project &project, const Databases &databases, ManyRuns *figures)
{
    for (const Entity &entity : project.entities) {
        const auto count = databases.backend(entity.database)->countRows(entity.table, {});
        if (!count)
            return failure(count.error().sentence);
        figures->rowsFound.append(*count);
    }
    return {};
}

} // namespace

Expected<ManyRuns> runMany(const QString &directory, int runs)
{
    const Project project = ProjectFile::sample();
    const RunPlan plan = RunPlan::make(project);
    Databases databases(directory);
    Runner runner(databases);
    ManyRuns figures;
    figures.rowsWanted.resize(project.entities.size());
    for (int number = 1; number <= runs; ++number) {
        if (const auto done = runOnce(runner, plan, static_cast<quint64>(number), &figures); !done)
            return tl::make_unexpected(done.error());
        ++figures.runs;
        if (number == 1)
            figures.connectionsAfterFirst = runner.openConnections();
        figures.mostConnections = qMax(figures.mostConnections, runner.openConnections());
        if (number == runs / 10)
            figures.memoryEarlyKiB = processMemoryKiB("VmRSS");
    }
    figures.memoryLateKiB = processMemoryKiB("VmRSS");
    if (const auto counted = countRows(project, databases, &figures); !counted)
        return tl::make_unexpected(counted.error());
    return figures;
}

} // namespace Weir
