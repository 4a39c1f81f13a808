// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services/outsidefiles.h"

#include <QObject>

class QMessageBox;

namespace Weir {

class AppSettings;
class InfoBar;
class ProjectDocument;
class RunController;
class TableWorkspace;

/// Makes the project's databases available to the window. For a project that was opened and works on files
/// outside its own folder and the data directory it asks first, and remembers a yes; until then nothing of
/// the project's databases is opened, read or made. GUI thread.
class ProjectPlaces : public QObject
{
    Q_OBJECT
public:
    /// Before all who listen to the document's reset and rely on this.
    ProjectPlaces(RunController &runs, ProjectDocument &document, AppSettings &settings, QWidget *window);

    /// What the project that takes the document's place next has outside, as it was found when it was read.
    void expect(const OutsideFiles &outside) { m_expected = outside; }
    void connectParts(TableWorkspace *tables, InfoBar *infoBar);
    bool areAllowed() const { return m_withheld.files.isEmpty(); }
    /// areAllowed(); if they are not, says so and offers to allow them.
    bool admit();
    /// Makes the backends, as soon as other work lets it; nothing while the places are not allowed.
    void open();
    /// Another project is being read: nothing is begun with this one's databases meanwhile.
    void setHeld(bool held);
    /// Asks the user, unless the places are allowed.
    void ask();
    /// Why the databases are not opened; empty: they are.
    QString sentence() const;

Q_SIGNALS:
    void allowed();
    void failed(const QString &sentence);

private:
    void take();
    void allow();
    QMessageBox *question() const;

    RunController &m_runs;
    ProjectDocument &m_document;
    AppSettings &m_settings;
    QWidget *m_window;
    TableWorkspace *m_tables = nullptr;
    InfoBar *m_infoBar = nullptr;
    OutsideFiles m_expected;
    OutsideFiles m_withheld; // not allowed
    bool m_isAsked = false;  // for the backends
    bool m_isHeld = false;
    bool m_isDue = false; // when it is held no more
};

} // namespace Weir
