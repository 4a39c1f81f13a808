// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/mainwindow.h"

#include "core/text/printabletext.h"
#include "gui/load/loadactions.h"
#include "gui/load/loadpanel.h"
#include "gui/project/droptarget.h"
#include "gui/project/projectfiles.h"
#include "gui/project/projectplaces.h"
#include "gui/project/recentmenu.h"
#include "gui/project/testdatapanel.h"
#include "gui/project/undoactions.h"
#include "gui/run/logpanel.h"
#include "gui/run/runsettingsdialog.h"
#include "gui/run/runstatus.h"
#include "gui/run/summarypanel.h"
#include "gui/services/appsettings.h"
#include "gui/services/datafolder.h"
#include "gui/services/translator.h"
#include "gui/tables/migrator.h"
#include "gui/tables/tableemptier.h"
#include "gui/tables/tablepanel.h"
#include "gui/tables/tableworkspace.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/mnemonic.h"
#include "gui/window/aboutdialog.h"
#include "gui/window/docks.h"
#include "gui/window/guidedialog.h"
#include "gui/window/quitguard.h"
#include "gui/window/runactions.h"
#include "gui/window/settingsdialog.h"
#include "gui/window/shortcutsdialog.h"
#include "gui/window/windowmessages.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>

#include <functional>

namespace Weir {

MainWindow::MainWindow(const Services &services, const QString &dataDirectory, QWidget *parent)
    : QMainWindow(parent)
    , ui(std::make_unique<Ui::MainWindow>())
    , m_services(services)
    , m_controller(dataDirectory)
    , m_dialogs(
          services.dialogs, m_controller.executor(),
          [this](const FileDialogs::Question &question) { return filesInUse(question); },
          [this](const QString &sentence) { m_messages->showError(sentence); })
    , m_presenter(m_controller, m_log, m_summary)
    , m_loads(m_controller)
    , m_places(new ProjectPlaces(m_controller, m_document, services.settings, this))
    , m_files(new ProjectFiles(m_document, services.settings, m_dialogs, *m_places, m_controller, this))
    , m_loadActions(new LoadActions(m_loads, m_controller.executor(), m_document, services.settings,
                                    m_dialogs, *m_places, services.theme, this))
    , m_emptier(new TableEmptier(m_controller, m_document, this))
    , m_quitGuard(new QuitGuard(m_presenter, m_loads, *m_emptier, *m_files, services.settings, this))
{
    ui->setupUi(this);
    setWindowIcon(QIcon(QStringLiteral(":/weir/icons/weir.svg")));
    m_recent = new RecentMenu(services.settings, ui->menuRecent);
    makePanels();
    makeToolBar();
    m_undoActions = new UndoActions(*m_document.undoStack(), ui->actionUndo, ui->actionRedo);
    m_docks->addToggles(ui->menuView, ui->actionGoTestData);
    setShortcuts();
    applyIcons(services.theme, this);
    keepIconTextsPlain(this);
    connectDocument();
    connectFiles();
    connectRuns();
    connectLoads();
    connectTools();
    connectEmptying();
    connectView();
    connectHelp();
    showProject();
    showState();
    restoreLayout();
}

// The panels go before what they show.
MainWindow::~MainWindow()
{
    disconnect(&m_presenter, nullptr, this, nullptr);
    disconnect(&m_loads, nullptr, this, nullptr);
    m_docks->removeAll();
    delete takeCentralWidget();
}

void MainWindow::makePanels()
{
    const Theme &theme = m_services.theme;
    m_infoBar = new InfoBar(theme, ui->central);
    m_tables = new TableWorkspace(theme, m_controller, ui->central);
    ui->centralLayout->addWidget(m_infoBar);
    ui->centralLayout->addWidget(m_tables, 1);
    m_places->connectParts(m_tables, m_infoBar);
    m_testData = new TestDataPanel(theme, m_document);
    m_summaryPanel = new SummaryPanel(theme, m_summary);
    m_logPanel = new LogPanel(theme, m_log, m_dialogs, m_controller.executor());
    m_loadPanel = new LoadPanel(theme, m_loads);
    m_docks = new Docks(theme, docks(), this);
    m_messages = new WindowMessages(m_infoBar, ui->statusBar, m_log, this);
    ui->statusBar->setContentsMargins(6, 0, 0, 0);
    ui->statusBar->addPermanentWidget(new RunStatus(m_presenter, ui->actionStop, ui->statusBar));
}

QList<Dock> MainWindow::docks() const
{
    return {{ui->testDataDock, m_testData, Qt::LeftDockWidgetArea, 350, Qt::Key_F2, ui->actionGoTestData,
             std::bind_front(&TestDataPanel::focusGrid, m_testData)},
            {ui->summaryDock, m_summaryPanel, Qt::RightDockWidgetArea, 310, Qt::Key_F3, ui->actionGoSummary,
             std::bind_front(&SummaryPanel::focusCounts, m_summaryPanel)},
            {ui->logDock, m_logPanel, Qt::BottomDockWidgetArea, 225, Qt::Key_F4, ui->actionGoLog,
             std::bind_front(&LogPanel::focusLines, m_logPanel)},
            {ui->loadDock, m_loadPanel, Qt::BottomDockWidgetArea, 0, Qt::Key_F6, ui->actionGoLoading,
             std::bind_front(&LoadPanel::focusFiles, m_loadPanel)}};
}

void MainWindow::makeToolBar()
{
    ui->toolBar->setDocument(m_document);
    ui->toolBar->place(ui->actionRunSettings, ui->actionSideBySide);
    ui->toolBar->showText(ui->actionRun, QStringLiteral("runButton"));
    ui->toolBar->showText(ui->actionStop, QStringLiteral("stopButton"));
    ui->toolBar->showText(ui->actionLoad, QStringLiteral("loadFilesButton"));
}

void MainWindow::setShortcuts()
{
    ui->actionRun->setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_R)});
    ui->actionStop->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(Qt::SHIFT | Qt::Key_F5)});
    const QString run = ui->actionRun->shortcut().toString(QKeySequence::NativeText);
    m_tables->setRunShortcut(run);
    m_summaryPanel->setRunShortcut(run);
    m_logPanel->setRunShortcut(run);
    m_loadPanel->setLoadShortcut(ui->actionLoad->shortcut().toString(QKeySequence::NativeText));
}

