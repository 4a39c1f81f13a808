// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/testdatapanel.h"

#include "gui/widgets/icons.h"
#include "gui/widgets/mnemonic.h"
#include "gui/widgets/testdatadelegate.h"
#include "gui/widgets/verdictheader.h"
#include "models/plaintext.h"
#include "ui_testdatapanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <set>

namespace Weir {

TestDataPanel::TestDataPanel(const Theme &theme, ProjectDocument &document, QWidget *parent)
    : QWidget(parent)
    , ui(std::make_unique<Ui::TestDataPanel>())
    , m_theme(theme)
    , m_document(document)
    , m_delegate(new TestDataDelegate(theme, this))
{
    ui->setupUi(this);
    ui->grid->setItemDelegate(m_delegate);
    ui->grid->setVerticalHeader(new VerdictHeader(theme, ui->grid));
    ui->grid->horizontalHeader()->setHighlightSections(false);
    ui->grid->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    ui->grid->horizontalHeader()->setStretchLastSection(true);
    applyIcons(theme, this);
    connectActions();
    connect(m_delegate, &TestDataDelegate::typed, this,
            [this](const QString &problem) { showMessage(problem.section(u'\n', 0, 0)); });
    connect(m_delegate, &QAbstractItemDelegate::closeEditor, this, &TestDataPanel::updateMessage);
    connect(ui->entityCombo, &QComboBox::currentIndexChanged, this, &TestDataPanel::showEntity);
    connect(&document, &ProjectDocument::reset, this, &TestDataPanel::useProject);
    connect(&theme, &Theme::changed, this, &TestDataPanel::updateMessage);
    useProject();
}

TestDataPanel::~TestDataPanel() = default;

void TestDataPanel::connectActions()
{
    const std::pair<QToolButton *, QAction *> buttons[] = {
        {ui->addButton, ui->actionAdd},           {ui->duplicateButton, ui->actionDuplicate},
        {ui->removeButton, ui->actionRemove},     {ui->moveUpButton, ui->actionMoveUp},
        {ui->moveDownButton, ui->actionMoveDown}, {ui->copyButton, ui->actionCopy},
        {ui->pasteButton, ui->actionPaste},       {ui->resetButton, ui->actionReset}};
    for (const auto &[button, action] : buttons)
        button->setDefaultAction(action);
    for (QAction *action : {ui->actionAdd, ui->actionDuplicate, ui->actionRemove, ui->actionMoveUp,
                            ui->actionMoveDown, ui->actionReset}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    // A cell being edited has its own clipboard keys.
    for (QAction *action : {ui->actionCut, ui->actionCopy, ui->actionPaste, ui->actionClear}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        ui->grid->addAction(action);
    }
    addAction(ui->actionRunRejected);
    connect(ui->actionAdd, &QAction::triggered, this, &TestDataPanel::addRow);
    connect(ui->actionDuplicate, &QAction::triggered, this, &TestDataPanel::duplicateRows);
    connect(ui->actionRemove, &QAction::triggered, this, [this] { model()->removeRowsAt(selectedRows()); });
    connect(ui->actionMoveUp, &QAction::triggered, this, [this] { moveRows(-1); });
    connect(ui->actionMoveDown, &QAction::triggered, this, [this] { moveRows(1); });
    connect(ui->actionCut, &QAction::triggered, this, &TestDataPanel::cut);
    connect(ui->actionCopy, &QAction::triggered, this, &TestDataPanel::copy);
    connect(ui->actionPaste, &QAction::triggered, this, &TestDataPanel::paste);
    connect(ui->actionClear, &QAction::triggered, this,
            [this] { model()->clearCells(ui->grid->selectionModel()->selectedIndexes()); });
    connect(ui->actionReset, &QAction::triggered, this, [this] { model()->resetToSample(); });
    connect(ui->actionRunRejected, &QAction::triggered, this, &TestDataPanel::runRejectedRequested);
    connect(ui->runRejectedButton, &QPushButton::clicked, ui->actionRunRejected, &QAction::trigger);
    connect(ui->grid, &QWidget::customContextMenuRequested, this, &TestDataPanel::showContextMenu);
}

// A model for each entity: the rejected rows of all of them are counted.
void TestDataPanel::useProject()
{
    const QList<Entity> entities = m_document.project().entities;
    const int chosen = std::max(0, ui->entityCombo->currentIndex());
    ui->grid->setModel(nullptr);
    m_models.clear();
    {
        const QSignalBlocker block(ui->entityCombo);
        ui->entityCombo->clear();
        for (const Entity &entity : entities) {
            ui->entityCombo->addItem(shortText(entity.title, 40));
            auto model = std::make_unique<TestDataModel>(m_document, entity.name);
            connect(model.get(), &QAbstractItemModel::rowsInserted, this, &TestDataPanel::updateRows);
            connect(model.get(), &QAbstractItemModel::rowsRemoved, this, &TestDataPanel::updateRows);
            connect(model.get(), &QAbstractItemModel::modelReset, this, &TestDataPanel::updateRows);
            connect(model.get(), &QAbstractItemModel::dataChanged, this, &TestDataPanel::updateRejected);
            m_models.push_back(std::move(model));
        }
        ui->entityCombo->setCurrentIndex(chosen < entities.size() ? chosen : 0);
    }
    showEntity(ui->entityCombo->currentIndex());
}

TestDataModel *TestDataPanel::model() const
{
    const int index = ui->entityCombo->currentIndex();
    return index < 0 ? nullptr : m_models.at(static_cast<std::size_t>(index)).get();
}

void TestDataPanel::showEntity(int)
{
    QItemSelectionModel *old = ui->grid->selectionModel();
    ui->grid->setModel(model());
    delete old;
    if (QItemSelectionModel *selection = ui->grid->selectionModel()) {
        connect(selection, &QItemSelectionModel::selectionChanged, this, &TestDataPanel::updateActions);
        connect(selection, &QItemSelectionModel::currentChanged, this, &TestDataPanel::updateMessage);
        // Not the last: it takes the room that is left.
        for (int column = 0; column + 1 < model()->columnCount(); ++column)
            ui->grid->resizeColumnToContents(column);
    }
    updateRows();
}

QList<int> TestDataPanel::selectedRows() const
{
    std::set<int> rows;
    if (const QItemSelectionModel *selection = ui->grid->selectionModel()) {
        const QModelIndexList indexes = selection->selectedIndexes();
        for (const QModelIndex &index : indexes)
            rows.insert(index.row());
    }
    return {rows.cbegin(), rows.cend()};
}

void TestDataPanel::selectRows(int first, int count)
{
    const QModelIndex top = model()->index(first, std::max(0, ui->grid->currentIndex().column()));
    if (!top.isValid())
        return;
    const QModelIndex last = model()->index(first + count - 1, model()->columnCount() - 1);
    ui->grid->selectionModel()->select(QItemSelection(model()->index(first, 0), last),
                                       QItemSelectionModel::ClearAndSelect);
    ui->grid->selectionModel()->setCurrentIndex(top, QItemSelectionModel::NoUpdate);
    ui->grid->scrollTo(last);
}

// The view's own setCurrentIndex() would extend the selection while Ctrl or Shift is held, as in a shortcut.
void TestDataPanel::select(const QModelIndex &index)
{
    ui->grid->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void TestDataPanel::addRow()
{
    model()->appendRow();
    const int row = model()->rowCount() - 1;
    // The key is given by the database: typing begins beside it.
    const int column =
        model()->index(row, 0).data(TestDataModel::PlaceholderRole).toString().isEmpty() ? 0 : 1;
    select(model()->index(row, std::min(column, model()->columnCount() - 1)));
    ui->grid->setFocus();
}

void TestDataPanel::duplicateRows()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty())
        return;
    model()->duplicateRows(rows);
    selectRows(rows.last() + 1, static_cast<int>(rows.size()));
}

void TestDataPanel::moveRows(int delta)
{
    model()->moveRows(selectedRows(), delta);
    updateActions();
    ui->grid->scrollTo(ui->grid->currentIndex());
}

void TestDataPanel::cut()
{
    copy();
    model()->clearCells(ui->grid->selectionModel()->selectedIndexes());
}

void TestDataPanel::copy()
{
    QGuiApplication::clipboard()->setText(model()->copy(ui->grid->selectionModel()->selectedIndexes()));
}

void TestDataPanel::paste()
{
    if (!model()->paste(ui->grid->currentIndex(), QGuiApplication::clipboard()->text()))
        showMessage(tr("There is no text on the clipboard to paste."));
}

void TestDataPanel::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({ui->actionAdd, ui->actionDuplicate, ui->actionRemove});
    menu->addSeparator();
    menu->addActions({ui->actionMoveUp, ui->actionMoveDown});
    menu->addSeparator();
    menu->addActions({ui->actionCut, ui->actionCopy, ui->actionPaste, ui->actionClear});
    menu->addSeparator();
    menu->addActions({ui->actionReset, ui->actionRunRejected});
    menu->popup(ui->grid->viewport()->mapToGlobal(position));
}

