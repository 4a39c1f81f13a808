// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/load/loadpresenter.h"
#include "gui/run/runpresenter.h"

#include <QObject>

namespace Weir {

class AppSettings;
class ProjectFiles;
class TableEmptier;

/// Leaves no run, load or undone emptying half done, no change unsaved, no file half written and no row
/// behind when the window is closed: asks, waits for its end, then closes the window for good. GUI thread.
class QuitGuard : public QObject
{
    Q_OBJECT
public:
    QuitGuard(RunPresenter &presenter, LoadPresenter &loads, TableEmptier &emptier, ProjectFiles &files,
              const AppSettings &settings, QWidget *window);

    /// True: close now. False: the user is asked, or what is under way is stopped, and close() comes again by
    /// itself.
    bool mayClose();

Q_SIGNALS:
    void waiting(const QString &sentence); // why the window does not close yet

private:
    bool isWorking() const;
    bool isIdle() const;
    void goOn();
    void askToStop();
    void stopAndQuit();
    QString question() const;
    QString consequence() const;
    void guardChanges();

    RunPresenter &m_presenter;
    LoadPresenter &m_loads;
    TableEmptier &m_emptier;
    ProjectFiles &m_files;
    const AppSettings &m_settings;
    QWidget *m_window;
    bool m_stopping = false;
    bool m_allowed = false;
};

} // namespace Weir
