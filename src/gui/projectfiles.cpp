// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/projectfiles.h"

#include "gui/appsettings.h"
#include "models/plaintext.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace Weir {

ProjectFiles::ProjectFiles(ProjectDocument &document, AppSettings &settings, FileDialogs &dialogs,
                           QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_window(window)
{}

void ProjectFiles::newSample()
{
    leave([this] { m_document.newSample(); });
}

void ProjectFiles::open()
{
    leave([this] {
        m_dialogs.openFile(
            m_window, {tr("Open project"), tr("Weir projects (*.weir);;All files (*)"), {}, startDirectory()},
            [this](const QString &path) { load(path); });
    });
}

void ProjectFiles::openPath(const QString &path)
{
    leave([this, path] { load(path); });
}

void ProjectFiles::setGuards(const Obstacle &obstacle, const Guard &guard)
{
    m_obstacle = obstacle;
    m_guard = guard;
}

bool ProjectFiles::mayChange()
{
    const QString obstacle = m_obstacle ? m_obstacle() : QString();
    if (!obstacle.isEmpty())
        Q_EMIT refused(obstacle);
    return obstacle.isEmpty();
}

// Asked again after the questions: work may have begun meanwhile.
void ProjectFiles::leave(const Proceed &proceed)
{
    if (!mayChange())
        return;
    guard([this, proceed] {
        if (mayChange())
            proceed();
    });
}

void ProjectFiles::save()
{
    saveThen([] {});
}

void ProjectFiles::saveAs()
{
    const QString suggestion = m_document.path().isEmpty()
        ? startDirectory() + u'/' + tr("untitled") + QStringLiteral(".weir")
        : m_document.path();
    m_dialogs.saveFile(
        m_window, {tr("Save project as"), tr("Weir projects (*.weir)"), QStringLiteral("weir"), suggestion},
        [this](const QString &path) { saveTo(path, [] {}); });
}

void ProjectFiles::guard(const Proceed &proceed)
{
    const auto guardRest = [this, proceed] {
        if (m_guard)
            m_guard(proceed);
        else
            proceed();
    };
    if (!m_document.isModified()) {
        guardRest();
        return;
    }
    QMessageBox *box = askAboutChanges();
    connect(box, &QMessageBox::buttonClicked, this, [this, box, guardRest](QAbstractButton *button) {
        const auto answer = box->standardButton(button);
        if (answer == QMessageBox::Save)
            saveThen(guardRest);
        else if (answer == QMessageBox::Discard)
            guardRest();
    });
    box->open();
}

QMessageBox *ProjectFiles::askAboutChanges()
{
    // The newer question counts.
    delete m_window->findChild<QMessageBox *>(QStringLiteral("unsavedChangesBox"));
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Unsaved changes"),
                                tr("Save the changes to “%1”?").arg(shortText(m_document.displayName(), 80)),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setObjectName(QStringLiteral("unsavedChangesBox"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("If you do not save them, they are lost."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Save);
    return box;
}

void ProjectFiles::saveThen(const Proceed &proceed)
{
    if (!m_document.path().isEmpty()) {
        saveTo(m_document.path(), proceed);
        return;
    }
    const QString suggestion = startDirectory() + u'/' + tr("untitled") + QStringLiteral(".weir");
    m_dialogs.saveFile(m_window,
                       {tr("Save project"), tr("Weir projects (*.weir)"), QStringLiteral("weir"), suggestion},
                       [this, proceed](const QString &path) { saveTo(path, proceed); });
}

void ProjectFiles::saveTo(const QString &path, const Proceed &proceed)
{
    if (const auto result = m_document.saveAs(path); !result) {
        Q_EMIT failed(result.error().sentence);
        return;
    }
    m_settings.addRecentProject(path);
    Q_EMIT saved(path);
    proceed();
}

void ProjectFiles::load(const QString &path)
{
    if (!mayChange())
        return;
    if (const auto result = m_document.open(path); !result) {
        if (!QFileInfo::exists(path))
            m_settings.removeRecentProject(path);
        Q_EMIT failed(result.error().sentence);
        return;
    }
    m_settings.addRecentProject(path);
    Q_EMIT opened(path);
}

QString ProjectFiles::startDirectory() const
{
    if (!m_document.path().isEmpty())
        return QFileInfo(m_document.path()).absolutePath();
    const QStringList recent = m_settings.recentProjects();
    if (!recent.isEmpty() && QFileInfo(recent.first()).dir().exists())
        return QFileInfo(recent.first()).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

bool ProjectFiles::isProjectFile(const QString &path)
{
    return path.endsWith(QLatin1String(".weir"), Qt::CaseInsensitive);
}

} // namespace Weir