void MainWindow::connectDocument()
{
    connect(&m_document, &ProjectDocument::reset, this, [this] {
        m_emptier->leaveProject();
        showProject();
    });
    connect(m_places, &ProjectPlaces::failed, m_messages, &WindowMessages::showError);
    connect(&m_document, &ProjectDocument::modifiedChanged, this, &MainWindow::updateTitle);
    connect(&m_document, &ProjectDocument::pathChanged, this, &MainWindow::updateTitle);
}

void MainWindow::connectFiles()
{
    connect(ui->actionNew, &QAction::triggered, m_files, &ProjectFiles::newSample);
    connect(ui->actionOpen, &QAction::triggered, m_files, &ProjectFiles::open);
    connect(ui->actionSave, &QAction::triggered, m_files, &ProjectFiles::save);
    connect(ui->actionSaveAs, &QAction::triggered, m_files, &ProjectFiles::saveAs);
    connect(ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_recent, &RecentMenu::chosen, this, &MainWindow::openProject);
    auto *drops = new DropTarget(this, DropTarget::Takes::FilesAndProjects);
    connect(drops, &DropTarget::projectDropped, this, &MainWindow::openProject);
    connect(drops, &DropTarget::filesDropped, m_loadActions, &LoadActions::loadFiles);
    m_files->setGuards([this] { return obstacle(); },
                       [this](const ProjectFiles::Proceed &proceed) { m_emptier->guard(proceed); });
    connect(m_files, &ProjectFiles::failed, m_messages, &WindowMessages::showError);
    connect(m_files, &ProjectFiles::refused, m_infoBar, &InfoBar::showWarning);
    connect(m_files, &ProjectFiles::working, m_messages, &WindowMessages::showWork);
    connect(m_files, &ProjectFiles::opened, this, [this](const QString &path) {
        m_messages->showOpened(path);
        m_places->ask();
    });
    connect(m_files, &ProjectFiles::saved, m_messages, &WindowMessages::showSaved);
    connect(m_logPanel, &LogPanel::saved, m_messages, &WindowMessages::showSaved);
    connect(m_loadActions, &LoadActions::saved, m_messages, &WindowMessages::showSaved);
    connect(m_logPanel, &LogPanel::failed, m_messages, &WindowMessages::showError);
}

void MainWindow::connectRuns()
{
    m_runActions = new RunActions({ui->actionRun, ui->actionStop, ui->actionSkip, ui->actionReplay},
                                  m_presenter, m_document, m_services.settings, *m_places, this);
    m_runActions->connectParts(m_testData, m_tables);
    connect(&m_presenter, &RunPresenter::stateChanged, this, &MainWindow::showState);
    connect(&m_presenter, &RunPresenter::started, this, [this] {
        m_infoBar->hide();
        m_emptier->endUndo();
        ui->statusBar->clearMessage();
    });
    connect(&m_presenter, &RunPresenter::completed, this, [this](const FinishedRun &run) {
        m_tables->refreshAll();
        m_messages->showRun(run, m_summary);
    });
    connect(&m_presenter, &RunPresenter::failed, m_messages, &WindowMessages::showError);
    connect(ui->actionRunSettings, &QAction::triggered, this,
            [this] { (new RunSettingsDialog(m_document, this))->open(); });
}

