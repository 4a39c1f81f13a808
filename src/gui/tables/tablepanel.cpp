// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tables/tablepanel.h"

#include "gui/widgets/icons.h"
#include "gui/widgets/mnemonic.h"
#include "gui/widgets/tabledelegate.h"
#include "models/plaintext.h"
#include "ui_tablepanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace Weir {

namespace {

constexpr int FilterDelayMs = 250;

} // namespace

TablePanel::TablePanel(const Theme &theme, const DatabaseProfile &profile, const QList<Entity> &entities,
                       QWidget *parent)
    : QWidget(parent)
    , ui(std::make_unique<Ui::TablePanel>())
    , m_database(profile.name)
    , m_entities(entities)
    , m_texts(m_model, shortText(profile.label(), 80))
    , m_copier(m_model)
{
    ui->setupUi(this);
    ui->emptyState->setTheme(theme);
    ui->grid->setItemDelegate(new TableDelegate(theme, this));
    ui->grid->setTable(&m_model, ui->bar);
    ui->grid->verticalHeader()->setHighlightSections(false);
    ui->grid->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 9);
    QHeaderView *header = ui->grid->horizontalHeader();
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    header->setStretchLastSection(true);
    ui->grid->setSortingEnabled(true);

    for (const Entity &entity : m_entities)
        ui->entityCombo->addItem(shortText(entity.title, 40));
    ui->entityCombo->setVisible(m_entities.size() > 1);
    connect(ui->entityCombo, &QComboBox::currentIndexChanged, this, &TablePanel::showEntity);
    connectModel();
    connectFilter();
    connectCopier();
    connectActions(theme);
    fillFilterColumns();
    m_model.setShown(false); // until it is
    showBusy(false, {});
    updateAccessibility();
    updateCount();
}

TablePanel::~TablePanel() = default;

void TablePanel::connectModel()
{
    connect(&m_model, &TableModel::countChanged, this, &TablePanel::updateCount);
    connect(&m_model, &TableModel::busyChanged, this, [this](bool busy, qint64 rowsScanned) {
        showBusy(busy, tr("Reading… %1 rows").arg(QLocale().toString(rowsScanned)));
    });
    connect(&m_model, &TableModel::failed, this, &TablePanel::updatePage);
    connect(&m_model, &TableModel::pageReady, this, [this] {
        ui->grid->fitColumns();
        updatePage();
    });
    connect(ui->cancelButton, &QPushButton::clicked, this, &TablePanel::cancel);
}

void TablePanel::connectCopier()
{
    connect(&m_copier, &CellCopier::progress, this,
            [this](int rows) { showBusy(true, tr("Copying… %1 rows").arg(QLocale().toString(rows))); });
    connect(&m_copier, &CellCopier::cancelled, this, [this] { showBusy(m_model.isBusy(), {}); });
    connect(&m_copier, &CellCopier::finished, this, [this](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        showBusy(m_model.isBusy(), {});
    });
}

// What is left of a cancelled sort or filter is the natural view: the filter line and the header say so too.
void TablePanel::cancel()
{
    if (m_copier.isActive()) {
        m_copier.cancel();
        return;
    }
    m_model.cancelScan();
    const QSignalBlocker block(ui->filterEdit);
    ui->filterEdit->setText(m_model.view().filter);
    showSortIndicator();
}

void TablePanel::connectFilter()
{
    m_filterDelay.setSingleShot(true);
    m_filterDelay.setInterval(FilterDelayMs);
    connect(&m_filterDelay, &QTimer::timeout, this, &TablePanel::applyFilter);
    connect(ui->filterEdit, &QLineEdit::textChanged, this, [this] { m_filterDelay.start(); });
    connect(ui->filterEdit, &QLineEdit::returnPressed, this, &TablePanel::applyFilter);
    connect(ui->filterColumnCombo, &QComboBox::currentIndexChanged, this, &TablePanel::applyFilter);
}

