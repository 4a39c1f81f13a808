// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/runner.h"

#include "engine/run/run.h"

#include <QCoreApplication>

#include <new>

namespace Weir {

Runner::Runner(Databases &databases)
    : m_databases(databases)
{}

Runner::~Runner() = default;

Expected<FinishedRun> Runner::execute(const RunPlan &plan, RunRecorder &recorder, const std::stop_token &stop)
{
    if (plan.tasks.isEmpty())
        return failure(QCoreApplication::translate("Weir::Runner",
                                                   "There are no rows to insert: add some test data first."));
    return useDatabases(plan.project.databases).and_then([&]() -> Expected<FinishedRun> {
        // There before it is needed.
        const QString noResult = QCoreApplication::translate(
            "Weir::Runner",
            "The run is over, but there is not enough memory to tell what became of its rows: look "
            "at the tables before you run again.");
        Run run(plan, recorder, stop);
        return run.prepare(m_databases)
            .and_then([&] { return run.execute(m_pool, m_connections); })
            .and_then([&]() -> Expected<FinishedRun> {
                try {
                    return run.finish();
                } catch (const std::bad_alloc &) {
                    return failure(noResult);
                }
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