void MainWindow::connectLoads()
{
    m_loadActions->connectParts(m_loadPanel, m_tables, m_log);
    connect(ui->actionLoad, &QAction::triggered, m_loadActions, &LoadActions::chooseFiles);
    connect(ui->actionLoads, &QAction::triggered, m_loadActions, &LoadActions::showHistory);
    connect(m_loadActions, &LoadActions::failed, m_messages, &WindowMessages::showError);
    connect(m_loadActions, &LoadActions::loaded, m_messages, &WindowMessages::showResult);
    connect(&m_loads, &LoadPresenter::stateChanged, this, &MainWindow::showState);
    connect(m_loadActions, &LoadActions::warned, m_infoBar, &InfoBar::showWarning);
    connect(&m_loads, &LoadPresenter::begun, m_infoBar, &QWidget::hide);
    connect(&m_loads, &LoadPresenter::begun, ui->loadDock, &QWidget::show);
    connect(&m_loads, &LoadPresenter::begun, ui->loadDock, &QWidget::raise);
    connect(&m_loads, &LoadPresenter::started, &m_presenter, &RunPresenter::skipReplay);
    connect(&m_loads, &LoadPresenter::started, m_emptier, &TableEmptier::endUndo);
}

void MainWindow::connectTools()
{
    auto *migrator = new Migrator(m_controller, m_document, this);
    connect(ui->actionMigrate, &QAction::triggered, migrator, [this, migrator] {
        if (m_places->admit())
            migrator->migrate();
    });
    connect(migrator, &Migrator::migrated, m_tables, &TableWorkspace::refreshAll);
    connect(migrator, &Migrator::migrated, m_messages, &WindowMessages::showMigrated);
    connect(migrator, &Migrator::failed, m_messages, &WindowMessages::showError);
    connect(m_quitGuard, &QuitGuard::waiting, m_messages, &WindowMessages::showWaiting);
    connect(ui->actionDataFolder, &QAction::triggered, this, [this] {
        openDataFolder(m_controller.dataDirectory(), m_controller.executor(), this,
                       [this](const QString &sentence) { m_messages->showError(sentence); });
    });
    connect(ui->actionSettings, &QAction::triggered, this, [this] {
        (new SettingsDialog(m_services.settings, m_services.theme, m_services.translator, this))->open();
    });
}

void MainWindow::connectEmptying()
{
    connect(ui->actionEmpty, &QAction::triggered, m_emptier, [this] {
        if (m_places->admit())
            m_emptier->ask();
    });
    connect(m_tables, &TableWorkspace::emptyTablesRequested, ui->actionEmpty, &QAction::trigger);
    connect(ui->actionUndoEmptying, &QAction::triggered, m_emptier, &TableEmptier::undo);
    ui->actionUndoEmptying->setEnabled(false);
    connect(m_emptier, &TableEmptier::undoAvailableChanged, ui->actionUndoEmptying, &QAction::setEnabled);
    connect(m_emptier, &TableEmptier::busyChanged, this, &MainWindow::showState);
    connect(m_emptier, &TableEmptier::failed, m_messages, &WindowMessages::showError);
    connect(m_emptier, &TableEmptier::tablesChanged, m_tables, &TableWorkspace::refreshAll);
    connect(m_emptier, &TableEmptier::emptied, m_messages,
            [this](qint64 rows) { m_messages->showEmptied(rows, [this] { m_emptier->undo(); }); });
    connect(m_emptier, &TableEmptier::restored, m_messages, &WindowMessages::showRestored);
}