void TablePanel::connectActions(const Theme &theme)
{
    applyIcons(theme, this);
    keepIconTextsPlain(this);
    const auto actions = {ui->actionCopy,         ui->actionCopyWithHeaders, ui->actionFilterByValue,
                          ui->actionClearFilter,  ui->actionSortAscending,   ui->actionSortDescending,
                          ui->actionNaturalOrder, ui->actionRefresh};
    for (QAction *action : actions) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    // In the filter line, Ctrl+C copies the line's own selection.
    ui->actionCopy->setShortcutContext(Qt::WidgetShortcut);
    ui->grid->addAction(ui->actionCopy);
    ui->refreshButton->setDefaultAction(ui->actionRefresh);
    connect(ui->actionCopy, &QAction::triggered, this, [this] { copy(false); });
    connect(ui->actionCopyWithHeaders, &QAction::triggered, this, [this] { copy(true); });
    connect(ui->actionFilterByValue, &QAction::triggered, this, &TablePanel::filterByCurrentValue);
    connect(ui->actionClearFilter, &QAction::triggered, ui->filterEdit, &QLineEdit::clear);
    connect(ui->actionSortAscending, &QAction::triggered, this,
            [this] { sortByCurrent(Qt::AscendingOrder); });
    connect(ui->actionSortDescending, &QAction::triggered, this,
            [this] { sortByCurrent(Qt::DescendingOrder); });
    connect(ui->actionNaturalOrder, &QAction::triggered, this,
            [this] { ui->grid->sortByColumn(-1, Qt::AscendingOrder); });
    connect(ui->actionRefresh, &QAction::triggered, this, &TablePanel::refresh);
    connect(ui->grid, &QWidget::customContextMenuRequested, this, &TablePanel::showContextMenu);
    connect(ui->emptyState, &EmptyState::buttonClicked, this, [this] {
        if (!m_model.lastError().isEmpty())
            refresh();
        else if (!m_model.view().filter.isEmpty())
            ui->filterEdit->clear();
        else
            Q_EMIT runRequested();
    });
}

const Entity *TablePanel::entity() const
{
    const int index = std::max(0, ui->entityCombo->currentIndex());
    return index < m_entities.size() ? &m_entities.at(index) : nullptr;
}

void TablePanel::setBackend(const std::shared_ptr<Backend> &backend)
{
    if (m_backend == backend)
        return;
    m_backend = backend;
    showEntity(ui->entityCombo->currentIndex());
}

void TablePanel::showEntity(int)
{
    ui->grid->forgetColumnWidths();
    fillFilterColumns();
    if (const Entity *shown = entity())
        m_model.setSource(m_backend, *shown);
    applyFilter();
    showSortIndicator();
    updateCount();
}

void TablePanel::fillFilterColumns()
{
    const QSignalBlocker block(ui->filterColumnCombo);
    const int chosen = ui->filterColumnCombo->currentIndex();
    ui->filterColumnCombo->clear();
    ui->filterColumnCombo->addItem(tr("Any column"));
    if (const Entity *shown = entity()) {
        for (const Field &field : shown->fields)
            ui->filterColumnCombo->addItem(shortText(field.label, 40));
    }
    ui->filterColumnCombo->setCurrentIndex(std::clamp(chosen, 0, ui->filterColumnCombo->count() - 1));
}

void TablePanel::addCommitted(const QString &entityName, const QList<qint64> &keys)
{
    const Entity *shown = entity();
    if (shown && shown->name == entityName)
        m_model.addCommitted(keys);
}

void TablePanel::beginRun()
{
    m_model.clearFresh();
    ui->grid->setFollowing(true);
}

void TablePanel::follow()
{
    m_model.follow();
}

void TablePanel::refresh()
{
    m_model.refresh();
    updatePage();
}

void TablePanel::setRunShortcut(const QString &shortcut)
{
    m_runShortcut = shortcut;
    updatePage();
}

void TablePanel::setCompact(bool compact)
{
    constexpr int CompactWidth = 60; // it may shrink to it, and takes what it needs where there is room
    ui->filterLabel->setVisible(!compact);
    ui->refreshButton->setVisible(!compact);
    ui->filterColumnCombo->setMinimumWidth(compact ? CompactWidth : 0);
    ui->filterEdit->setSizePolicy(compact ? QSizePolicy::Ignored : QSizePolicy::Expanding,
                                  QSizePolicy::Fixed);
}

void TablePanel::focusFilter()
{
    ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    ui->filterEdit->selectAll();
}

void TablePanel::focusGrid()
{
    if (ui->stack->currentWidget() == ui->gridPage)
        ui->grid->setFocus(Qt::ShortcutFocusReason);
    else
        ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
}

