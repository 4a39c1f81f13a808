// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"

#include <QList>
#include <QString>

namespace Weir {

/// What repeated thirty-task runs in one process came to.
struct ManyRuns
{
    int runs = 0;
    QList<qint64> rowsWanted; // by entity: the runs' own counts of inserted rows
    QList<qint64> rowsFound;  // by entity: COUNT(*) afterwards
    int connectionsAfterFirst = 0;
    int mostConnections = 0;   // after any later run
    qint64 memoryEarlyKiB = 0; // resident after a tenth of the runs
    qint64 memoryLateKiB = 0;  // resident after the last
};

/// Runs the sample project so many times (at least 10) against databases in this directory, which should be
/// empty. Error: a run or a count failed.
Expected<ManyRuns> runMany(const QString &directory, int runs);

} // namespace Weir
