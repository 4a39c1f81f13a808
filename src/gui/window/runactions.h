// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpresenter.h"

#include <QObject>

class QAction;

namespace Weir {

class AppSettings;
class ProjectDocument;
class ProjectPlaces;
class TableWorkspace;
class TestDataPanel;

/// What the user does with runs: starts them, with all rows or the rejected ones, stops and replays them. GUI
/// thread.
class RunActions : public QObject
{
    Q_OBJECT
public:
    struct Actions
    {
        QAction *run;
        QAction *stop;
        QAction *skip;
        QAction *replay;
    };

    RunActions(const Actions &actions, RunPresenter &presenter, ProjectDocument &document,
               AppSettings &settings, ProjectPlaces &places, QObject *parent);

    /// Both ask for runs and show their rows.
    void connectParts(TestDataPanel *testData, TableWorkspace *tables);
    /// `blocked`: by other work on the databases.
    void showState(bool blocked);

private:
    void connectReplay(AppSettings &settings);
    void runAll();
    void runRejected();
    bool mayRun() const;

    const Actions m_actions;
    RunPresenter &m_presenter;
    ProjectDocument &m_document;
    ProjectPlaces &m_places;
    TestDataPanel *m_testData = nullptr;
};

} // namespace Weir
