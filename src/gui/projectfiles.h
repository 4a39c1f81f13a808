// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/filedialogs.h"
#include "models/projectdocument.h"

#include <QObject>

#include <functional>

class QMessageBox;

namespace Weir {

class AppSettings;

/// New, open, save and the guard of unsaved changes. Never blocks: what follows an answer is a continuation.
/// GUI thread.
class ProjectFiles : public QObject
{
    Q_OBJECT
public:
    using Proceed = std::function<void()>;
    /// Calls `proceed`, at once or later, when the project may go.
    using Guard = std::function<void(const Proceed &proceed)>;
    /// Why no other project can take the place of this one now; empty: it can.
    using Obstacle = std::function<QString()>;

    ProjectFiles(ProjectDocument &document, AppSettings &settings, FileDialogs &dialogs, QWidget *window);

    void setGuards(const Obstacle &obstacle, const Guard &guard);

    void newSample();
    void open();
    void openPath(const QString &path); // asks about unsaved changes first
    void save();
    void saveAs();
    /// Calls `proceed` when nothing would be lost: at once, after saving, or when the user lets it go.
    void guard(const Proceed &proceed);

    bool hasUnsavedChanges() const { return m_document.isModified(); }
    static bool isProjectFile(const QString &path);

Q_SIGNALS:
    void opened(const QString &path);
    void saved(const QString &path);
    void failed(const QString &sentence);
    void refused(const QString &sentence); // the project stays for now

private:
    bool mayChange();
    void leave(const Proceed &proceed);
    void load(const QString &path);
    void saveThen(const Proceed &proceed);
    void saveTo(const QString &path, const Proceed &proceed);
    QMessageBox *askAboutChanges();
    QString startDirectory() const;

    ProjectDocument &m_document;
    AppSettings &m_settings;
    FileDialogs &m_dialogs;
    QWidget *m_window;
    Obstacle m_obstacle;
    Guard m_guard;
};

} // namespace Weir
