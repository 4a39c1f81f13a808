// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/load/loadpanel.h"

#include "gui/services/processmemory.h"
#include "gui/widgets/gridsetup.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/mnemonic.h"
#include "gui/widgets/progressdelegate.h"
#include "models/load/loadwording.h"
#include "models/plaintext.h"
#include "models/wording.h"
#include "ui_loadpanel.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace Weir {

namespace {

constexpr qint64 MemoryIntervalMs = 500;
constexpr int BarSteps = 1000;

} // namespace

LoadPanel::LoadPanel(const Theme &theme, LoadPresenter &presenter, QWidget *parent)
    : QWidget(parent)
    , ui(std::make_unique<Ui::LoadPanel>())
    , m_presenter(presenter)
    , m_texts(presenter)
{
    ui->setupUi(this);
    ui->emptyState->setTheme(theme);
    m_filter.setSourceModel(&presenter.reasonsModel());
    setUpViews(theme);
    applyIcons(theme, this);
    connectActions();
    connectFilter();
    connect(&presenter, &LoadPresenter::started, this, &LoadPanel::begin);
    connect(&presenter, &LoadPresenter::cleared, this, &LoadPanel::updateResult);
    connect(&presenter, &LoadPresenter::stateChanged, this, &LoadPanel::updateState);
    connect(&presenter, &LoadPresenter::progressed, this, &LoadPanel::updateFigures);
    connect(&presenter, &LoadPresenter::completed, this, &LoadPanel::updateResult);
    retranslate();
}

LoadPanel::~LoadPanel() = default;

void LoadPanel::setUpViews(const Theme &theme)
{
    ui->filesView->setModel(&m_presenter.progressModel());
    ui->filesView->setItemDelegate(new ProgressDelegate(theme, this));
    ui->groupsView->setModel(&m_presenter.groupsModel());
    ui->reasonsView->setModel(&m_filter);
    ui->reasonsView->horizontalHeader()->setSortIndicatorClearable(true);
    ui->reasonsView->horizontalHeader()->setSectionResizeMode(ReasonsModel::Message, QHeaderView::Stretch);
    ui->reasonsView->sortByColumn(-1, Qt::AscendingOrder);
    for (QTableView *view : {ui->filesView, ui->groupsView, ui->reasonsView})
        setUpGrid(view);
    ui->reasonsView->horizontalHeader()->setStretchLastSection(false);
    ui->filesView->horizontalHeader()->setStretchLastSection(false);
    // A narrow window scrolls before it squeezes the progress out of sight.
    ui->filesView->horizontalHeader()->setMinimumSectionSize(fontMetrics().horizontalAdvance(u'0') * 8);
    ui->filesView->horizontalHeader()->setSectionResizeMode(LoadProgressModel::Progress,
                                                            QHeaderView::Stretch);
}

void LoadPanel::connectActions()
{
    const std::pair<QToolButton *, QAction *> buttons[] = {
        {ui->pauseButton, ui->actionPause},   {ui->stopButton, ui->actionCancel},
        {ui->resumeButton, ui->actionResume}, {ui->mendButton, ui->actionMend},
        {ui->folderButton, ui->actionFolder}, {ui->exportButton, ui->actionExport}};
    keepIconTextsPlain(this);
    for (const auto &[button, action] : buttons)
        button->setDefaultAction(action);
    ui->actionPause->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    ui->actionCancel->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Escape));
    ui->actionResume->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_G));
    ui->actionMend->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    ui->actionExport->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    connect(ui->actionPause, &QAction::triggered, &m_presenter, &LoadPresenter::setPaused);
    connect(ui->actionCancel, &QAction::triggered, &m_presenter, &LoadPresenter::stop);
    connect(ui->actionResume, &QAction::triggered, &m_presenter, &LoadPresenter::resumeStopped);
    connect(ui->actionMend, &QAction::triggered, this, [this] { Q_EMIT mendRequested(currentFile()); });
    connect(ui->actionFolder, &QAction::triggered, this, [this] { Q_EMIT folderRequested(currentFile()); });
    connect(ui->actionExport, &QAction::triggered, this, &LoadPanel::exportRequested);
    connect(ui->emptyState, &EmptyState::buttonClicked, this, &LoadPanel::loadRequested);
    connect(ui->filesView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &LoadPanel::updateActions);
    connect(ui->groupsView, &QAbstractItemView::activated, this, &LoadPanel::showGroup);
}

void LoadPanel::connectFilter()
{
    connect(ui->filterEdit, &QLineEdit::textChanged, &m_filter, &ReasonsFilterModel::setText);
    connect(ui->fileCombo, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_filter.setFile(index - 1); });
    connect(ui->ruleCombo, &QComboBox::currentIndexChanged, this, [this] {
        const QStringList group = ui->ruleCombo->currentData().toStringList();
        m_filter.setGroup(group.value(0), group.value(1));
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &LoadPanel::updateReasonCount);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &LoadPanel::updateReasonCount);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &LoadPanel::updateReasonCount);
}

