// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace Weir {

class Executor;

/// Shows the folder in the desktop's file manager, and makes it first where it is missing. `failed` is told
/// why not, while `asker` is there. GUI thread.
void openDataFolder(const QString &folder, Executor &executor, QObject *asker,
                    const std::function<void(const QString &sentence)> &failed);

} // namespace Weir