QMap<QString, QList<int>> TestDataPanel::rejectedRows() const
{
    QMap<QString, QList<int>> rejected;
    for (const auto &model : m_models) {
        const QList<int> rows = model->rejectedRows();
        if (!rows.isEmpty())
            rejected.insert(model->entityName(), rows);
    }
    return rejected;
}

void TestDataPanel::beginRun()
{
    for (const auto &model : m_models)
        model->beginRun();
}

void TestDataPanel::showReports(const std::vector<TaskReport> &reports)
{
    std::vector<QList<Outcome>> outcomes(m_models.size());
    for (const TaskReport &report : reports) {
        for (const Outcome &outcome : report.outcomes) {
            if (outcome.entity >= 0 && outcome.entity < static_cast<int>(outcomes.size()))
                outcomes[static_cast<std::size_t>(outcome.entity)].append(outcome);
        }
    }
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i].isEmpty())
            m_models[i]->setVerdicts(outcomes[i]);
    }
}

void TestDataPanel::setRunEnabled(bool enabled)
{
    m_runEnabled = enabled;
    updateRejected();
}

void TestDataPanel::focusGrid()
{
    ui->grid->setFocus(Qt::ShortcutFocusReason);
    if (!ui->grid->currentIndex().isValid() && model())
        select(model()->index(0, std::min(1, model()->columnCount() - 1)));
}

