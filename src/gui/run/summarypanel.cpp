// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/summarypanel.h"

#include "core/text/reporttext.h"
#include "gui/widgets/countdelegate.h"
#include "gui/widgets/icons.h"
#include "ui_summarypanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>

namespace Weir {

SummaryPanel::SummaryPanel(const Theme &theme, SummaryModel &summary, QWidget *parent)
    : QWidget(parent)
    , ui(std::make_unique<Ui::SummaryPanel>())
    , m_summary(summary)
{
    ui->setupUi(this);
    ui->emptyState->setTheme(theme);
    ui->view->setModel(&summary);
    ui->view->setItemDelegate(new CountDelegate(theme, this));
    ui->view->verticalHeader()->hide();
    ui->view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    ui->view->horizontalHeader()->setHighlightSections(false);
    ui->view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    ui->view->horizontalHeader()->setMinimumSectionSize(40);
    makeFigures();
    applyIcons(theme, this);
    ui->copyButton->setIcon(ui->actionCopyReport->icon());
    addAction(ui->actionCopyReport);
    connect(ui->actionCopyReport, &QAction::triggered, this, &SummaryPanel::copyReport);
    connect(ui->copyButton, &QPushButton::clicked, ui->actionCopyReport, &QAction::trigger);
    connect(&summary, &SummaryModel::figuresChanged, this, &SummaryPanel::updateFigures);
    connect(&summary, &QAbstractItemModel::dataChanged, this, &SummaryPanel::updateCounts);
    connect(&summary, &QAbstractItemModel::modelReset, this, &SummaryPanel::updateCounts);
    retranslate();
}

SummaryPanel::~SummaryPanel() = default;

void SummaryPanel::makeFigures()
{
    ui->figuresLayout->setColumnStretch(0, 1);
    for (int i = 0; i < SummaryModel::FigureCount; ++i) {
        auto *label = new QLabel(ui->card);
        auto *value = new QLabel(ui->card);
        label->setProperty("role", QStringLiteral("muted"));
        value->setObjectName(QStringLiteral("figure%1").arg(i));
        value->setTextFormat(Qt::PlainText);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        ui->figuresLayout->addWidget(label, i, 0);
        ui->figuresLayout->addWidget(value, i, 1);
        m_labels[static_cast<std::size_t>(i)] = label;
        m_values[static_cast<std::size_t>(i)] = value;
    }
}

void SummaryPanel::setRunShortcut(const QString &shortcut)
{
    m_runShortcut = shortcut;
    retranslate();
}

void SummaryPanel::focusCounts()
{
    ui->view->setFocus(Qt::ShortcutFocusReason);
}

void SummaryPanel::retranslate()
{
    ui->emptyState->setContent(
        QStringLiteral("summary"), tr("No run yet"),
        tr("Counts, latencies and transactions of the last run stand here. Press %1 to "
           "start one.")
            .arg(m_runShortcut));
    for (int i = 0; i < SummaryModel::FigureCount; ++i) {
        const QString text = SummaryModel::figureLabel(static_cast<SummaryModel::Figure>(i));
        m_labels[static_cast<std::size_t>(i)]->setText(text);
    }
    updateFigures();
}

void SummaryPanel::updateFigures()
{
    for (int i = 0; i < SummaryModel::FigureCount; ++i) {
        const auto index = static_cast<std::size_t>(i);
        m_values[index]->setText(m_summary.figureText(static_cast<SummaryModel::Figure>(i)));
        m_values[index]->setAccessibleName(m_labels[index]->text() + u' ' + m_values[index]->text());
    }
    ui->copyButton->setEnabled(m_summary.hasResult());
    ui->actionCopyReport->setEnabled(m_summary.hasResult());
    updateCounts();
}

void SummaryPanel::updateCounts()
{
    ui->stack->setCurrentWidget(m_summary.rowCount() > 0 ? static_cast<QWidget *>(ui->scrollArea)
                                                         : ui->emptyState);
    updateHeadline();
    updateErrors();
    fitView();
}

void SummaryPanel::updateHeadline()
{
    if (!m_summary.hasResult()) {
        ui->headlineLabel->setText(tr("Running…"));
        ui->detailLabel->clear();
        return;
    }
    const RunResult &result = m_summary.result();
    const Counts counts = result.counts();
    const QLocale locale;
    ui->headlineLabel->setText(result.cancelled
                                   ? tr("Stopped after %1").arg(m_summary.figureText(SummaryModel::Elapsed))
                                   : m_summary.figureText(SummaryModel::Elapsed));
    ui->detailLabel->setText(
        tr("%1 of %2 rows written").arg(locale.toString(counts.written()), locale.toString(counts.read())));
}

void SummaryPanel::updateErrors()
{
    QStringList errors;
    for (int row = 0; row < m_summary.rowCount(); ++row) {
        const QString error = m_summary.entityError(row);
        if (!error.isEmpty() && !errors.contains(error))
            errors.append(error);
    }
    ui->errorLabel->setText(errors.join(u'\n'));
    ui->errorLabel->setVisible(!errors.isEmpty());
}

// The table is as high as its lines; outcomes that no row had take no room.
void SummaryPanel::fitView()
{
    const int lines = m_summary.rowCount();
    if (lines == 0)
        return;
    for (const int column :
         {int(SummaryModel::Failed), int(SummaryModel::Cancelled), int(SummaryModel::Updated)}) {
        const QString total = m_summary.index(lines - 1, column).data().toString();
        ui->view->setColumnHidden(column, total == QLatin1String("0"));
    }
    QHeaderView *header = ui->view->horizontalHeader();
    header->setSectionResizeMode(SummaryModel::EntityColumn, QHeaderView::ResizeToContents);
    int needed = header->sectionSize(SummaryModel::EntityColumn);
    for (int column = SummaryModel::Inserted; column < SummaryModel::ColumnCount; ++column) {
        if (!ui->view->isColumnHidden(column))
            needed += header->sectionSizeHint(column);
    }
    // Titles stay whole: where they have no room beside each other, the view scrolls.
    const bool scrolls = needed > ui->view->viewport()->width();
    header->setSectionResizeMode(scrolls ? QHeaderView::ResizeToContents : QHeaderView::Stretch);
    header->setSectionResizeMode(SummaryModel::EntityColumn, QHeaderView::ResizeToContents);
    constexpr int MostLines = 12;
    const int shown = std::min(lines, MostLines);
    ui->view->setFixedHeight(header->sizeHint().height()
                             + shown * ui->view->verticalHeader()->defaultSectionSize() + 4
                             + (scrolls ? ui->view->horizontalScrollBar()->sizeHint().height() : 0));
}

void SummaryPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitView();
}

void SummaryPanel::copyReport()
{
    QGuiApplication::clipboard()->setText(reportText(m_summary.result()));
}

void SummaryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        ui->retranslateUi(this);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace Weir
