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
    return useDatabases(plan.project.databases).and_then([&]() -> Expected<FinishedRun> {
        Run run(plan, recorder, cancel);
        return run.prepare(m_databases).and_then([&] { return run.execute(m_pool, m_connections); }).map([&] {
            return run.finish();
        });
    });
}

Expected<void> Runner::useDatabases(const QList<DatabaseProfile> &profiles)
{
    const Expected<void> updated = m_databases.update(profiles);
    if (m_revision != m_databases.revision()) {
        m_revision = m_databases.revision();
        m_pool.retire();
    }
    return updated;
}

} // namespace Weir
