// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadactions.h"

#include "core/text/printabletext.h"
#include "engine/load/report/loadreporttexts.h"
#include "engine/load/values/storedplan.h"
#include "gui/load/loadhistorydialog.h"
#include "gui/load/loadpanel.h"
#include "gui/load/loadsheet.h"
#include "gui/load/menddialog.h"
#include "gui/load/reportexport.h"
#include "gui/project/projectplaces.h"
#include "gui/services/appsettings.h"
#include "gui/services/filedialogs.h"
#include "gui/tables/tableworkspace.h"
#include "models/load/loadwording.h"
#include "models/project/projectdocument.h"
#include "models/run/logmodel.h"
#include "models/wording.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace Weir {

LoadActions::LoadActions(LoadPresenter &presenter, Executor &executor, ProjectDocument &document,
                         AppSettings &settings, FileDialogs &dialogs, ProjectPlaces &places,
                         const Theme &theme, QWidget *window)
    : QObject(window)
    , m_presenter(presenter)
    , m_executor(executor)
    , m_document(document)
    , m_settings(settings)
    , m_dialogs(dialogs)
    , m_places(places)
    , m_theme(theme)
    , m_window(window)
    , m_export(new ReportExport(dialogs, executor, window))
{
    connect(&presenter, &LoadPresenter::stateChanged, this, &LoadActions::updateSheet);
    connect(&document, &ProjectDocument::reset, this, &LoadActions::useProject);
    connect(&document, &ProjectDocument::databasesChanged, this, [this] {
        m_presenter.useDatabases(m_document.project().databases);
        if (m_sheet)
            m_sheet->draft().setProject(m_document.project());
        if (m_history)
            m_history->setProject(m_document.project());
    });
    connect(&places, &ProjectPlaces::allowed, this, &LoadActions::updateSheet);
    connect(m_export, &ReportExport::saved, this, &LoadActions::saved);
    connect(m_export, &ReportExport::failed, this, &LoadActions::failed);
}

void LoadActions::connectParts(LoadPanel *panel, TableWorkspace *tables, LogModel &log)
{
    connect(panel, &LoadPanel::loadRequested, this, &LoadActions::chooseFiles);
    connect(panel, &LoadPanel::mendRequested, this, &LoadActions::mend);
    connect(panel, &LoadPanel::folderRequested, this, &LoadActions::openFolder);
    connect(panel, &LoadPanel::exportRequested, this, &LoadActions::exportReport);
    connect(&m_presenter, &LoadPresenter::started, tables, &TableWorkspace::beginRun);
    connect(&m_presenter, &LoadPresenter::rowsCommitted, tables, &TableWorkspace::followShown);
    connect(&m_presenter, &LoadPresenter::completed, tables, &TableWorkspace::refreshAll);
    connect(&m_presenter, &LoadPresenter::undone, tables, &TableWorkspace::refreshAll);
    connect(&m_presenter, &LoadPresenter::completed, this, &LoadActions::tell);
    connect(&m_presenter, &LoadPresenter::undone, this, &LoadActions::tellUndone);
    connect(&m_presenter, &LoadPresenter::forgotten, this, &LoadActions::tellForgotten);
    connect(&m_presenter, &LoadPresenter::failed, this, &LoadActions::failed);
    connect(this, &LoadActions::loaded, &log, &LogModel::note);
    connect(this, &LoadActions::noted, &log, &LogModel::note);
    connect(this, &LoadActions::warned, &log, &LogModel::note);
}

// Nothing of another project's may go on: not its files, its plan or its databases.
void LoadActions::useProject()
{
    m_presenter.clear();
    if (m_sheet)
        m_sheet->draft().setProject(m_document.project());
    updateSheet();
    if (m_history)
        m_history->close();
    for (MendDialog *dialog : mendDialogs()) {
        if (dialog->hasEdits())
            dialog->setSaveOnly();
        else
            dialog->close();
    }
}

void LoadActions::tell(const LoadResult &result)
{
    const Counts counts = result.counts();
    const QLocale locale;
    Q_EMIT loaded(tr("%1 of %2 rows loaded in %3", nullptr, pluralOf(counts.read()))
                      .arg(locale.toString(counts.written()), locale.toString(counts.read()),
                           durationText(result.elapsedNs)));
    for (const QString &note : result.notes)
        Q_EMIT noted(note);
    for (const FileResult &file : result.files) {
        tellSpans(file);
        if (!file.error.isEmpty())
            Q_EMIT failed(file.error);
    }
}

