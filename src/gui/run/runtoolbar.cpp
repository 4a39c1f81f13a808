// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runtoolbar.h"

#include "gui/run/strategytexts.h"
#include "models/plaintext.h"
#include "models/project/projectdocument.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

namespace Weir {

RunToolBar::RunToolBar(QWidget *parent)
    : QToolBar(parent)
    , m_strategyLabel(new QLabel(this))
    , m_strategy(new QComboBox(this))
    , m_tasksLabel(new QLabel(this))
    , m_tasks(new QSpinBox(this))
{
    m_strategy->setObjectName(QStringLiteral("strategyCombo"));
    m_tasks->setObjectName(QStringLiteral("tasksSpin"));
    m_strategyLabel->setBuddy(m_strategy);
    m_tasksLabel->setBuddy(m_tasks);
    m_strategy->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_tasks->setRange(1, RunSettings::MaximumTasks);
    m_tasks->setKeyboardTracking(false);
    for (QLabel *label : {m_strategyLabel, m_tasksLabel})
        label->setContentsMargins(6, 0, 2, 0);
    retranslate();
    connect(m_strategy, &QComboBox::currentIndexChanged, this, &RunToolBar::applySettings);
    connect(m_tasks, &QSpinBox::valueChanged, this, &RunToolBar::applySettings);
}

void RunToolBar::setDocument(ProjectDocument &document)
{
    m_document = &document;
    connect(&document, &ProjectDocument::reset, this, &RunToolBar::showSettings);
    connect(&document, &ProjectDocument::runSettingsChanged, this, &RunToolBar::showSettings);
    showSettings();
}

void RunToolBar::place(QAction *before, QAction *right)
{
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_strategyLabel, m_strategy, m_tasksLabel, m_tasks})
        insertWidget(before, widget);
    auto *stretch = new QWidget(this);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    insertWidget(right, stretch);
    const auto buttons = findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setFocusPolicy(Qt::TabFocus);
}

void RunToolBar::showText(QAction *action, const QString &name)
{
    if (auto *button = qobject_cast<QToolButton *>(widgetForAction(action))) {
        button->setObjectName(name);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
}

void RunToolBar::setEditable(bool editable)
{
    m_strategy->setEnabled(editable);
    m_tasks->setEnabled(editable);
}

void RunToolBar::showSettings()
{
    const RunSettings &run = m_document->project().run;
    const QSignalBlocker blockStrategy(m_strategy);
    const QSignalBlocker blockTasks(m_tasks);
    m_strategy->setCurrentIndex(m_strategy->findData(static_cast<int>(run.strategy)));
    m_strategy->setToolTip(plainToolTip(strategyExplanation(run.strategy)));
    m_strategy->setAccessibleDescription(strategyExplanation(run.strategy));
    m_tasks->setValue(run.tasks);
}

void RunToolBar::applySettings()
{
    if (!m_document)
        return;
    RunSettings run = m_document->project().run;
    run.strategy = static_cast<Strategy>(m_strategy->currentData().toInt());
    run.tasks = m_tasks->value();
    if (!(run == m_document->project().run))
        m_document->setRunSettings(run);
}

void RunToolBar::retranslate()
{
    {
        const QSignalBlocker block(m_strategy);
        fillStrategies(m_strategy);
    }
    m_strategyLabel->setText(tr("Strate&gy"));
    m_tasksLabel->setText(tr("Tas&ks"));
    m_strategy->setAccessibleName(tr("Strategy: how tasks share a database"));
    m_tasks->setAccessibleName(tr("Number of tasks"));
    m_tasks->setToolTip(tr("How many tasks the rows are divided among; all start together"));
    if (m_document)
        showSettings();
}

void RunToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

} // namespace Weir
