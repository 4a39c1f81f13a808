// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "core/printabletext.h"
#include "gui/aboutdialog.h"
#include "gui/appsettings.h"
#include "gui/docktitle.h"
#include "gui/droptarget.h"
#include "gui/guidedialog.h"
#include "gui/icons.h"
#include "gui/loadactions.h"
#include "gui/loadpanel.h"
#include "gui/logpanel.h"
#include "gui/migrator.h"
#include "gui/mnemonic.h"
#include "gui/projectfiles.h"
#include "gui/projectplaces.h"
#include "gui/quitguard.h"
#include "gui/recentmenu.h"
#include "gui/runsettingsdialog.h"
#include "gui/runstatus.h"
#include "gui/settingsdialog.h"
#include "gui/shortcutsdialog.h"
#include "gui/summarypanel.h"
#include "gui/tableemptier.h"
#include "gui/tablepanel.h"
#include "gui/tableworkspace.h"
#include "gui/testdatapanel.h"
#include "gui/translator.h"
#include "gui/undoactions.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QLocale>

namespace Weir {

namespace {

constexpr int StatusMessageMs = 8000;

} // namespace

MainWindow::MainWindow(const Services &services, const QString &dataDirectory, QWidget *parent)
    : QMainWindow(parent)
    , ui(std::make_unique<Ui::MainWindow>())
    , m_services(services)
    , m_controller(dataDirectory)
    , m_dialogs(
          services.dialogs, m_controller.executor(),
          [this](const FileDialogs::Question &question) { return filesInUse(question); },
          [this](const QString &sentence) { showError(sentence); })
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
    makeViewMenu();
    setShortcuts();
    applyIcons(services.theme, this);
    keepIconTextsPlain(this);
    connectDocument();
    connectFiles();
    connectRuns();
    connectLoads();
    connectTools();
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
    qDeleteAll(docks());
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
    QWidget *panels[] = {m_testData, m_summaryPanel, m_logPanel, m_loadPanel};
    QWidget **panel = panels;
    for (QDockWidget *dock : docks()) {
        delete dock->widget();
        dock->setWidget(*panel++);
        dock->setTitleBarWidget(new DockTitle(theme, dock));
        dock->setAccessibleName(withoutMnemonic(dock->windowTitle()));
    }
    ui->statusBar->setContentsMargins(6, 0, 0, 0);
    ui->statusBar->addPermanentWidget(new RunStatus(m_presenter, ui->actionStop, ui->statusBar));
}

QList<QDockWidget *> MainWindow::docks() const
{
    return {ui->testDataDock, ui->summaryDock, ui->logDock, ui->loadDock};
}

void MainWindow::makeToolBar()
{
    ui->toolBar->setDocument(m_document);
    ui->toolBar->place(ui->actionRunSettings, ui->actionSideBySide);
    ui->toolBar->showText(ui->actionRun, QStringLiteral("runButton"));
    ui->toolBar->showText(ui->actionStop, QStringLiteral("stopButton"));
    ui->toolBar->showText(ui->actionLoad, QStringLiteral("loadFilesButton"));
}

void MainWindow::makeViewMenu()
{
    QAction *before = ui->actionGoTestData;
    const Qt::Key keys[] = {Qt::Key_F2, Qt::Key_F3, Qt::Key_F4, Qt::Key_F6};
    const Qt::Key *key = keys;
    for (QDockWidget *dock : docks()) {
        QAction *toggle = dock->toggleViewAction();
        toggle->setShortcut(QKeySequence(Qt::CTRL | *key++));
        ui->menuView->insertAction(before, toggle);
    }
    ui->menuView->insertSeparator(before);
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
        m_emptier->forget();
        showProject();
    });
    connect(m_places, &ProjectPlaces::failed, this, &MainWindow::showError);
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
    connect(m_files, &ProjectFiles::failed, this, &MainWindow::showError);
    connect(m_files, &ProjectFiles::working, ui->statusBar, [this](const QString &sentence) {
        if (!sentence.isEmpty())
            ui->statusBar->showMessage(sentence);
        else
            ui->statusBar->clearMessage();
    });
    connect(m_files, &ProjectFiles::refused, m_infoBar, &InfoBar::showWarning);
    connect(m_files, &ProjectFiles::opened, this, [this](const QString &path) {
        m_infoBar->hide();
        ui->statusBar->showMessage(tr("Opened %1").arg(QDir::toNativeSeparators(path)), StatusMessageMs);
        m_places->ask();
    });
    const auto showSaved = [this](const QString &path) {
        ui->statusBar->showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(path)), StatusMessageMs);
    };
    connect(m_files, &ProjectFiles::saved, this, showSaved);
    connect(m_logPanel, &LogPanel::saved, this, showSaved);
    connect(m_loadActions, &LoadActions::saved, this, showSaved);
    connect(m_logPanel, &LogPanel::failed, this, &MainWindow::showError);
}

