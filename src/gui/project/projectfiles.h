// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/threads/executor.h"
#include "gui/services/filedialogs.h"
#include "models/project/projectdocument.h"

#include <QObject>

#include <functional>

class QMessageBox;

namespace Weir {

class AppSettings;
class ProjectPlaces;
class RunController;
struct OpenedProject;

/// New, open, save and the guard of unsaved changes. Never blocks: files are read and written by an Executor,
/// what follows an answer is a continuation. GUI thread.
class ProjectFiles : public QObject
{
    Q_OBJECT
public:
    using Proceed = std::function<void()>;
    /// Calls `proceed`, at once or later, when the project may go.
    using Guard = std::function<void(const Proceed &proceed)>;
    /// Why no other project can take the place of this one now; empty: it can.
    using Obstacle = std::function<QString()>;

    ProjectFiles(ProjectDocument &document, AppSettings &settings, FileDialogs &dialogs,
                 ProjectPlaces &places, RunController &runs, QWidget *window);

    void setGuards(const Obstacle &obstacle, const Guard &guard);

    void newSample();
    void open();
    void openPath(const QString &path); // asks about unsaved changes first
    void save();
    void saveAs();
    /// Calls `proceed` when nothing would be lost: at once, after saving, or when the user lets it go. An
    /// opening under way ends. What is being saved is waited for, and the newer of two that wait counts.
    void guard(const Proceed &proceed);

    bool hasUnsavedChanges() const { return m_document.isModified(); }
    bool isSaving() const { return m_saving > 0; }
    bool isBusy() const { return isSaving() || !m_openingPath.isEmpty(); }
    static bool isProjectFile(const QString &path);

Q_SIGNALS:
    void opened(const QString &path);
    void saved(const QString &path);
    void failed(const QString &sentence);
    void refused(const QString &sentence); // the project stays for now
    void working(const QString &sentence); // what is done with a file; empty: nothing any more

private:
    bool mayChange();
    void leave(const Proceed &proceed);
    void askForChanges(const Proceed &proceed);
    void guardRest(const Proceed &proceed);
    void load(const QString &path);
    void cancelOpening();
    void handleOpened(const QString &path, const OpenedProject &project, quint64 revision);
    void handleUnreadable(const QString &path, const OpenedProject &project);
    void use(const QString &path, const OpenedProject &project);
    void saveThen(const Proceed &proceed);
    void saveTo(const QString &path, const Proceed &proceed);
    void handleSaved(const QString &path, const QString &error, const Proceed &proceed);
    void tellWork();
    QMessageBox *askAboutChanges();
    QString startDirectory() const;

    ProjectDocument &m_document;
    AppSettings &m_settings;
    FileDialogs &m_dialogs;
    ProjectPlaces &m_places;
    RunController &m_runs;
    QWidget *m_window;
    Obstacle m_obstacle;
    Guard m_guard;
    Job m_opening;
    quint64 m_openings = 0; // the newest counts
    QString m_openingPath;  // empty: none is under way
    int m_saving = 0;
    quint64 m_saves = 0;
    quint64 m_lastSaved = 0; // of these
    QString m_savingPath;
    Proceed m_afterSaving;
};

} // namespace Weir
