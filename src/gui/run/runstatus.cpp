// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runstatus.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace Weir {

RunStatus::RunStatus(RunPresenter &presenter, QAction *stop, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QToolButton(this))
{
    m_label->setObjectName(QStringLiteral("progressLabel"));
    m_bar->setObjectName(QStringLiteral("progressBar"));
    m_stop->setObjectName(QStringLiteral("statusStopButton"));
    m_label->setTextFormat(Qt::PlainText);
    m_bar->setFixedWidth(160);
    m_bar->setTextVisible(false);
    m_stop->setDefaultAction(stop);
    m_stop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_stop->setIconSize(QSize(14, 14));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_stop);
    connect(&presenter, &RunPresenter::stateChanged, this, &RunStatus::showState);
    connect(&presenter, &RunPresenter::progress, this, &RunStatus::showProgress);
    showState(presenter.state());
}

void RunStatus::showState(RunPresenter::State state)
{
    const bool idle = state == RunPresenter::State::Idle;
    m_label->setVisible(!idle);
    m_bar->setVisible(!idle);
    m_stop->setVisible(!idle);
    updateText();
}

void RunStatus::showProgress(int finishedTasks, int tasks)
{
    m_finished = finishedTasks;
    m_tasks = tasks;
    m_bar->setRange(0, tasks);
    m_bar->setValue(finishedTasks);
    updateText();
}

void RunStatus::updateText()
{
    const QLocale locale;
    const QString counts = tr("%1 of %2 tasks").arg(locale.toString(m_finished), locale.toString(m_tasks));
    switch (m_presenter.state()) {
    case RunPresenter::State::Waiting:
        m_label->setText(tr("Waiting for the databases…"));
        break;
    case RunPresenter::State::Stopping:
        m_label->setText(tr("Stopping…"));
        break;
    case RunPresenter::State::Replaying:
        m_label->setText(tr("Replay: %1").arg(counts));
        break;
    case RunPresenter::State::Running:
    case RunPresenter::State::Idle:
        m_label->setText(counts);
        break;
    }
    m_bar->setAccessibleName(tr("Progress of the run: %1").arg(counts));
}

void RunStatus::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateText();
    QWidget::changeEvent(event);
}

} // namespace Weir