void MainWindow::connectRuns()
{
    m_presenter.setReplay(m_services.settings.replaysSlowly());
    ui->actionReplay->setChecked(m_services.settings.replaysSlowly());
    connect(ui->actionReplay, &QAction::toggled, &m_services.settings, &AppSettings::setReplaysSlowly);
    connect(&m_services.settings, &AppSettings::replaysSlowlyChanged, this, [this](bool slowly) {
        ui->actionReplay->setChecked(slowly);
        m_presenter.setReplay(slowly);
    });
    connect(ui->actionRun, &QAction::triggered, this, &MainWindow::runAll);
    connect(ui->actionStop, &QAction::triggered, &m_presenter, &RunPresenter::stop);
    connect(ui->actionSkip, &QAction::triggered, &m_presenter, &RunPresenter::skipReplay);
    connect(m_tables, &TableWorkspace::runRequested, this, &MainWindow::runAll);
    connect(m_testData, &TestDataPanel::runRejectedRequested, this, &MainWindow::runRejected);
    connect(&m_presenter, &RunPresenter::stateChanged, this, &MainWindow::showState);
    connect(&m_presenter, &RunPresenter::started, this, [this] {
        m_infoBar->hide();
        m_emptier->endUndo();
        m_tables->beginRun();
        ui->statusBar->clearMessage();
    });
    connect(&m_presenter, &RunPresenter::reports, this, [this](const std::vector<TaskReport> &reports) {
        m_testData->showReports(reports);
        m_tables->showReports(reports, m_presenter.project());
    });
    connect(&m_presenter, &RunPresenter::completed, this, &MainWindow::showCompleted);
    connect(&m_presenter, &RunPresenter::failed, this, &MainWindow::showError);
    connect(ui->actionRunSettings, &QAction::triggered, this,
            [this] { (new RunSettingsDialog(m_document, this))->open(); });
}

