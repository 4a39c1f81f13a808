// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// How the tasks of one database share it.
enum class Strategy { Contend, Queue, GroupCommit };

struct RunSettings
{
    static constexpr int MaximumTasks = 1000;
    static constexpr int MaximumThreads = 256;

    Strategy strategy = Strategy::GroupCommit;
    int tasks = 30;      // 1 … MaximumTasks; never more than there are rows
    int threads = 0;     // 0: as many as tasks, at most MaximumThreads
    int maxAttempts = 5; // tries of one transaction, the first included (1 … 100)

    bool operator==(const RunSettings &) const = default;
};

/// "contend", "queue", "group": as project files and command lines write them.
QString strategyName(Strategy strategy);
bool strategyFromName(const QString &name, Strategy *strategy);

} // namespace Weir
