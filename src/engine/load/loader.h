// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/databases/databases.h"
#include "db/ledger.h"
#include "engine/load/setup/loadledgers.h"
#include "engine/load/values/loadmonitor.h"
#include "engine/load/values/loadplan.h"
#include "engine/load/values/loadresult.h"

#include <stop_token>

namespace Weir {

/// Loads files: the path of a row with batches of thousands. All functions block; never on the GUI thread.
/// Same thread as its Databases, which must have been updated to the plan's project.
class Loader
{
public:
    explicit Loader(Databases &databases)
        : m_databases(databases)
    {}

    /// What the ledgers know about the plan's files: the same size and content loaded before, or an
    /// unfinished load of the same path. By file; std::nullopt: nothing. Reads a file only when a size
    /// matches. Error when cancelled.
    Expected<std::vector<std::optional<RecordedLoad>>> known(const LoadPlan &plan,
                                                             const std::stop_token &stop = {});

    /// What the user should know of the order in which the files would be written, sentences: those of one
    /// database go in the order of its references. Makes no database and writes nothing.
    Expected<QStringList> orderNotes(const LoadPlan &plan);

    /// Until every row that was read has its verdict. Error: nothing was written at all (a mapping that does
    /// not fit, a file known already with Known::Stop …); trouble later on is in the result.
    Expected<LoadResult> load(const LoadPlan &plan, LoadMonitor &monitor);

    /// All loads in the ledgers of the project's databases. Databases that do not exist yet have none.
    LoadHistory history(const Project &project);
    /// Removes the rows that a load inserted and nobody changed since. Resumable: what was removed stays so.
    /// The monitor has one file, whose bytes are rows.
    Expected<UndoResult> undo(const Project &project, const QByteArray &loadId, LoadMonitor &monitor);
    /// Forgets a load; its rows stay.
    Expected<void> forget(const Project &project, const QByteArray &loadId);

private:
    Databases &m_databases;
};

} // namespace Weir
