// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadsheet.h"

#include "gui/load/loadfileeditor.h"
#include "gui/load/loadoptionseditor.h"
#include "gui/project/droptarget.h"
#include "gui/services/filedialogs.h"
#include "gui/widgets/gridsetup.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/problemdelegate.h"
#include "models/load/loadwording.h"
#include "models/plaintext.h"
#include "models/wording.h"
#include "ui_loadsheet.h"

#include <QFileInfo>
#include <QLocale>
#include <QScreen>
#include <QStandardPaths>
#include <QStyle>

#include <algorithm>
#include <utility>

namespace Weir {

namespace {

QString sentenceOf(const RecordedLoad &known)
{
    const LedgerEntry &load = known.load;
    const QLocale locale;
    const QString name = fileNameText(load.file);
    const QString when = locale.toString(load.started.toLocalTime(), QLocale::ShortFormat);
    const QString rows = locale.toString(load.counts.written());
    const int plural = pluralOf(load.counts.written());
    const QString text = load.state == LoadState::Running
        ? LoadSheet::tr("The load of %1 that began on %2 is not finished; it wrote %3 rows.", nullptr, plural)
        : LoadSheet::tr("%1 was loaded already, on %2: it wrote %3 rows.", nullptr, plural);
    return text.arg(name, when, rows);
}

} // namespace

LoadSheet::LoadSheet(const Theme &theme, FileDialogs &dialogs, const Project &project, Executor &executor,
                     QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::LoadSheet>())
    , m_dialogs(dialogs)
    , m_draft(project, executor)
{
    ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(size().boundedTo(screen()->availableSize() - QSize(40, 60)));
    m_editor = new LoadFileEditor(theme, m_draft, ui->splitter);
    m_options = new LoadOptionsEditor(dialogs, ui->optionsPage);
    ui->splitter->addWidget(m_editor);
    ui->splitter->setSizes({380, 620});
    ui->splitter->setStretchFactor(1, 1);
    ui->optionsPageLayout->addWidget(m_options);
    ui->filesView->setModel(&m_draft);
    ui->filesView->setItemDelegate(new ProblemDelegate(theme, LoadDraft::ProblemRole, this));
    setUpGrid(ui->filesView);
    applyIcons(theme, this);
    ui->infoBar->hide();
    connectButtons();
    updateStatus();
}

LoadSheet::~LoadSheet()
{
    // The editors look into the draft.
    disconnect(ui->filesView->selectionModel(), nullptr, this, nullptr);
    delete m_editor;
    ui->filesView->setModel(nullptr);
}

void LoadSheet::connectButtons()
{
    auto *drops = new DropTarget(this, DropTarget::Takes::Files);
    connect(drops, &DropTarget::filesDropped, this, &LoadSheet::addFiles);
    connect(ui->addButton, &QPushButton::clicked, this, &LoadSheet::chooseFiles);
    connect(ui->removeButton, &QPushButton::clicked, this,
            [this] { m_draft.removeFile(ui->filesView->currentIndex().row()); });
    connect(ui->filesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { showFile(current.row()); });
    // Rows below a removed one move up: the editor must not keep the number.
    connect(&m_draft, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_editor->setFile(-1); });
    connect(&m_draft, &QAbstractItemModel::rowsRemoved, this, [this] {
        const int last = m_draft.rowCount() - 1;
        const int row = std::min(ui->filesView->currentIndex().row(), last);
        showFile(row < 0 ? last : row);
    });
    connect(&m_draft, &LoadDraft::changed, this, &LoadSheet::draftChanged);
    connect(m_options, &LoadOptionsEditor::changed, this,
            [this] { m_draft.setSettings(m_options->settings()); });
    connect(ui->loadButton, &QPushButton::clicked, this, &LoadSheet::start);
    connect(ui->closeButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(ui->resumeButton, &QPushButton::clicked, this, [this] { load(LoadSettings::Known::Resume); });
    connect(ui->againButton, &QPushButton::clicked, this, [this] { load(LoadSettings::Known::Again); });
    connect(ui->keepOutButton, &QPushButton::clicked, this, [this] {
        ui->infoBar->hide();
        updateStatus();
    });
}

void LoadSheet::chooseFiles()
{
    const QString beside = m_draft.rowCount() > 0
        ? QFileInfo(m_draft.file(0).path).absolutePath()
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_dialogs.openFiles(this,
                        {tr("Files to load"),
                         tr("Delimited text (*.csv *.tsv *.tab *.psv *.txt *.dat *.gz *.zst);;All files (*)"),
                         {},
                         beside},
                        [this](const QStringList &paths) { addFiles(paths); });
}

void LoadSheet::addFiles(const QStringList &paths)
{
    const int before = m_draft.rowCount();
    m_draft.addFiles(paths);
    selectAdded(before);
}

void LoadSheet::addFile(const SourceFile &file, bool resumes)
{
    const int before = m_draft.rowCount();
    m_draft.addFile(file, resumes);
    selectAdded(before);
}

void LoadSheet::selectAdded(int before)
{
    if (m_draft.rowCount() > before)
        ui->filesView->setCurrentIndex(m_draft.index(before, 0));
}

void LoadSheet::setSettings(const LoadSettings &settings)
{
    m_options->setSettings(settings);
    m_draft.setSettings(m_options->settings());
}

void LoadSheet::showFile(int row)
{
    m_editor->setFile(row);
    ui->removeButton->setEnabled(row >= 0);
}

void LoadSheet::draftChanged()
{
    m_error.clear();
    if (std::exchange(m_asking, false))
        Q_EMIT knownDropped();
    ui->infoBar->hide();
    fitGrid(ui->filesView);
    updateStatus();
}

void LoadSheet::setBusy(const QString &why)
{
    m_busy = why;
    updateStatus();
}

void LoadSheet::updateStatus()
{
    const QString problem = m_draft.problem();
    QString text = m_draft.estimate();
    bool wrong = true;
    if (m_asking)
        text = tr("Looking whether these files were loaded before…");
    else if (!m_error.isEmpty())
        text = m_error;
    else if (!problem.isEmpty())
        text = problem;
    else if (!m_busy.isEmpty())
        text = m_busy;
    else
        wrong = false;
    ui->statusLabel->setText(text);
    ui->statusLabel->setAccessibleName(text);
    const bool bad = wrong && !m_asking && m_draft.rowCount() > 0;
    ui->statusLabel->setProperty("role", bad ? QStringLiteral("problem") : QStringLiteral("muted"));
    style()->unpolish(ui->statusLabel);
    style()->polish(ui->statusLabel);
    const bool canLoad = problem.isEmpty() && m_busy.isEmpty() && !m_asking && ui->infoBar->isHidden();
    ui->loadButton->setEnabled(canLoad);
    for (QPushButton *button : {ui->resumeButton, ui->againButton})
        button->setEnabled(m_busy.isEmpty());
    ui->loadButton->setToolTip(canLoad ? QString() : plainToolTip(text));
    ui->removeButton->setEnabled(ui->filesView->currentIndex().isValid());
}

void LoadSheet::start()
{
    if (m_draft.resumes()) { // that was the question
        load(LoadSettings::Known::Resume);
        return;
    }
    m_asking = true;
    m_error.clear();
    updateStatus();
    Q_EMIT knownRequested(m_draft.plan());
}

void LoadSheet::showKnown(const std::vector<std::optional<RecordedLoad>> &known)
{
    if (!m_asking) // the files have changed since the question
        return;
    m_asking = false;
    QStringList sentences;
    bool unfinished = false;
    for (const std::optional<RecordedLoad> &load : known) {
        if (!load)
            continue;
        sentences.append(sentenceOf(*load));
        unfinished = unfinished || load->load.state == LoadState::Running;
    }
    if (sentences.isEmpty()) {
        load(LoadSettings::Known::Stop);
        return;
    }
    ui->knownLabel->setText(sentences.join(u'\n'));
    ui->resumeButton->setVisible(unfinished);
    ui->infoBar->show();
    (unfinished ? ui->resumeButton : ui->keepOutButton)->setFocus(Qt::OtherFocusReason);
    updateStatus();
}

void LoadSheet::showError(const QString &sentence)
{
    m_asking = false;
    m_error = sentence;
    updateStatus();
}

void LoadSheet::load(LoadSettings::Known known)
{
    LoadPlan plan = m_draft.plan();
    plan.settings.known = known;
    Q_EMIT loadRequested(plan);
}

void LoadSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        updateStatus();
    }
    QDialog::changeEvent(event);
}

} // namespace Weir
