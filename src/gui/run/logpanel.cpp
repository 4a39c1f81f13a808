// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/logpanel.h"

#include "engine/threads/executor.h"
#include "gui/services/filedialogs.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/logdelegate.h"
#include "models/plaintext.h"
#include "models/wording.h"
#include "ui_logpanel.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QSaveFile>
#include <QScrollBar>

#include <algorithm>

namespace Weir {

namespace {

/// Any thread.
Expected<void> writeLog(const QString &path, const QString &log)
{
    QSaveFile file(path);
    const QByteArray text = log.toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit()) {
        return failure(LogPanel::tr("The log could not be saved as %1: %2. Choose another place.")
                           .arg(QDir::toNativeSeparators(path), file.errorString()));
    }
    return {};
}

} // namespace

LogPanel::LogPanel(const Theme &theme, LogModel &log, FileDialogs &dialogs, Executor &executor,
                   QWidget *parent)
    : QWidget(parent)
    , ui(std::make_unique<Ui::LogPanel>())
    , m_log(log)
    , m_dialogs(dialogs)
    , m_executor(executor)
{
    ui->setupUi(this);
    m_filter.setSourceModel(&log);
    ui->emptyState->setTheme(theme);
    ui->view->setModel(&m_filter);
    ui->view->setItemDelegate(new LogDelegate(theme, this));
    ui->view->verticalHeader()->hide();
    ui->view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    ui->view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 7);
    QHeaderView *header = ui->view->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    fitColumns();
    applyIcons(theme, this);
    fillVerdicts();
    connectFilter();
    connectActions();
    connectFollowing();
    updateCount();
}

LogPanel::~LogPanel() = default;

// As wide as what will stand in them, and as their titles in this language.
void LogPanel::fitColumns()
{
    QHeaderView *header = ui->view->horizontalHeader();
    const int digit = fontMetrics().horizontalAdvance(u'0');
    const int characters[] = {12, 6, 12, 6, 12};
    for (int column = 0; column < LogModel::Message; ++column)
        header->resizeSection(column,
                              std::max(characters[column] * digit + 16, header->sectionSizeHint(column)));
}

void LogPanel::connectFilter()
{
    connect(ui->filterEdit, &QLineEdit::textChanged, &m_filter, &LogFilterModel::setText);
    connect(ui->entityCombo, &QComboBox::currentIndexChanged, this,
            [this] { m_filter.setEntity(ui->entityCombo->currentData().toString()); });
    connect(ui->verdictCombo, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant verdict = ui->verdictCombo->currentData();
        m_filter.setVerdict(verdict.isValid() ? std::optional(static_cast<Verdict>(verdict.toInt()))
                                              : std::nullopt);
    });
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &LogPanel::updateCount);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &LogPanel::updateCount);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &LogPanel::updateCount);
    connect(&m_log, &QAbstractItemModel::rowsRemoved, this, &LogPanel::updateCount);
}

void LogPanel::connectActions()
{
    const std::pair<QToolButton *, QAction *> buttons[] = {{ui->followButton, ui->actionFollow},
                                                           {ui->copyButton, ui->actionCopy},
                                                           {ui->saveButton, ui->actionSave},
                                                           {ui->clearButton, ui->actionClear}};
    for (const auto &[button, action] : buttons) {
        button->setDefaultAction(action);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    }
    ui->actionCopy->setShortcutContext(Qt::WidgetShortcut);
    ui->view->addAction(ui->actionCopy);
    addActions({ui->actionFollow, ui->actionSave, ui->actionClear});
    ui->actionFollow->setChecked(true);
    connect(ui->actionFollow, &QAction::toggled, this, &LogPanel::setFollowing);
    connect(ui->actionCopy, &QAction::triggered, this, &LogPanel::copy);
    connect(ui->actionSave, &QAction::triggered, this, &LogPanel::save);
    connect(ui->actionClear, &QAction::triggered, &m_log, &LogModel::clear);
    connect(ui->view, &QWidget::customContextMenuRequested, this, &LogPanel::showContextMenu);
}

void LogPanel::connectFollowing()
{
    QScrollBar *bar = ui->view->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int maximum) {
        if (!m_following)
            return;
        m_adjusting = true;
        bar->setValue(maximum);
        m_adjusting = false;
    });
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (!m_adjusting)
            setFollowing(value == bar->maximum());
    });
}

void LogPanel::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    ui->actionFollow->setChecked(following);
    if (following)
        ui->view->scrollToBottom();
}