void LoadPanel::setLoadShortcut(const QString &shortcut)
{
    m_shortcut = shortcut;
    retranslate();
}

int LoadPanel::currentFile() const
{
    if (ui->filesView->currentIndex().isValid() || !m_presenter.result())
        return ui->filesView->currentIndex().row();
    const QList<FileResult> &files = m_presenter.result()->files;
    const auto found = std::find_if(files.cbegin(), files.cend(),
                                    [](const FileResult &file) { return !file.rejectedFile.isEmpty(); });
    return found == files.cend() ? -1 : static_cast<int>(found - files.cbegin());
}

void LoadPanel::focusFiles()
{
    if (ui->stack->currentWidget() == ui->emptyState || !ui->tabs->isVisible())
        ui->emptyState->findChild<QPushButton *>()->setFocus(Qt::ShortcutFocusReason);
    else if (QTableView *view = ui->tabs->currentWidget()->findChild<QTableView *>())
        view->setFocus(Qt::ShortcutFocusReason);
}

bool LoadPanel::focusFilter()
{
    if (!ui->reasonsPage->isVisible())
        return false;
    ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    ui->filterEdit->selectAll();
    return true;
}

void LoadPanel::begin()
{
    if (m_presenter.undoProgress()) // the last load stays
        return;
    fillFilters();
    ui->filterEdit->clear();
    ui->tabs->setCurrentWidget(ui->filesPage);
    fitFiles();
    updateState();
}

// As wide as what will stand in them; outcomes that no row had take no room.
void LoadPanel::fitFiles()
{
    const QHeaderView *header = ui->filesView->horizontalHeader();
    const int digit = fontMetrics().horizontalAdvance(u'0');
    constexpr int Digits = 10;
    for (int column = 0; column < LoadProgressModel::ColumnCount; ++column) {
        if (column == LoadProgressModel::File || column == LoadProgressModel::EntityColumn)
            ui->filesView->resizeColumnToContents(column);
        else if (column != LoadProgressModel::Progress)
            ui->filesView->setColumnWidth(column, std::max(Digits * digit, header->sectionSizeHint(column)));
    }
    const Counts counts = m_presenter.progressModel().total().counts;
    ui->filesView->setColumnHidden(LoadProgressModel::Failed, counts.failed == 0);
    ui->filesView->setColumnHidden(LoadProgressModel::Cancelled, counts.cancelled == 0);
    ui->filesView->setColumnHidden(LoadProgressModel::Updated, counts.updated == 0);
}

void LoadPanel::fillFilters()
{
    ui->fileCombo->clear();
    ui->fileCombo->addItem(tr("All files"));
    for (const QString &path : m_presenter.reasonsModel().paths())
        ui->fileCombo->addItem(fileNameText(path));
    ui->fileCombo->setVisible(m_presenter.reasonsModel().paths().size() > 1);
    const LoadGroupsModel &groups = m_presenter.groupsModel();
    ui->ruleCombo->clear();
    ui->ruleCombo->addItem(tr("All rules"));
    for (int row = 0; row < groups.rowCount(); ++row) {
        const RejectGroup &group = groups.group(row);
        const QStringList kind{group.rule, group.column};
        if (ui->ruleCombo->findData(kind) >= 0)
            continue;
        const QString text = group.column.isEmpty() ? group.rule : group.rule + u' ' + group.column;
        ui->ruleCombo->addItem(shortText(text, 40), kind);
    }
}

void LoadPanel::updateState()
{
    const bool hasLoad = m_presenter.progressModel().rowCount() > 0;
    ui->stack->setCurrentWidget(hasLoad || m_presenter.isActive() ? ui->page
                                                                  : static_cast<QWidget *>(ui->emptyState));
    ui->tabs->setVisible(hasLoad);
    ui->titleLabel->setText(m_texts.title());
    ui->actionPause->setChecked(m_presenter.state() == LoadPresenter::State::Paused);
    updateActions();
    updateTexts();
    updateFigures();
}

