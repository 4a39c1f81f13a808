// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectplaces.h"

#include "core/text/printabletext.h"
#include "engine/run/runcontroller.h"
#include "gui/services/appsettings.h"
#include "gui/tables/tableworkspace.h"
#include "gui/widgets/infobar.h"
#include "models/project/projectdocument.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace Weir {

namespace {

/// The end of a path tells more than its beginning.
QString shownPath(const QString &path)
{
    constexpr qsizetype Longest = 64;
    const QString text = printableText(QDir::toNativeSeparators(path));
    return text.size() <= Longest ? text : QChar(0x2026) + text.right(Longest);
}

} // namespace

ProjectPlaces::ProjectPlaces(RunController &runs, ProjectDocument &document, AppSettings &settings,
                             QWidget *window)
    : QObject(window)
    , m_runs(runs)
    , m_document(document)
    , m_settings(settings)
    , m_window(window)
{
    connect(&document, &ProjectDocument::reset, this, &ProjectPlaces::take);
    connect(&document, &ProjectDocument::databasesChanged, this, &ProjectPlaces::open);
}

void ProjectPlaces::connectParts(TableWorkspace *tables, InfoBar *infoBar)
{
    m_tables = tables;
    m_infoBar = infoBar;
    connect(tables, &TableWorkspace::withheldAllowRequested, this, &ProjectPlaces::ask);
}

// A project without a file was made in this window.
void ProjectPlaces::take()
{
    delete question();
    m_withheld = std::exchange(m_expected, {});
    if (!areAllowed() && m_settings.isPlaceAllowed(m_withheld.mark))
        m_withheld = {};
}

bool ProjectPlaces::admit()
{
    if (areAllowed())
        return true;
    m_infoBar->showMessage(InfoBar::Severity::Warning, sentence(), tr("&Allow…"), [this] { ask(); });
    return false;
}

QString ProjectPlaces::sentence() const
{
    if (areAllowed())
        return {};
    return tr(
        "This project works on files outside its folder and the data folder. Nothing is read or written "
        "there until you allow it.");
}

void ProjectPlaces::ask()
{
    if (areAllowed())
        return;
    delete question();
    constexpr qsizetype MostNamed = 6;
    QStringList lines;
    QStringList all;
    for (const QString &file : std::as_const(m_withheld.files)) {
        all.append(printableText(QDir::toNativeSeparators(file)));
        if (lines.size() < MostNamed)
            lines.append(shownPath(file));
    }
    if (all.size() > MostNamed)
        lines.append(QStringLiteral("…"));
    auto *box = new QMessageBox(
        QMessageBox::Warning, tr("Files outside the project's folder"),
        tr("“%1” works on files outside its folder. Open them?").arg(shownPath(m_document.displayName())),
        QMessageBox::NoButton, m_window);
    box->setObjectName(QStringLiteral("outsideFilesBox"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        lines.join(u'\n') + QStringLiteral("\n\n")
        + tr("Weir would read and write these files, and make those that are missing. Open them only if you "
             "trust the project."));
    if (all.size() > MostNamed)
        box->setDetailedText(all.join(u'\n'));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *open = box->addButton(tr("&Open Them"), QMessageBox::AcceptRole);
    QPushButton *notNow = box->addButton(tr("&Not Now"), QMessageBox::RejectRole);
    box->setDefaultButton(notNow);
    box->setEscapeButton(notNow);
    connect(box, &QMessageBox::finished, this, [this, box, open] {
        if (box->clickedButton() == open)
            allow();
    });
    box->open();
}

QMessageBox *ProjectPlaces::question() const
{
    return m_window->findChild<QMessageBox *>(QStringLiteral("outsideFilesBox"));
}

void ProjectPlaces::allow()
{
    m_settings.allowPlace(m_withheld.mark);
    m_withheld = {};
    m_infoBar->hide();
    open();
    Q_EMIT allowed();
}

void ProjectPlaces::setHeld(bool held)
{
    m_isHeld = held;
    if (!held && m_isDue)
        open();
}

// Several databases may change in one step: they are taken up together.
void ProjectPlaces::open()
{
    m_tables->setWithheld(sentence());
    m_isDue = m_isHeld;
    if (m_isAsked || m_isHeld || !areAllowed())
        return;
    m_isAsked = true;
    const auto ask = [this] {
        m_isAsked = false;
        m_isDue = m_isHeld;
        if (m_isHeld || !areAllowed()) // another project meanwhile
            return;
        m_runs.useProject(m_document.project(), {this}, [this](const Expected<void> &used) {
            if (!used)
                Q_EMIT failed(used.error().sentence);
        });
    };
    QMetaObject::invokeMethod(this, ask, Qt::QueuedConnection);
}

} // namespace Weir