void LogPanel::fillVerdicts()
{
    const QSignalBlocker block(ui->verdictCombo);
    const int chosen = std::max(0, ui->verdictCombo->currentIndex());
    ui->verdictCombo->clear();
    ui->verdictCombo->addItem(tr("All outcomes"));
    for (const Verdict verdict :
         {Verdict::Inserted, Verdict::Updated, Verdict::Rejected, Verdict::Failed, Verdict::Cancelled})
        ui->verdictCombo->addItem(verdictName(verdict), static_cast<int>(verdict));
    ui->verdictCombo->setCurrentIndex(chosen);
    if (ui->entityCombo->count() > 0)
        ui->entityCombo->setItemText(0, tr("All entities"));
}

void LogPanel::setProject(const Project &project)
{
    const QString chosen = ui->entityCombo->currentData().toString();
    ui->entityCombo->clear();
    ui->entityCombo->addItem(tr("All entities"), QString());
    for (const Entity &entity : project.entities)
        ui->entityCombo->addItem(shortText(entity.title, 40), entity.name);
    ui->entityCombo->setCurrentIndex(std::max(0, ui->entityCombo->findData(chosen)));
}

void LogPanel::setRunShortcut(const QString &shortcut)
{
    m_runShortcut = shortcut;
    updateCount();
}

void LogPanel::focusFilter()
{
    ui->filterEdit->setFocus(Qt::ShortcutFocusReason);
    ui->filterEdit->selectAll();
}

void LogPanel::focusLines()
{
    if (ui->stack->currentWidget() == ui->view)
        ui->view->setFocus(Qt::ShortcutFocusReason);
    else
        focusFilter();
}

void LogPanel::updateCount()
{
    const int shown = m_filter.rowCount();
    const int all = m_log.rowCount();
    const QLocale locale;
    ui->countLabel->setText(shown == all
                                ? tr("Lines: %1").arg(locale.toString(all))
                                : tr("Lines: %1 of %2").arg(locale.toString(shown), locale.toString(all)));
    for (QAction *action : {ui->actionCopy, ui->actionSave})
        action->setEnabled(shown > 0);
    ui->actionClear->setEnabled(all > 0);
    if (all == 0) {
        ui->emptyState->setContent(
            QStringLiteral("log"), tr("Nothing has happened yet"),
            tr("Every row of a run gets a line here, with its outcome. Press %1 to start one.")
                .arg(m_runShortcut));
    } else if (shown == 0) {
        ui->emptyState->setContent(QStringLiteral("search"), tr("No line matches"),
                                   tr("Change the text, the entity or the outcome above."));
    }
    ui->stack->setCurrentWidget(shown > 0 ? static_cast<QWidget *>(ui->view) : ui->emptyState);
}

QString LogPanel::shownText(bool selectedOnly) const
{
    QModelIndexList rows = ui->view->selectionModel()->selectedRows();
    if (!selectedOnly || rows.isEmpty()) {
        rows.clear();
        for (int row = 0; row < m_filter.rowCount(); ++row)
            rows.append(m_filter.index(row, 0));
    }
    QModelIndexList sourceRows;
    for (const QModelIndex &row : std::as_const(rows))
        sourceRows.append(m_filter.mapToSource(row));
    return m_log.text(sourceRows);
}

void LogPanel::copy()
{
    QGuiApplication::clipboard()->setText(shownText(true));
}

void LogPanel::save()
{
    m_dialogs.saveFile(window(),
                       {tr("Save log"), tr("Text files (*.txt);;All files (*)"), QStringLiteral("txt"),
                        QDir::home().filePath(QStringLiteral("weir-log.txt"))},
                       [this](const QString &path) { write(path); });
}

void LogPanel::write(const QString &path)
{
    const auto work = [path, text = shownText(false)](const std::stop_token &) {
        return writeLog(path, text);
    };
    m_executor.run(Executor::file(path, this, Executor::Duty::Deed), work,
                   [this, path](const Expected<void> &written) {
                       if (written)
                           Q_EMIT saved(path);
                       else
                           Q_EMIT failed(written.error().sentence);
                   });
}

void LogPanel::showContextMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions({ui->actionCopy, ui->actionSave, ui->actionFollow, ui->actionClear});
    menu->popup(ui->view->viewport()->mapToGlobal(position));
}

void LogPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        fillVerdicts();
        updateCount();
        fitColumns();
    }
    QWidget::changeEvent(event);
}

} // namespace Weir