void TablePanel::applyFilter()
{
    m_filterDelay.stop();
    TableView view = m_model.view();
    view.filter = ui->filterEdit->text();
    view.filterColumn = ui->filterColumnCombo->currentIndex() - 1;
    if (view == m_model.view())
        return;
    m_model.setView(view);
    updatePage();
}

void TablePanel::filterByCurrentValue()
{
    const QModelIndex current = ui->grid->currentIndex();
    if (!current.isValid())
        return;
    ui->filterColumnCombo->setCurrentIndex(current.column() + 1);
    ui->filterEdit->setText(current.data(Qt::EditRole).toString());
    applyFilter();
}

void TablePanel::sortByCurrent(Qt::SortOrder order)
{
    const int column = ui->grid->currentIndex().column();
    if (column >= 0)
        ui->grid->sortByColumn(column, order);
}

void TablePanel::copy(bool withHeaders)
{
    m_copier.start(ui->grid->selectionModel()->selection(), withHeaders);
}

void TablePanel::showContextMenu(const QPoint &position)
{
    const bool hasCell = ui->grid->currentIndex().isValid();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(ui->actionCopy);
    menu->addAction(ui->actionCopyWithHeaders);
    menu->addSeparator();
    menu->addAction(ui->actionFilterByValue);
    menu->addAction(ui->actionClearFilter);
    menu->addSeparator();
    menu->addAction(ui->actionSortAscending);
    menu->addAction(ui->actionSortDescending);
    menu->addAction(ui->actionNaturalOrder);
    menu->addSeparator();
    menu->addAction(ui->actionRefresh);
    menu->addAction(tr("&Empty the Tables…"), this, &TablePanel::emptyTablesRequested);
    for (QAction *action : {ui->actionCopy, ui->actionCopyWithHeaders, ui->actionFilterByValue,
                            ui->actionSortAscending, ui->actionSortDescending})
        action->setEnabled(hasCell);
    // Shortcuts must work again once the menu is gone, whatever cell is current then.
    connect(menu, &QMenu::aboutToHide, this, [this] {
        for (QAction *action : actions())
            action->setEnabled(true);
    });
    menu->popup(ui->grid->viewport()->mapToGlobal(position));
}

void TablePanel::showSortIndicator()
{
    const QSignalBlocker block(ui->grid->horizontalHeader());
    ui->grid->horizontalHeader()->setSortIndicator(m_model.view().sortColumn, m_model.view().order);
    ui->grid->horizontalHeader()->viewport()->update();
}

void TablePanel::showBusy(bool busy, const QString &text)
{
    ui->busyLabel->setVisible(busy);
    ui->busyBar->setVisible(busy);
    ui->cancelButton->setVisible(busy);
    ui->busyLabel->setText(text);
    updatePage();
}

QString TablePanel::title() const
{
    return m_texts.title();
}

void TablePanel::updateCount()
{
    ui->countLabel->setText(m_texts.count());
    updatePage();
    Q_EMIT titleChanged(title());
}

void TablePanel::updatePage()
{
    const bool hasError = !m_model.lastError().isEmpty();
    const bool hasNothing = m_model.totalRows() == 0 && !m_model.isBusy()
        && m_model.countState() == TableModel::CountState::Exact;
    if (hasError || hasNothing)
        m_texts.explain(ui->emptyState, m_runShortcut);
    ui->stack->setCurrentWidget(hasError || hasNothing ? static_cast<QWidget *>(ui->emptyState)
                                                       : ui->gridPage);
}

void TablePanel::updateAccessibility()
{
    setAccessibleName(tr("Table of %1").arg(m_texts.file()));
    ui->grid->setAccessibleName(tr("Rows of %1").arg(m_texts.file()));
    ui->grid->setAccessibleDescription(
        tr("End and Home go to the last and first row; a click on a header sorts."));
}

void TablePanel::showEvent(QShowEvent *event)
{
    m_model.setShown(true);
    QWidget::showEvent(event);
}

void TablePanel::hideEvent(QHideEvent *event)
{
    m_model.setShown(false);
    QWidget::hideEvent(event);
}

void TablePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        fillFilterColumns();
        updateAccessibility();
        updateCount();
    }
    QWidget::changeEvent(event);
}

} // namespace Weir
