// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/loadpresenter.h"

#include <QPointer>

namespace Weir {

class FileDialogs;
class LoadPanel;
class LoadSheet;
class LogModel;
class ProjectDocument;
class TableWorkspace;
class Theme;

/// What the user does with loads: opens the sheet, mends, exports, looks at recent loads. GUI thread.
class LoadActions : public QObject
{
    Q_OBJECT
public:
    LoadActions(LoadPresenter &presenter, ProjectDocument &document, FileDialogs &dialogs, const Theme &theme,
                QWidget *window);

    /// The panel asks; the tables follow the load; the log gets a line for each.
    void connectParts(LoadPanel *panel, TableWorkspace *tables, LogModel &log);
    void chooseFiles();                       // opens the sheet and asks for files
    void loadFiles(const QStringList &paths); // opens the sheet with them
    void showHistory();
    /// Nothing can be loaded for now, for instance because a run is under way.
    void setBlocked(bool blocked);

Q_SIGNALS:
    void loaded(const QString &sentence);
    void noted(const QString &sentence); // something the user should know about a load
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    LoadSheet *sheet();
    void tell(const LoadResult &result);
    void updateSheet();
    void mend(int file);
    void loadMended(const LoadFile &file);
    void openFolder(int file);
    void exportReport();
    void writeReport(const QString &path);
    void resume(const KnownLoad &load);

    LoadPresenter &m_presenter;
    ProjectDocument &m_document;
    FileDialogs &m_dialogs;
    const Theme &m_theme;
    QWidget *m_window;
    QPointer<LoadSheet> m_sheet;
    bool m_blocked = false;
};

} // namespace Weir