void TestDataPanel::updateActions()
{
    const QList<int> rows = selectedRows();
    const bool any = !rows.isEmpty();
    for (QAction *action :
         {ui->actionDuplicate, ui->actionRemove, ui->actionCut, ui->actionCopy, ui->actionClear})
        action->setEnabled(any);
    ui->actionMoveUp->setEnabled(any && rows.first() > 0);
    ui->actionMoveDown->setEnabled(any && rows.last() + 1 < model()->rowCount());
    ui->actionAdd->setEnabled(model());
    ui->actionPaste->setEnabled(model());
    ui->actionReset->setEnabled(model() && model()->hasSample());
}

void TestDataPanel::updateRows()
{
    ui->rowsLabel->setText(tr("%n row(s)", nullptr, model() ? model()->rowCount() : 0));
    updateActions();
    updateRejected();
}

void TestDataPanel::updateRejected()
{
    int count = 0;
    for (const auto &model : m_models)
        count += static_cast<int>(model->rejectedRows().size());
    ui->runRejectedButton->setText(tr("Run &only rejected rows (%1)").arg(count));
    ui->runRejectedButton->setAccessibleName(withoutMnemonic(ui->runRejectedButton->text()));
    ui->runRejectedButton->setToolTip(ui->actionRunRejected->toolTip() + QStringLiteral(" (")
                                      + ui->actionRunRejected->shortcut().toString(QKeySequence::NativeText)
                                      + u')');
    ui->runRejectedButton->setIcon(ui->actionRunRejected->icon());
    ui->actionRunRejected->setEnabled(m_runEnabled && count > 0);
    ui->runRejectedButton->setEnabled(m_runEnabled && count > 0);
    updateMessage();
}

void TestDataPanel::updateMessage()
{
    const QModelIndex current = ui->grid->currentIndex();
    QString message;
    if (current.isValid()) {
        message = current.data(TestDataModel::ViolationRole).toString();
        if (message.isEmpty())
            message = current.data(TestDataModel::RowViolationsRole).toStringList().value(0);
    }
    showMessage(message);
}

void TestDataPanel::showMessage(const QString &message)
{
    const bool problem = !message.isEmpty();
    ui->messageLabel->setText(problem ? message : tr("Cells that break a rule are marked as you type."));
    ui->messageLabel->setAccessibleName(ui->messageLabel->text());
    QPalette palette = ui->messageLabel->palette();
    palette.setColor(QPalette::WindowText,
                     m_theme.colour(problem ? Theme::Colour::Failed : Theme::Colour::Muted));
    ui->messageLabel->setPalette(palette);
    const QIcon icon = problem ? themedIcon(m_theme, QStringLiteral("warning"), Theme::Colour::Failed)
                               : themedIcon(m_theme, QStringLiteral("info"), Theme::Colour::Muted);
    ui->messageIcon->setPixmap(icon.pixmap(QSize(16, 16), devicePixelRatioF()));
}

void TestDataPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        updateRows();
    }
    QWidget::changeEvent(event);
}

} // namespace Weir
