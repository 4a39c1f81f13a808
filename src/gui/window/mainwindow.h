// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/load/loadpresenter.h"
#include "gui/run/runpresenter.h"
#include "gui/services/guardedfiledialogs.h"
#include "gui/widgets/infobar.h"
#include "models/project/projectdocument.h"

#include <QMainWindow>

#include <memory>

namespace Weir {

namespace Ui {
class MainWindow;
}
class AppSettings;
class Docks;
class LoadActions;
class LoadPanel;
class LogPanel;
class ProjectFiles;
class ProjectPlaces;
class QuitGuard;
class RecentMenu;
class RunActions;
class SummaryPanel;
class TableEmptier;
class TableWorkspace;
class TestDataPanel;
class Translator;
class UndoActions;
class WindowMessages;
struct Dock;

/// The window: makes the panels and connects them with the project and its runs. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    struct Services // the application's; they outlive the window
    {
        AppSettings &settings;
        Theme &theme;
        Translator &translator;
        FileDialogs &dialogs;
    };

    MainWindow(const Services &services, const QString &dataDirectory, QWidget *parent = nullptr);
    ~MainWindow() override;

    void openProject(const QString &path);
    ProjectDocument &document() { return m_document; }
    RunPresenter &presenter() { return m_presenter; }
    LoadPresenter &loads() { return m_loads; }
    ProjectFiles &files() { return *m_files; }
    Executor &executor() { return m_controller.executor(); }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makePanels();
    void makeToolBar();
    void connectDocument();
    void connectFiles();
    void connectRuns();
    void connectLoads();
    void connectTools();
    void connectEmptying();
    void connectView();
    void connectHelp();
    void setShortcuts();
    void restoreLayout();
    QList<Dock> docks() const;

    void showProject();
    QString obstacle() const; // to another project
    FilesInUse filesInUse(const FileDialogs::Question &question) const;
    void updateTitle();
    void showState();
    void find();

    std::unique_ptr<Ui::MainWindow> ui;
    const Services m_services;
    ProjectDocument m_document;
    LogModel m_log;
    SummaryModel m_summary;
    RunController m_controller;
    GuardedFileDialogs m_dialogs;
    RunPresenter m_presenter;
    LoadPresenter m_loads;
    ProjectPlaces *m_places;
    ProjectFiles *m_files;
    LoadActions *m_loadActions;
    TableEmptier *m_emptier;
    QuitGuard *m_quitGuard;
    RecentMenu *m_recent;
    InfoBar *m_infoBar;
    WindowMessages *m_messages;
    Docks *m_docks;
    RunActions *m_runActions;
    TableWorkspace *m_tables;
    TestDataPanel *m_testData;
    SummaryPanel *m_summaryPanel;
    LogPanel *m_logPanel;
    LoadPanel *m_loadPanel;
    UndoActions *m_undoActions;
};

} // namespace Weir