void MainWindow::connectView()
{
    connect(ui->actionSideBySide, &QAction::toggled, this, [this](bool sideBySide) {
        m_tables->setSideBySide(sideBySide);
        m_services.settings.setTablesSideBySide(sideBySide);
    });
    const auto showDark = [this] {
        ui->actionDark->setChecked(m_services.theme.isDark());
    };
    showDark();
    connect(&m_services.theme, &Theme::changed, this, showDark);
    connect(ui->actionDark, &QAction::toggled, this, [this](bool dark) {
        if (dark == m_services.theme.isDark())
            return;
        m_services.settings.setThemeMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        m_services.theme.setMode(m_services.settings.themeMode());
    });
    connect(ui->actionFind, &QAction::triggered, this, &MainWindow::find);
    connect(ui->actionGoTables, &QAction::triggered, m_tables, [this] { m_tables->step(0); });
    connect(ui->actionNextTable, &QAction::triggered, m_tables, [this] { m_tables->step(1); });
    connect(ui->actionPreviousTable, &QAction::triggered, m_tables, [this] { m_tables->step(-1); });
    connect(ui->actionRefreshTables, &QAction::triggered, m_tables, &TableWorkspace::refreshAll);
    connect(ui->actionResetLayout, &QAction::triggered, m_docks, &Docks::reset);
    connect(ui->actionFullScreen, &QAction::toggled, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
}

void MainWindow::connectHelp()
{
    connect(ui->actionGuide, &QAction::triggered, this, [this] { (new GuideDialog(this))->show(); });
    connect(ui->actionShortcuts, &QAction::triggered, this, [this] { (new ShortcutsDialog(this))->open(); });
    connect(ui->actionAbout, &QAction::triggered, this,
            [this] { (new AboutDialog(m_services.theme, m_controller.dataDirectory(), this))->open(); });
}

void MainWindow::restoreLayout()
{
    resize(1280, 820);
    m_docks->reset();
    restoreGeometry(m_services.settings.windowGeometry());
    restoreState(m_services.settings.windowState());
    ui->actionFullScreen->setChecked(isFullScreen());
    ui->actionSideBySide->setChecked(m_services.settings.tablesSideBySide());
}

void MainWindow::showProject()
{
    m_tables->setWithheld(m_places->sentence());
    m_tables->setProject(m_document.project());
    m_logPanel->setProject(m_document.project());
    m_places->open();
    updateTitle();
}

// Only a project may be saved over the project.
FilesInUse MainWindow::filesInUse(const FileDialogs::Question &question) const
{
    FilesInUse inUse{{}, m_controller.dataDirectory(), m_document.project().databases};
    if (question.suffix != QLatin1String("weir") && !m_document.path().isEmpty())
        inUse.files += m_document.path();
    if (m_loads.isActive()) {
        for (const SourceFile &file : m_loads.nextPlan().files)
            inUse.files += file.path;
    }
    return inUse;
}

void MainWindow::updateTitle()
{
    // Qt's own mark in a name is doubled, as it wants it.
    const QString name =
        printableText(m_document.displayName()).replace(QLatin1String("[*]"), QLatin1String("[*][*]"));
    setWindowTitle(tr("%1[*] – Weir").arg(name));
    setWindowModified(m_document.isModified());
}

void MainWindow::showState()
{
    const bool loading = m_loads.isActive();
    const bool idle = m_presenter.state() == RunPresenter::State::Idle && !loading;
    m_runActions->showState(loading);
    ui->toolBar->setEditable(idle);
    // The run's rows belong to this project and its databases.
    for (QAction *action : {ui->actionRunSettings, ui->actionMigrate, ui->actionEmpty})
        action->setEnabled(idle);
    const bool mayChange = idle && !m_emptier->isBusy();
    for (QAction *action : {ui->actionNew, ui->actionOpen})
        action->setEnabled(mayChange);
    ui->menuRecent->setEnabled(mayChange);
    const bool replaying = m_presenter.state() == RunPresenter::State::Replaying;
    m_loadActions->setBlocked(!idle && !replaying && !loading);
}

void MainWindow::find()
{
    if (m_loadPanel->isAncestorOf(focusWidget()) && m_loadPanel->focusFilter())
        return;
    if (m_logPanel->isAncestorOf(focusWidget()))
        m_logPanel->focusFilter();
    else if (TablePanel *panel = m_tables->currentPanel())
        panel->focusFilter();
}

QString MainWindow::obstacle() const
{
    if (m_loads.isActive())
        return tr("Cancel the load or its undoing first, then open another project.");
    if (m_presenter.state() != RunPresenter::State::Idle)
        return tr("Stop the run first, then open another project.");
    if (m_emptier->isBusy())
        return tr("Rows are being deleted or put back: wait for that, then open another project.");
    return {};
}

void MainWindow::openProject(const QString &path)
{
    m_files->openPath(path);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_loadActions->mayClose() || !m_quitGuard->mayClose()) {
        event->ignore();
        return;
    }
    m_services.settings.setWindow(saveGeometry(), saveState());
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        setShortcuts();
        m_undoActions->updateTexts();
        m_recent->rebuild();
        m_tables->setWithheld(m_places->sentence());
        updateTitle();
        m_docks->updateNames();
    }
    QMainWindow::changeEvent(event);
}

} // namespace Weir
