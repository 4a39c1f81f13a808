// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/datafolder.h"

#include "engine/threads/executor.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QUrl>

namespace Weir {

void openDataFolder(const QString &folder, Executor &executor, QObject *asker,
                    const std::function<void(const QString &sentence)> &failed)
{
    const auto make = [folder](const std::stop_token &) -> Expected<bool> {
        return QDir().mkpath(folder);
    };
    const auto show = [folder, failed](const Expected<bool> &made) {
        if (made.value_or(false) && QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            return;
        failed(QCoreApplication::translate(
                   "Weir::MainWindow", "The data folder %1 could not be opened. Open it with a file manager.")
                   .arg(QDir::toNativeSeparators(folder)));
    };
    executor.run(Executor::file(folder, asker, Executor::Duty::Question), make, show);
}

} // namespace Weir
