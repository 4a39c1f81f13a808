// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/runactions.h"

#include "gui/project/projectplaces.h"
#include "gui/project/testdatapanel.h"
#include "gui/services/appsettings.h"
#include "gui/tables/tableworkspace.h"
#include "models/project/projectdocument.h"

#include <QAction>

namespace Weir {

RunActions::RunActions(const Actions &actions, RunPresenter &presenter, ProjectDocument &document,
                       AppSettings &settings, ProjectPlaces &places, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_presenter(presenter)
    , m_document(document)
    , m_places(places)
{
    connect(actions.run, &QAction::triggered, this, &RunActions::runAll);
    connect(actions.stop, &QAction::triggered, &presenter, &RunPresenter::stop);
    connect(actions.skip, &QAction::triggered, &presenter, &RunPresenter::skipReplay);
    connectReplay(settings);
}

void RunActions::connectReplay(AppSettings &settings)
{
    m_presenter.setReplay(settings.replaysSlowly());
    m_actions.replay->setChecked(settings.replaysSlowly());
    connect(m_actions.replay, &QAction::toggled, &settings, &AppSettings::setReplaysSlowly);
    connect(&settings, &AppSettings::replaysSlowlyChanged, this, [this](bool slowly) {
        m_actions.replay->setChecked(slowly);
        m_presenter.setReplay(slowly);
    });
}

void RunActions::connectParts(TestDataPanel *testData, TableWorkspace *tables)
{
    m_testData = testData;
    connect(tables, &TableWorkspace::runRequested, this, &RunActions::runAll);
    connect(testData, &TestDataPanel::runRejectedRequested, this, &RunActions::runRejected);
    connect(&m_presenter, &RunPresenter::started, tables, &TableWorkspace::beginRun);
    connect(&m_presenter, &RunPresenter::reports, testData, &TestDataPanel::showReports);
    connect(&m_presenter, &RunPresenter::reports, tables,
            [this, tables](const std::vector<TaskReport> &reports) {
                tables->showReports(reports, m_presenter.project());
            });
}

void RunActions::showState(bool blocked)
{
    using State = RunPresenter::State;
    const State state = m_presenter.state();
    const bool replaying = state == State::Replaying && !blocked;
    const bool free = (state == State::Idle && !blocked) || replaying;
    m_actions.run->setEnabled(free);
    m_testData->setRunEnabled(free);
    m_actions.stop->setEnabled(state == State::Running || state == State::Waiting || replaying);
    m_actions.skip->setEnabled(replaying);
}

bool RunActions::mayRun() const
{
    return m_actions.run->isEnabled() && m_places.admit();
}

void RunActions::runAll()
{
    if (!mayRun())
        return;
    m_testData->beginRun();
    m_presenter.run(RunPlan::make(m_document.project()));
}

void RunActions::runRejected()
{
    const QMap<QString, QList<int>> rows = m_testData->rejectedRows();
    if (rows.isEmpty() || !mayRun())
        return;
    m_testData->beginRun();
    m_presenter.run(RunPlan::make(m_document.project(), rows));
}

} // namespace Weir