void MainWindow::connectLoads()
{
    m_loadActions->connectParts(m_loadPanel, m_tables, m_log);
    connect(ui->actionLoad, &QAction::triggered, m_loadActions, &LoadActions::chooseFiles);
    connect(ui->actionLoads, &QAction::triggered, m_loadActions, &LoadActions::showHistory);
    connect(m_loadActions, &LoadActions::failed, this, &MainWindow::showError);
    connect(m_loadActions, &LoadActions::loaded, ui->statusBar,
            [this](const QString &text) { ui->statusBar->showMessage(text); });
    connect(&m_loads, &LoadPresenter::stateChanged, this, &MainWindow::showState);
    connect(m_loadActions, &LoadActions::warned, m_infoBar, &InfoBar::showWarning);
    connect(&m_loads, &LoadPresenter::begun, this, [this] {
        m_infoBar->hide();
        ui->loadDock->show();
        ui->loadDock->raise();
    });
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
    connect(migrator, &Migrator::migrated, this, &MainWindow::showMigrated);
    connect(migrator, &Migrator::failed, this, &MainWindow::showError);
    connect(ui->actionEmpty, &QAction::triggered, m_emptier, [this] {
        if (m_places->admit())
            m_emptier->ask();
    });
    connect(m_tables, &TableWorkspace::emptyTablesRequested, ui->actionEmpty, &QAction::trigger);
    connect(ui->actionUndoEmptying, &QAction::triggered, m_emptier, &TableEmptier::undo);
    ui->actionUndoEmptying->setEnabled(false);
    connect(m_emptier, &TableEmptier::undoAvailableChanged, ui->actionUndoEmptying, &QAction::setEnabled);
    connect(m_emptier, &TableEmptier::busyChanged, this, &MainWindow::showState);
    connect(m_emptier, &TableEmptier::failed, this, &MainWindow::showError);
    connect(m_emptier, &TableEmptier::tablesChanged, m_tables, &TableWorkspace::refreshAll);
    connect(m_emptier, &TableEmptier::emptied, this, [this](qint64 rows) {
        const QString text = tr("Rows deleted: %1. A backup was made.").arg(QLocale().toString(rows));
        m_log.note(text);
        m_infoBar->showMessage(InfoBar::Severity::Information, text, tr("&Undo Emptying"),
                               [this] { m_emptier->undo(); });
    });
    connect(m_emptier, &TableEmptier::restored, this, [this] {
        m_log.note(tr("The deleted rows are back."));
        m_infoBar->showMessage(InfoBar::Severity::Success, tr("The deleted rows are back."));
    });
    connect(m_quitGuard, &QuitGuard::waiting, m_infoBar, [this](const QString &sentence) {
        m_infoBar->showMessage(InfoBar::Severity::Information, sentence);
    });
    connect(ui->actionDataFolder, &QAction::triggered, this, [this] {
        const QString folder = m_controller.dataDirectory();
        if (!QDir().mkpath(folder) || !QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            showError(tr("The data folder %1 could not be opened. Open it with a file manager.")
                          .arg(QDir::toNativeSeparators(folder)));
    });
    connect(ui->actionSettings, &QAction::triggered, this, [this] {
        (new SettingsDialog(m_services.settings, m_services.theme, m_services.translator, this))->open();
    });
}

void MainWindow::connectView()
{
    connect(ui->actionSideBySide, &QAction::toggled, this, [this](bool sideBySide) {
        m_tables->setSideBySide(sideBySide);
        m_services.settings.setTablesSideBySide(sideBySide);
    });
    connect(ui->actionDark, &QAction::toggled, this, &MainWindow::toggleDark);
    connect(&m_services.theme, &Theme::changed, this, &MainWindow::updateDarkAction);
    updateDarkAction();
    connect(ui->actionFind, &QAction::triggered, this, &MainWindow::find);
    const std::pair<QAction *, QDockWidget *> jumps[] = {{ui->actionGoTestData, ui->testDataDock},
                                                         {ui->actionGoSummary, ui->summaryDock},
                                                         {ui->actionGoLog, ui->logDock},
                                                         {ui->actionGoLoading, ui->loadDock}};
    for (const auto &[action, dock] : jumps) {
        connect(action, &QAction::triggered, dock, [dock = dock] {
            dock->show();
            dock->raise();
        });
    }
    connect(ui->actionGoTestData, &QAction::triggered, m_testData, &TestDataPanel::focusGrid);
    connect(ui->actionGoSummary, &QAction::triggered, m_summaryPanel, &SummaryPanel::focusCounts);
    connect(ui->actionGoLog, &QAction::triggered, m_logPanel, &LogPanel::focusLines);
    connect(ui->actionGoLoading, &QAction::triggered, m_loadPanel, &LoadPanel::focusFiles);
    connect(ui->actionGoTables, &QAction::triggered, m_tables, [this] { m_tables->step(0); });
    connect(ui->actionNextTable, &QAction::triggered, m_tables, [this] { m_tables->step(1); });
    connect(ui->actionPreviousTable, &QAction::triggered, m_tables, [this] { m_tables->step(-1); });
    connect(ui->actionRefreshTables, &QAction::triggered, m_tables, &TableWorkspace::refreshAll);
    connect(ui->actionResetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
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
    resetLayout();
    restoreGeometry(m_services.settings.windowGeometry());
    restoreState(m_services.settings.windowState());
    ui->actionFullScreen->setChecked(isFullScreen());
    ui->actionSideBySide->setChecked(m_services.settings.tablesSideBySide());
}

void MainWindow::resetLayout()
{
    const Qt::DockWidgetArea areas[] = {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea,
                                        Qt::BottomDockWidgetArea, Qt::BottomDockWidgetArea};
    const Qt::DockWidgetArea *area = areas;
    for (QDockWidget *dock : docks()) {
        dock->setFloating(false);
        addDockWidget(*area++, dock);
        dock->show();
    }
    tabifyDockWidget(ui->logDock, ui->loadDock);
    ui->logDock->raise();
    resizeDocks({ui->testDataDock, ui->summaryDock}, {350, 310}, Qt::Horizontal);
    resizeDocks({ui->logDock}, {225}, Qt::Vertical);
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
        for (const LoadFile &file : m_loads.nextPlan().files)
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
    const RunPresenter::State state = m_presenter.state();
    const bool loading = m_loads.isActive();
    const bool idle = state == RunPresenter::State::Idle && !loading;
    const bool replaying = state == RunPresenter::State::Replaying && !loading;
    const bool stoppable =
        state == RunPresenter::State::Running || state == RunPresenter::State::Waiting || replaying;
    ui->actionRun->setEnabled(idle || replaying);
    ui->actionStop->setEnabled(stoppable);
    ui->actionSkip->setEnabled(replaying);
    ui->toolBar->setEditable(idle);
    m_testData->setRunEnabled(idle || replaying);
    // The run's rows belong to this project and its databases.
    for (QAction *action : {ui->actionRunSettings, ui->actionMigrate, ui->actionEmpty})
        action->setEnabled(idle);
    const bool mayChange = idle && !m_emptier->isBusy();
    for (QAction *action : {ui->actionNew, ui->actionOpen})
        action->setEnabled(mayChange);
    ui->menuRecent->setEnabled(mayChange);
    m_loadActions->setBlocked(!idle && !replaying && !loading);
}

void MainWindow::showCompleted(const FinishedRun &run)
{
    m_tables->refreshAll();
    const Counts counts = run.result.counts();
    const QLocale locale;
    const QString text = tr("%1 of %2 rows written in %3")
                             .arg(locale.toString(counts.written()), locale.toString(counts.read()),
                                  m_summary.figureText(SummaryModel::Elapsed));
    ui->statusBar->showMessage(text);
    for (const EntityResult &entity : run.result.entities) {
        if (!entity.error.isEmpty())
            showError(entity.error);
    }
}

void MainWindow::showError(const QString &sentence)
{
    m_log.note(sentence);
    m_infoBar->showMessage(InfoBar::Severity::Error, sentence);
}

void MainWindow::runAll()
{
    if (!ui->actionRun->isEnabled() || !m_places->admit())
        return;
    m_testData->beginRun();
    m_presenter.run(RunPlan::make(m_document.project()));
}

void MainWindow::runRejected()
{
    const QMap<QString, QList<int>> rows = m_testData->rejectedRows();
    if (rows.isEmpty() || !ui->actionRun->isEnabled() || !m_places->admit())
        return;
    m_testData->beginRun();
    m_presenter.run(RunPlan::make(m_document.project(), rows));
}

void MainWindow::showMigrated(const QStringList &changes)
{
    m_tables->refreshAll();
    for (const QString &change : changes)
        m_log.note(change);
    m_infoBar->showMessage(InfoBar::Severity::Success,
                           changes.isEmpty() ? tr("All databases are up to date.") : changes.join(u'\n'));
}

void MainWindow::toggleDark(bool dark)
{
    if (dark == m_services.theme.isDark())
        return;
    const Theme::Mode mode = dark ? Theme::Mode::Dark : Theme::Mode::Light;
    m_services.settings.setThemeMode(mode);
    m_services.theme.setMode(mode);
}

void MainWindow::updateDarkAction()
{
    ui->actionDark->setChecked(m_services.theme.isDark());
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
        return tr(
            "Rows are being deleted or put back: wait until that has ended, then open another project.");
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
        for (QDockWidget *dock : docks())
            dock->setAccessibleName(withoutMnemonic(dock->windowTitle()));
    }
    QMainWindow::changeEvent(event);
}

} // namespace Weir
