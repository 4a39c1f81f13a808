// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectfiles.h"

#include "core/project/projectfile.h"
#include "engine/run/runcontroller.h"
#include "gui/project/projectplaces.h"
#include "gui/services/appsettings.h"
#include "gui/services/outsidefiles.h"
#include "models/plaintext.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace Weir {

/// What there is to know of a project file before the document becomes it.
struct OpenedProject
{
    Project project;
    OutsideFiles outside;
    bool isMissing = false;
    QString error;
};

namespace {

OpenedProject openedFrom(const QString &path, const QString &dataDirectory)
{
    OpenedProject opened;
    auto project = ProjectFile::load(path);
    if (project) {
        opened.outside = lookOutside(*project, path, dataDirectory);
        opened.project = *std::move(project);
    } else {
        opened.error = project.error().sentence;
        opened.isMissing = !QFileInfo::exists(path);
    }
    return opened;
}

} // namespace

ProjectFiles::ProjectFiles(ProjectDocument &document, AppSettings &settings, FileDialogs &dialogs,
                           ProjectPlaces &places, RunController &runs, QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_places(places)
    , m_runs(runs)
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
    cancelOpening();
    const QString suggestion = m_document.path().isEmpty()
        ? startDirectory() + u'/' + tr("untitled") + QStringLiteral(".weir")
        : m_document.path();
    m_dialogs.saveFile(
        m_window, {tr("Save project as"), tr("Weir projects (*.weir)"), QStringLiteral("weir"), suggestion},
        [this](const QString &path) { saveTo(path, [] {}); });
}

void ProjectFiles::guard(const Proceed &proceed)
{
    cancelOpening();
    if (isSaving())
        m_afterSaving = proceed;
    else if (m_document.isModified())
        askForChanges(proceed);
    else
        guardRest(proceed);
}

void ProjectFiles::askForChanges(const Proceed &proceed)
{
    QMessageBox *box = askAboutChanges();
    connect(box, &QMessageBox::buttonClicked, this, [this, box, proceed](QAbstractButton *button) {
        const auto answer = box->standardButton(button);
        if (answer == QMessageBox::Save)
            saveThen([this, proceed] { guard(proceed); }); // there may be new changes by then
        else if (answer == QMessageBox::Discard)
            guardRest(proceed);
    });
    box->open();
}

void ProjectFiles::guardRest(const Proceed &proceed)
{
    if (m_guard)
        m_guard(proceed);
    else
        proceed();
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
    cancelOpening();
    const QString suggestion = startDirectory() + u'/' + tr("untitled") + QStringLiteral(".weir");
    m_dialogs.saveFile(m_window,
                       {tr("Save project"), tr("Weir projects (*.weir)"), QStringLiteral("weir"), suggestion},
                       [this, proceed](const QString &path) { saveTo(path, proceed); });
}

// A deed: the window may close, and the changes are in the file all the same.
void ProjectFiles::saveTo(const QString &path, const Proceed &proceed)
{
    const auto write = [path, project = m_document.project()](const std::stop_token &) {
        return ProjectFile::save(project, path);
    };
    const auto answer = [this, path, proceed, number = ++m_saves,
                         revision = m_document.revision()](const Expected<void> &saved) {
        if (saved && number > m_lastSaved) { // two places may be done in either order
            m_lastSaved = number;
            m_document.setSaved(path, revision);
        }
        handleSaved(path, saved ? QString() : saved.error().sentence, proceed);
    };
    ++m_saving;
    m_savingPath = path;
    tellWork();
    m_runs.executor().run(Executor::file(path, this, Executor::Duty::Deed), write, answer);
}

void ProjectFiles::handleSaved(const QString &path, const QString &error, const Proceed &proceed)
{
    --m_saving;
    tellWork();
    if (!error.isEmpty()) {
        m_afterSaving = {}; // whoever waits would lose what is not saved
        Q_EMIT failed(error);
        return;
    }
    m_settings.addRecentProject(path);
    Q_EMIT saved(path);
    proceed();
    if (m_afterSaving && !isSaving())
        guard(std::exchange(m_afterSaving, {}));
}

void ProjectFiles::load(const QString &path)
{
    if (!mayChange())
        return;
    cancelOpening(); // begun while the dialog was open
    m_openingPath = path;
    m_places.setHeld(true);
    tellWork();
    const auto work = [path, directory = m_runs.dataDirectory()](const std::stop_token &) {
        return openedFrom(path, directory);
    };
    const auto answer = [this, path, number = m_openings,
                         revision = m_document.revision()](const OpenedProject &opened) {
        if (number == m_openings)
            handleOpened(path, opened, revision);
    };
    m_opening = m_runs.executor().run(Executor::file(path, this, Executor::Duty::Question), work, answer);
}

// What is asked next is about the project as it is: no other one may take its place meanwhile.
void ProjectFiles::cancelOpening()
{
    ++m_openings;
    m_opening.cancel();
    if (m_openingPath.isEmpty())
        return;
    m_openingPath.clear();
    m_places.setHeld(false);
    tellWork();
}

// The user has agreed to let go of what the project was then, and of no later change.
void ProjectFiles::handleOpened(const QString &path, const OpenedProject &project, quint64 revision)
{
    m_openingPath.clear();
    tellWork();
    const auto proceed = [this, path, project] {
        use(path, project);
    };
    if (!project.error.isEmpty())
        handleUnreadable(path, project);
    else if (revision == m_document.revision() && !isSaving())
        guardRest(proceed);
    else
        guard(proceed);
    m_places.setHeld(false);
}

void ProjectFiles::handleUnreadable(const QString &path, const OpenedProject &project)
{
    if (project.isMissing)
        m_settings.removeRecentProject(path);
    Q_EMIT failed(project.error);
}

void ProjectFiles::use(const QString &path, const OpenedProject &project)
{
    if (!mayChange())
        return;
    m_places.expect(project.outside);
    m_document.use(project.project, path);
    m_settings.addRecentProject(path);
    Q_EMIT opened(path);
}

void ProjectFiles::tellWork()
{
    if (isSaving())
        Q_EMIT working(tr("Saving %1…").arg(QDir::toNativeSeparators(m_savingPath)));
    else if (!m_openingPath.isEmpty())
        Q_EMIT working(tr("Opening %1…").arg(QDir::toNativeSeparators(m_openingPath)));
    else
        Q_EMIT working({});
}

QString ProjectFiles::startDirectory() const
{
    if (!m_document.path().isEmpty())
        return QFileInfo(m_document.path()).absolutePath();
    const QStringList recent = m_settings.recentProjects();
    if (!recent.isEmpty())
        return QFileInfo(recent.first()).absolutePath();
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

bool ProjectFiles::isProjectFile(const QString &path)
{
    return path.endsWith(QLatin1String(".weir"), Qt::CaseInsensitive);
}

} // namespace Weir
