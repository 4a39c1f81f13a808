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
    ProjectFiles(ProjectDocument &document, AppSettings &settings, FileDialogs &dialogs, QWidget *window);

    void newSample();
    void open();
    void openPath(const QString &path); // asks about unsaved changes first
    void save();
    void saveAs();
    /// Calls `proceed` when nothing would be lost: at once, after saving, or when the user lets it go.
    void guard(const std::function<void()> &proceed);

    bool hasUnsavedChanges() const { return m_document.isModified(); }
    static bool isProjectFile(const QString &path);

Q_SIGNALS:
    void opened(const QString &path);
    void saved(const QString &path);
    void failed(const QString &sentence);

private:
    void load(const QString &path);
    void saveThen(const std::function<void()> &proceed);
    void saveTo(const QString &path, const std::function<void()> &proceed);
    QMessageBox *askAboutChanges();
    QString startDirectory() const;

    ProjectDocument &m_document;
    AppSettings &m_settings;
    FileDialogs &m_dialogs;
    QWidget *m_window;
};

} // namespace Weir
