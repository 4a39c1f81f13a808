// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/loader.h"

#include "engine/load/loadsetup.h"

namespace Weir {

Expected<std::vector<std::optional<KnownLoad>>> Loader::known(const LoadPlan &plan)
{
    return LoadSetup(m_databases, plan).known();
}

Expected<LoadResult> Loader::load(const LoadPlan &plan, LoadMonitor &monitor)
{
    LoadSetup setup(m_databases, plan);
    return setup.prepare().map(
        [&] { return LoadRun(plan, setup.jobs(), setup.targets(), monitor).execute(); });
}

Expected<QList<KnownLoad>> Loader::history(const Project &project)
{
    return LoadLedgers(m_databases).all(project);
}

Expected<void> Loader::forget(const Project &project, const QByteArray &loadId)
{
    return LoadLedgers(m_databases).forget(project, loadId);
}

} // namespace Weir
