// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/load/values/loadresult.h"

#include <QObject>

namespace Weir {

class Executor;
class FileDialogs;

/// Saves the report of a load where the user says, as HTML, JSON or CSV. GUI thread.
class ReportExport : public QObject
{
    Q_OBJECT
public:
    ReportExport(FileDialogs &dialogs, Executor &executor, QWidget *window);

    void ask(const LoadResult &result);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    void write(const QString &path, const LoadResult &result);

    FileDialogs &m_dialogs;
    Executor &m_executor;
    QWidget *m_window;
};

} // namespace Weir
