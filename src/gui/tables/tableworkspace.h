// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"
#include "engine/run/runrecorder.h"

#include <QStackedWidget>

class QLabel;
class QSplitter;
class QTabWidget;

namespace Weir {

class EmptyState;
class RunController;
class TablePanel;
class Theme;

/// The tables of all databases, as tabs or side by side. GUI thread.
class TableWorkspace : public QStackedWidget
{
    Q_OBJECT
public:
    TableWorkspace(const Theme &theme, RunController &controller, QWidget *parent = nullptr);

    void setProject(const Project &project); // makes a panel for each database
    /// Says this in place of the tables, whose databases are left alone meanwhile; empty: shows them.
    void setWithheld(const QString &sentence);
    const QList<TablePanel *> &panels() const { return m_panels; }
    TablePanel *currentPanel() const; // with the focus, or the current tab; nullptr without databases
    void setCurrentPanel(int index);
    void step(int step); // to the panel so many further, round the end

    bool isSideBySide() const { return m_sideBySide; }
    void setSideBySide(bool sideBySide);
    void setRunShortcut(const QString &shortcut);

    void showReports(const std::vector<TaskReport> &reports, const Project &project);
    void beginRun(); // rows of the run before are fresh no more; the end is followed
    void refreshAll();
    /// As TableModel::follow(), with the tables of this database where they can be seen.
    void followShown(const QString &database);

Q_SIGNALS:
    void runRequested();
    void emptyTablesRequested();
    void withheldAllowRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addPanel(const DatabaseProfile &profile, const QList<Entity> &entities);
    void arrange();
    void useBackends();
    void showPage();
    void updateTitle(TablePanel *panel);

    const Theme &m_theme;
    RunController &m_controller;
    QTabWidget *m_tabs;
    QSplitter *m_splitter;
    EmptyState *m_instead; // of the tables, when they are withheld
    QString m_withheld;
    QList<TablePanel *> m_panels;
    QString m_runShortcut;
    bool m_sideBySide = false;
};

} // namespace Weir
