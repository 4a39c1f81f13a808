// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loader.h"

#include "engine/load/loadrun.h"
#include "engine/load/loadundo.h"
#include "engine/load/setup/loadsetup.h"

#include <QCoreApplication>

#include <new>

namespace Weir {

Expected<std::vector<std::optional<RecordedLoad>>> Loader::known(const LoadPlan &plan,
                                                                 const std::stop_token &stop)
{
    return LoadSetup(m_databases, plan, stop).known();
}

Expected<QStringList> Loader::orderNotes(const LoadPlan &plan)
{
    return LoadSetup(m_databases, plan, {}).orderNotes();
}

Expected<LoadResult> Loader::load(const LoadPlan &plan, LoadMonitor &monitor)
{
    // There before it is needed.
    const QString noResult =
        QCoreApplication::translate("Weir::Loader",
                                    "The load is over, but there is not enough memory to tell what became "
                                    "of its rows: look at the loads of its databases before you load again.");
    LoadSetup setup(m_databases, plan, monitor.stopToken());
    return setup.prepare().and_then([&]() -> Expected<LoadResult> {
        try {
            return LoadRun(plan, setup.jobs(), setup.targets(), monitor).execute();
        } catch (const std::bad_alloc &) {
            return failure(noResult);
        }
    });
}

LoadHistory Loader::history(const Project &project)
{
    return LoadLedgers(m_databases).all(project);
}

Expected<UndoResult> Loader::undo(const Project &project, const QByteArray &loadId, LoadMonitor &monitor)
{
    return LoadLedgers(m_databases).find(project, loadId).and_then([&](const RecordedLoad &known) {
        return LoadUndo(*m_databases.backend(known.database), known.load,
                        RetryPolicy(project.run.maxAttempts), monitor)
            .run();
    });
}

Expected<void> Loader::forget(const Project &project, const QByteArray &loadId)
{
    return LoadLedgers(m_databases).forget(project, loadId);
}

} // namespace Weir
