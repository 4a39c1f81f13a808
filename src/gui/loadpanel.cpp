// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/loadpanel.h"

#include "gui/gridsetup.h"
#include "gui/icons.h"
#include "gui/mnemonic.h"
#include "gui/processmemory.h"
#include "gui/progressdelegate.h"
#include "models/loadwording.h"
#include "models/plaintext.h"
#include "models/wording.h"
#include "ui_loadpanel.h"

#include <QEvent>
#include <QLocale>

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
{
    ui->setupUi(this);
    ui->emptyState->setTheme(theme);
    m_filter.setSourceModel(&presenter.reasonsModel());
    setUpViews(theme);
    applyIcons(theme, this);
    connectActions();
    connectFilter();
    connect(&presenter, &LoadPresenter::started, this, &LoadPanel::begin);
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

void LoadPanel::begin()
{
    fillFilters();
    ui->filterEdit->clear();
    ui->tabs->setCurrentWidget(ui->filesPage);
    fitFiles();
    updateState();
    updateFigures();
}

// As wide as what will stand in them; outcomes that no row had take no room.
void LoadPanel::fitFiles()
{
    const QHeaderView *header = ui->filesView->horizontalHeader();
    const int digit = fontMetrics().horizontalAdvance(u'0');
    constexpr int Digits = 12;
    for (int column = 0; column < LoadProgressModel::ColumnCount; ++column) {
        if (column == LoadProgressModel::File || column == LoadProgressModel::EntityColumn)
            ui->filesView->resizeColumnToContents(column);
        else if (column != LoadProgressModel::Progress)
            ui->filesView->setColumnWidth(column, std::max(Digits * digit, header->sectionSizeHint(column)));
    }
    const Counts counts = m_presenter.progressModel().total().counts;
    ui->filesView->setColumnHidden(LoadProgressModel::Failed, counts.failed == 0);
    ui->filesView->setColumnHidden(LoadProgressModel::Cancelled, counts.cancelled == 0);
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
    using State = LoadPresenter::State;
    const State state = m_presenter.state();
    const bool hasLoad = m_presenter.progressModel().rowCount() > 0;
    ui->stack->setCurrentWidget(hasLoad ? ui->page : static_cast<QWidget *>(ui->emptyState));
    ui->titleLabel->setText(title());
    ui->actionPause->setChecked(state == State::Paused);
    updateActions();
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
    ui->actionCancel->setEnabled(loading || state == State::Undoing);
    ui->actionResume->setEnabled(resumable);
    ui->actionMend->setEnabled(over && !file.rejectedFile.isEmpty());
    ui->actionFolder->setEnabled(over && !file.rejectedFile.isEmpty());
    ui->actionExport->setEnabled(over);
    for (QToolButton *button : {ui->pauseButton, ui->stopButton})
        button->setVisible(state != State::Idle);
    for (QToolButton *button : {ui->mendButton, ui->folderButton, ui->exportButton})
        button->setVisible(state == State::Idle);
    ui->resumeButton->setVisible(resumable);
}

QString LoadPanel::title() const
{
    switch (m_presenter.state()) {
    case LoadPresenter::State::Waiting:
        return tr("Waiting for the databases…");
    case LoadPresenter::State::Loading:
        return tr("Loading");
    case LoadPresenter::State::Paused:
        return tr("Paused");
    case LoadPresenter::State::Stopping:
        return tr("Stopping…");
    case LoadPresenter::State::Undoing:
        return tr("Undoing…");
    case LoadPresenter::State::Idle:
        break;
    }
    const std::optional<LoadResult> &result = m_presenter.result();
    if (!result)
        return tr("Not loaded");
    const auto has = [&](FileState state) {
        return std::any_of(result->files.cbegin(), result->files.cend(),
                           [state](const FileResult &file) { return file.state == state; });
    };
    if (has(FileState::Failed))
        return tr("Failed");
    if (result->cancelled || has(FileState::Cancelled))
        return tr("Cancelled");
    return has(FileState::Stopped) ? tr("Stopped") : tr("Loaded");
}

QString LoadPanel::figures() const
{
    const LoadProgressModel::Total total = m_presenter.progressModel().total();
    const QLocale locale;
    QStringList parts{tr("%1 rows").arg(locale.toString(total.counts.read())),
                      tr("%1 rejected").arg(locale.toString(total.counts.rejected + total.counts.failed)),
                      tr("%1 rows/s").arg(countText(total.rowsPerSecond)),
                      throughputText(total.bytesPerSecond)};
    if (m_presenter.isActive())
        parts.append(tr("%1 left").arg(remainingText(total.secondsLeft)));
    else if (m_presenter.result())
        parts.append(durationText(m_presenter.result()->elapsedNs));
    if (m_memory > 0)
        parts.append(tr("memory %1").arg(sizeText(m_memory)));
    return parts.join(QStringLiteral(" · "));
}

void LoadPanel::updateFigures()
{
    const qint64 now = m_presenter.elapsedMs();
    if (m_presenter.isActive()
        && (m_memory == 0 || now - m_memoryReadMs >= MemoryIntervalMs || now < m_memoryReadMs)) {
        m_memory = processMemory();
        m_memoryReadMs = now;
    }
    const QString text = figures();
    ui->figuresLabel->setText(text);
    ui->figuresLabel->setToolTip(text.toHtmlEscaped());
    const LoadProgressModel::Total total = m_presenter.progressModel().total();
    const bool known = total.size >= 0;
    ui->bar->setMaximum(known ? BarSteps : 0);
    if (known)
        ui->bar->setValue(total.size == 0
                              ? 0
                              : static_cast<int>(std::min(total.bytes, total.size) * BarSteps / total.size));
    ui->bar->setVisible(m_presenter.isActive());
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
    updateFigures();
    updateReasonCount();
}

void LoadPanel::updateReasonCount()
{
    const ReasonsModel &reasons = m_presenter.reasonsModel();
    const QLocale locale;
    QString text = m_filter.rowCount() == reasons.rowCount()
        ? tr("Lines: %1").arg(locale.toString(reasons.rowCount()))
        : tr("Lines: %1 of %2")
              .arg(locale.toString(m_filter.rowCount()), locale.toString(reasons.rowCount()));
    const Counts counts = m_presenter.progressModel().total().counts;
    if (!m_presenter.isActive() && reasons.rowCount() < counts.rejected + counts.failed)
        text += u' ' + tr("(a part; all are in the reasons file)");
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
    updateFigures();
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
