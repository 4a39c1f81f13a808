// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/loadactions.h"

#include "engine/load/loadreport.h"
#include "gui/filedialogs.h"
#include "gui/loadhistorydialog.h"
#include "gui/loadpanel.h"
#include "gui/loadsheet.h"
#include "gui/menddialog.h"
#include "gui/tableworkspace.h"
#include "models/logmodel.h"
#include "models/projectdocument.h"
#include "models/wording.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QUrl>

namespace Weir {

LoadActions::LoadActions(LoadPresenter &presenter, ProjectDocument &document, FileDialogs &dialogs,
                         const Theme &theme, QWidget *window)
    : QObject(window)
    , m_presenter(presenter)
    , m_document(document)
    , m_dialogs(dialogs)
    , m_theme(theme)
    , m_window(window)
{
    connect(&presenter, &LoadPresenter::stateChanged, this, &LoadActions::updateSheet);
    const auto update = [this] {
        if (m_sheet)
            m_sheet->draft().setProject(m_document.project());
    };
    connect(&document, &ProjectDocument::reset, this, update);
    connect(&document, &ProjectDocument::databasesChanged, this, update);
}

void LoadActions::connectParts(LoadPanel *panel, TableWorkspace *tables, LogModel &log)
{
    connect(panel, &LoadPanel::loadRequested, this, &LoadActions::chooseFiles);
    connect(panel, &LoadPanel::mendRequested, this, &LoadActions::mend);
    connect(panel, &LoadPanel::folderRequested, this, &LoadActions::openFolder);
    connect(panel, &LoadPanel::exportRequested, this, &LoadActions::exportReport);
    connect(&m_presenter, &LoadPresenter::started, tables, &TableWorkspace::beginRun);
    connect(&m_presenter, &LoadPresenter::rowsCommitted, tables, &TableWorkspace::refreshShown);
    connect(&m_presenter, &LoadPresenter::completed, tables, &TableWorkspace::refreshAll);
    connect(&m_presenter, &LoadPresenter::undone, tables, &TableWorkspace::refreshAll);
    connect(&m_presenter, &LoadPresenter::completed, this, &LoadActions::tell);
    connect(&m_presenter, &LoadPresenter::failed, this, &LoadActions::failed);
    connect(this, &LoadActions::loaded, &log, &LogModel::note);
    connect(this, &LoadActions::noted, &log, &LogModel::note);
}

void LoadActions::tell(const LoadResult &result)
{
    const Counts counts = result.counts();
    const QLocale locale;
    Q_EMIT loaded(tr("%1 of %2 rows loaded in %3")
                      .arg(locale.toString(counts.inserted), locale.toString(counts.read()),
                           durationText(result.elapsedNs)));
    for (const QString &note : result.notes)
        Q_EMIT noted(note);
    for (const FileResult &file : result.files) {
        if (!file.error.isEmpty())
            Q_EMIT failed(file.error);
    }
}

LoadSheet *LoadActions::sheet()
{
    if (!m_sheet) {
        m_sheet = new LoadSheet(m_theme, m_dialogs, m_document.project(), m_window);
        if (const auto &result = m_presenter.result(); result && result->elapsedNs > 0) {
            const double rate = m_presenter.progressModel().total().bytesPerSecond;
            if (rate > 0)
                m_sheet->draft().setBytesPerSecond(rate);
        }
        connect(m_sheet, &LoadSheet::loadRequested, &m_presenter, &LoadPresenter::load);
        connect(m_sheet, &LoadSheet::knownRequested, this, [this, asker = m_sheet](const LoadPlan &plan) {
            m_presenter.askKnown(plan, [asker](const Expected<std::vector<std::optional<KnownLoad>>> &known) {
                if (!asker)
                    return;
                if (known)
                    asker->showKnown(*known);
                else
                    asker->showError(known.error().sentence);
            });
        });
    }
    updateSheet();
    m_sheet->show();
    m_sheet->raise();
    m_sheet->activateWindow();
    return m_sheet;
}

void LoadActions::chooseFiles()
{
    sheet()->chooseFiles();
}

void LoadActions::loadFiles(const QStringList &paths)
{
    sheet()->addFiles(paths);
}

void LoadActions::setBlocked(bool blocked)
{
    m_blocked = blocked;
    updateSheet();
}

void LoadActions::updateSheet()
{
    if (!m_sheet)
        return;
    if (m_presenter.isActive())
        m_sheet->setBusy(tr("A load is under way: wait until it has ended, or cancel it."));
    else if (m_blocked)
        m_sheet->setBusy(tr("A run is under way: wait until it has ended, or stop it."));
    else
        m_sheet->setBusy({});
}

void LoadActions::mend(int file)
{
    const auto &result = m_presenter.result();
    const LoadPlan &plan = m_presenter.plan();
    if (!result || file < 0 || file >= plan.files.size())
        return;
    const LoadFile &loaded = plan.files.at(file);
    auto *dialog = new MendDialog(m_theme, plan.project.entities.value(loaded.entity), loaded,
                                  result->files.value(file).rejectedFile, m_window);
    connect(dialog, &MendDialog::loadRequested, this, &LoadActions::loadMended);
    dialog->show();
}

void LoadActions::loadMended(const LoadFile &file)
{
    if (m_presenter.isActive() || m_blocked) { // the lines are saved: they wait on the sheet
        loadFiles({file.path});
        return;
    }
    LoadPlan plan = m_presenter.plan();
    plan.files = {file};
    plan.settings.known = LoadSettings::Known::Again;
    m_presenter.load(plan);
}

void LoadActions::openFolder(int file)
{
    const auto &result = m_presenter.result();
    if (!result)
        return;
    const QString folder = QFileInfo(result->files.value(file).rejectedFile).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        Q_EMIT failed(tr("The folder %1 could not be opened. Open it with a file manager.")
                          .arg(QDir::toNativeSeparators(folder)));
}

void LoadActions::exportReport()
{
    const auto &result = m_presenter.result();
    if (!result || result->files.isEmpty())
        return;
    const QString folder = QFileInfo(result->files.first().path).absolutePath();
    m_dialogs.saveFile(m_window,
                       {tr("Export report"), tr("Web pages (*.html);;JSON (*.json);;CSV (*.csv)"),
                        QStringLiteral("html"), folder + QStringLiteral("/load-report.html")},
                       [this](const QString &path) { writeReport(path); });
}

void LoadActions::writeReport(const QString &path)
{
    const auto &result = m_presenter.result();
    if (!result)
        return;
    const QString suffix = QFileInfo(path).suffix().toLower();
    const QByteArray text = suffix == QLatin1String("json") ? loadReportJson(*result)
        : suffix == QLatin1String("csv")                    ? loadReportCsv(*result)
                                                            : loadReportHtml(*result);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        Q_EMIT failed(tr("The report could not be saved as %1: %2. Choose another place.")
                          .arg(QDir::toNativeSeparators(path), file.errorString()));
        return;
    }
    Q_EMIT saved(path);
}

void LoadActions::showHistory()
{
    auto *dialog = new LoadHistoryDialog(m_theme, m_presenter, m_document.project(), m_window);
    connect(dialog, &LoadHistoryDialog::resumeRequested, this, &LoadActions::resume);
    dialog->show();
}

void LoadActions::resume(const KnownLoad &load)
{
    sheet()->addFiles({load.load.file}, m_document.project().entityIndex(load.load.entity));
}

} // namespace Weir