void LoadPanel::updateActions()
{
    using State = LoadPresenter::State;
    const State state = m_presenter.state();
    const bool loading = state == State::Loading || state == State::Paused;
    const std::optional<LoadResult> &result = m_presenter.result();
    const bool over = state == State::Idle && result;
    const FileResult file = over ? result->files.value(currentFile()) : FileResult();
    const bool resumable = over
        && std::any_of(result->files.cbegin(), result->files.cend(),
                       [](const FileResult &each) { return each.resumable; });
    ui->actionPause->setEnabled(loading);
    ui->actionCancel->setEnabled(state != State::Idle && state != State::Stopping);
    ui->actionResume->setEnabled(resumable);
    ui->actionMend->setEnabled(over && !file.rejectedFile.isEmpty() && !m_texts.isAllOrNothing());
    ui->actionFolder->setEnabled(over && !file.rejectedFile.isEmpty());
    ui->actionExport->setEnabled(over);
    ui->pauseButton->setVisible(state != State::Idle && !m_presenter.undoProgress());
    ui->stopButton->setVisible(state != State::Idle);
    for (QToolButton *button : {ui->mendButton, ui->folderButton, ui->exportButton})
        button->setVisible(over);
    ui->resumeButton->setVisible(resumable);
}

void LoadPanel::updateTexts()
{
    ui->actionCancel->setText(m_presenter.undoProgress() ? tr("&Cancel Undoing") : tr("&Cancel Load"));
    ui->actionMend->setToolTip(m_texts.mendHint());
    ui->actionCancel->setToolTip(m_texts.cancelHint());
}

void LoadPanel::updateFigures()
{
    const qint64 now = m_presenter.elapsedMs();
    if (m_presenter.isActive()
        && (m_memory == 0 || now - m_memoryReadMs >= MemoryIntervalMs || now < m_memoryReadMs)) {
        m_memory = processMemory();
        m_memoryReadMs = now;
    }
    const QString text = m_texts.figures(m_memory);
    ui->figuresLabel->setText(text);
    ui->figuresLabel->setToolTip(plainToolTip(text));
    const Counts counts = m_presenter.progressModel().total().counts;
    if (counts.failed > 0)
        ui->filesView->showColumn(LoadProgressModel::Failed);
    if (counts.cancelled > 0)
        ui->filesView->showColumn(LoadProgressModel::Cancelled);
    if (counts.updated > 0)
        ui->filesView->showColumn(LoadProgressModel::Updated);
    updateBar();
}

void LoadPanel::updateBar()
{
    ui->bar->setVisible(m_presenter.isActive());
    if (!m_presenter.isActive())
        return;
    const LoadProgressModel::Total total = m_presenter.progressModel().total();
    const std::optional<UndoProgress> &undo = m_presenter.undoProgress();
    const qint64 done = undo ? undo->rows : total.bytes;
    const qint64 all = m_presenter.state() == LoadPresenter::State::Waiting ? -1
        : undo                                                              ? undo->load.load.counts.written()
                                                                            : total.size;
    ui->bar->setMaximum(all < 0 ? 0 : BarSteps);
    if (all >= 0)
        ui->bar->setValue(all == 0 ? 0 : static_cast<int>(std::min(done, all) * BarSteps / all));
}

void LoadPanel::updateResult()
{
    fillFilters();
    if (m_presenter.result() && m_presenter.result()->peakMemory > 0)
        m_memory = m_presenter.result()->peakMemory;
    fitFiles();
    fitGrid(ui->groupsView);
    fitGrid(ui->reasonsView);
    updateState();
    updateReasonCount();
}

void LoadPanel::updateReasonCount()
{
    const ReasonsModel &reasons = m_presenter.reasonsModel();
    const QLocale locale;
    QString text = m_filter.rowCount() == reasons.rowCount()
        ? tr("Reasons: %1").arg(locale.toString(reasons.rowCount()))
        : tr("Reasons: %1 of %2")
              .arg(locale.toString(m_filter.rowCount()), locale.toString(reasons.rowCount()));
    if (!m_presenter.isActive() && reasons.rowCount() < m_presenter.groupsModel().total()) {
        const bool written = m_presenter.plan().settings.writeRejects;
        text += u' ' + (written ? tr("(a part; all are in the reasons file)") : tr("(a part)"));
    }
    ui->countLabel->setText(text);
}

void LoadPanel::showGroup(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const LoadGroupsModel &groups = m_presenter.groupsModel();
    const RejectGroup &group = groups.group(index.row());
    ui->filterEdit->clear();
    ui->fileCombo->setCurrentIndex(groups.file(index.row()) + 1);
    ui->ruleCombo->setCurrentIndex(ui->ruleCombo->findData(QStringList{group.rule, group.column}));
    ui->tabs->setCurrentWidget(ui->reasonsPage);
    ui->reasonsView->setFocus(Qt::OtherFocusReason);
}

void LoadPanel::retranslate()
{
    ui->emptyState->setContent(
        QStringLiteral("load"), tr("No files loaded yet"),
        tr("Drop CSV files on the window, or press %1: every line gets its verdict here.").arg(m_shortcut),
        tr("Load Files…"));
    ui->bar->setAccessibleName(tr("Progress of the load"));
    fillFilters();
    updateReasonCount();
    updateState();
}

void LoadPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace Weir
