// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/runner.h"

#include "engine/run.h"

#include <QCoreApplication>

namespace Weir {

Runner::Runner(Databases &databases)
    : m_databases(databases)
{}

Runner::~Runner() = default;

Expected<FinishedRun> Runner::execute(const RunPlan &plan, RunRecorder &recorder, const CancelToken &cancel)
{
    if (plan.tasks.isEmpty())
        return failure(QCoreApplication::translate("Weir::Runner",
                                                   "There are no rows to insert: add some test data first."));
    return m_databases.update(plan.project.databases).and_then([&]() -> Expected<FinishedRun> {
        Run run(plan, recorder, cancel);
        return run.prepare(m_databases).map([&] {
            run.execute(m_pool, m_connections);
            return run.finish();
        });
    });
}

} // namespace Weir