void LoadActions::tellSpans(const FileResult &file)
{
    const QStringList sentences = LoadReportTexts::spans(file.spanned);
    for (int i = 0; i < sentences.size(); ++i) {
        const QString text = fileNameText(file.path) + QStringLiteral(": ") + sentences.at(i);
        if (file.spanned.longest.value(i).isUnclosed)
            Q_EMIT warned(text);
        else
            Q_EMIT noted(text);
    }
}

void LoadActions::tellUndone(const RecordedLoad &load, const UndoResult &result, const QString &error)
{
    const QString text =
        tr("Undone: the load of %1.").arg(fileNameText(load.load.file)) + u' ' + undoText(result);
    const bool isShown = m_history && m_history->isVisible();
    if (!error.isEmpty() && !isShown)
        Q_EMIT failed(error);
    else if (!error.isEmpty())
        Q_EMIT noted(error);
    else if (isWhole(result))
        Q_EMIT loaded(text);
    else if (isShown)
        Q_EMIT noted(text);
    else
        Q_EMIT warned(text);
    for (const QString &example : result.examples)
        Q_EMIT noted(example);
}

void LoadActions::tellForgotten(const RecordedLoad &load, const QString &error)
{
    if (error.isEmpty())
        Q_EMIT noted(tr("Forgotten: the load of %1. Its rows stay.").arg(fileNameText(load.load.file)));
    else if (m_history && m_history->isVisible())
        Q_EMIT noted(error);
    else
        Q_EMIT failed(error);
}

LoadSheet *LoadActions::sheet()
{
    if (!m_sheet) {
        m_sheet = new LoadSheet(m_theme, m_dialogs, m_document.project(), m_executor, m_window);
        m_sheet->setSettings(m_settings.loadSettings());
        const double rate = m_presenter.result() ? m_presenter.progressModel().total().bytesPerSecond : 0;
        if (rate > 0)
            m_sheet->draft().setBytesPerSecond(rate);
        connectSheet();
    }
    updateSheet();
    m_sheet->show();
    m_sheet->raise();
    m_sheet->activateWindow();
    return m_sheet;
}

void LoadActions::connectSheet()
{
    connect(m_sheet, &LoadSheet::loadRequested, this, &LoadActions::load);
    connect(m_sheet, &LoadSheet::knownRequested, this, &LoadActions::askKnown);
    connect(m_sheet, &LoadSheet::knownDropped, this, &LoadActions::dropQuestion);
    connect(m_sheet, &QDialog::finished, this, &LoadActions::dropQuestion);
}

void LoadActions::load(const LoadPlan &plan)
{
    if (m_blocked || !m_places.areAllowed() || !m_presenter.load(plan)) {
        updateSheet();
        return;
    }
    m_settings.setLoadSettings(plan.settings);
    m_sheet->accept();
}

void LoadActions::askKnown(const LoadPlan &plan)
{
    dropQuestion();
    if (!m_places.areAllowed())
        return m_sheet->showError(m_places.sentence());
    const auto answer = [this, number = m_questionNumber,
                         sheet = m_sheet.data()](const LoadController::Known &known) {
        if (number != m_questionNumber) // dropped when it was under way: its answer is not the newer one's
            return;
        if (known)
            sheet->showKnown(*known);
        else
            sheet->showError(known.error().sentence);
    };
    m_question = m_presenter.askKnown(plan, m_sheet, answer);
}

void LoadActions::dropQuestion()
{
    ++m_questionNumber;
    m_question.cancel();
}

void LoadActions::chooseFiles()
{
    if (m_places.admit())
        sheet()->chooseFiles();
}

void LoadActions::loadFiles(const QStringList &paths)
{
    if (m_places.admit())
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
    if (m_presenter.undoProgress())
        m_sheet->setBusy(tr("Rows of a load are being removed: wait until that has ended, or cancel it."));
    else if (m_presenter.isActive())
        m_sheet->setBusy(tr("A load is under way: wait until it has ended, or cancel it."));
    else if (m_blocked)
        m_sheet->setBusy(tr("A run is under way: wait until it has ended, or stop it."));
    else
        m_sheet->setBusy(m_places.sentence());
}

