// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/load/loadpresenter.h"

#include <QPointer>

namespace Weir {

class AppSettings;
class FileDialogs;
class LoadHistoryDialog;
class LoadPanel;
class LoadSheet;
class LogModel;
class MendDialog;
class ProjectDocument;
class ProjectPlaces;
class ReportExport;
class TableWorkspace;
class Theme;

/// What the user does with loads: opens the sheet, mends, exports, looks at recent loads. GUI thread.
class LoadActions : public QObject
{
    Q_OBJECT
public:
    /// Files are read and written by the executor.
    LoadActions(LoadPresenter &presenter, Executor &executor, ProjectDocument &document,
                AppSettings &settings, FileDialogs &dialogs, ProjectPlaces &places, const Theme &theme,
                QWidget *window);

    /// The panel asks; the tables follow the load; the log gets a line for each.
    void connectParts(LoadPanel *panel, TableWorkspace *tables, LogModel &log);
    void chooseFiles();                       // opens the sheet and asks for files
    void loadFiles(const QStringList &paths); // opens the sheet with them
    void showHistory();
    /// Nothing can be loaded for now, for instance because a run is under way.
    void setBlocked(bool blocked);
    /// False: the user is asked about lines that were mended and not saved.
    bool mayClose();

Q_SIGNALS:
    void loaded(const QString &sentence); // what a load or its undoing came to
    void noted(const QString &sentence);  // something the user should know about a load
    void warned(const QString &sentence); // the same, where the user must not miss it
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    LoadSheet *sheet();
    void connectSheet();
    void load(const LoadPlan &plan);
    void askKnown(const LoadPlan &plan);
    void dropQuestion();
    void useProject();
    void tell(const LoadResult &result);
    void tellSpans(const FileResult &file);
    void tellUndone(const RecordedLoad &load, const UndoResult &result, const QString &error);
    void tellForgotten(const RecordedLoad &load, const QString &error);
    void updateSheet();
    void mend(int file);
    void loadMended(LoadPlan plan, const SourceFile &file);
    void openFolder(int file);
    void exportReport();
    void resume(const RecordedLoad &load);
    void resumeFrom(const QString &path, const LedgerEntry &load);
    QList<MendDialog *> mendDialogs() const;

    LoadPresenter &m_presenter;
    Executor &m_executor;
    ProjectDocument &m_document;
    AppSettings &m_settings;
    FileDialogs &m_dialogs;
    ProjectPlaces &m_places;
    const Theme &m_theme;
    QWidget *m_window;
    ReportExport *m_export;
    QPointer<LoadSheet> m_sheet;
    QPointer<LoadHistoryDialog> m_history;
    Job m_question; // whether the sheet's files are known
    quint64 m_questionNumber = 0;
    bool m_blocked = false;
};

} // namespace Weir
