// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/loadresult.h"

#include <QObject>

class QThreadPool;

namespace Weir {

class FileDialogs;

/// Saves the report of a load where the user says, as HTML, JSON or CSV; writes on the pool's threads. GUI
/// thread.
class ReportExport : public QObject
{
    Q_OBJECT
public:
    ReportExport(FileDialogs &dialogs, QThreadPool &pool, QWidget *window);

    void ask(const LoadResult &result);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    void write(const QString &path, const LoadResult &result);

    FileDialogs &m_dialogs;
    QThreadPool &m_pool;
    QWidget *m_window;
};

} // namespace Weir