QList<MendDialog *> LoadActions::mendDialogs() const
{
    QList<MendDialog *> dialogs = m_window->findChildren<MendDialog *>();
    dialogs.removeIf([](const MendDialog *dialog) { return !dialog->isVisible(); });
    return dialogs;
}

bool LoadActions::mayClose()
{
    for (MendDialog *dialog : mendDialogs()) {
        if (!dialog->hasEdits())
            continue;
        dialog->raise();
        dialog->activateWindow();
        dialog->reject();
        return false;
    }
    return true;
}

void LoadActions::mend(int file)
{
    const auto &result = m_presenter.result();
    const LoadPlan plan = m_presenter.plan(); // another load may be the last one when the lines are saved
    if (!result || file < 0 || file >= plan.files.size())
        return;
    const SourceFile &loaded = plan.files.at(file);
    const FileResult &cameTo = result->files.at(file);
    for (MendDialog *open : mendDialogs()) {
        if (open->rejectedFile() == cameTo.rejectedFile) {
            open->raise();
            open->activateWindow();
            return;
        }
    }
    auto *dialog = new MendDialog(m_theme, plan.project.entities.value(loaded.entity), loaded, cameTo,
                                  m_executor, m_window);
    connect(dialog, &MendDialog::loadRequested, this,
            [this, plan](const SourceFile &mended) { loadMended(plan, mended); });
    connect(dialog, &MendDialog::saved, this, &LoadActions::saved);
    dialog->show();
}

void LoadActions::loadMended(LoadPlan plan, const SourceFile &file)
{
    plan.files = {file};
    plan.project = m_document.project(); // the same one, but its databases may have other settings by now
    plan.settings.known = LoadSettings::Known::Again;
    if (m_blocked || !m_places.areAllowed() || !m_presenter.load(plan))
        sheet()->addFile(file); // the lines are saved: they wait
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
    if (const auto &result = m_presenter.result(); result && !result->files.isEmpty())
        m_export->ask(*result);
}

void LoadActions::showHistory()
{
    if (!m_places.admit())
        return;
    if (!m_history) {
        m_history = new LoadHistoryDialog(m_theme, m_presenter, m_document.project(), m_window);
        connect(m_history, &LoadHistoryDialog::resumeRequested, this, &LoadActions::resume);
    }
    m_history->show();
    m_history->raise();
    m_history->activateWindow();
}

// The database only says which file it was; which one is read is for the user to say. Its path is shown and
// not suggested: a dialog would look there, and wait for whatever is mounted there.
void LoadActions::resume(const RecordedLoad &load)
{
    const QString file = printableText(QDir::toNativeSeparators(load.load.file));
    m_dialogs.openFile(m_window,
                       {tr("Choose the file to go on with: %1").arg(file), tr("All files (*)"), {}, {}},
                       [this, load](const QString &path) { resumeFrom(path, load.load); });
}

// With the format and the columns it began with: found out again they might be others.
void LoadActions::resumeFrom(const QString &path, const LedgerEntry &load)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    if (file != load.file) {
        Q_EMIT failed(
            tr("This load was of %1, not of %2. Choose that file, or load the other one as a new file.")
                .arg(QDir::toNativeSeparators(load.file), QDir::toNativeSeparators(file)));
        return;
    }
    const auto stored = StoredPlan::parse(load.plan);
    if (!stored) {
        Q_EMIT failed(stored.error().sentence);
        return;
    }
    LoadSettings settings = sheet()->draft().settings();
    settings.ragged = stored->ragged;
    if (settings.policy == LoadSettings::Policy::AllOrNothing) // a part of it stays already
        settings.policy = LoadSettings::Policy::Continue;
    if (!stored->mapping.extraColumns().isEmpty())
        settings.extra = ColumnMapping::Extra::Ignore;
    if (!stored->mapping.missingFields().isEmpty())
        settings.missing = ColumnMapping::Missing::Blank;
    const int entity = m_document.project().entityIndex(load.entity);
    sheet()->setSettings(settings);
    sheet()->addFile({file, {}, entity, stored->format, stored->mapping}, true);
}

} // namespace Weir
