// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpresenter.h"

#include <QWidget>

class QAction;
class QLabel;
class QProgressBar;
class QToolButton;

namespace Weir {

/// The status bar's right end: how far the run is, and Stop. GUI thread.
class RunStatus : public QWidget
{
    Q_OBJECT
public:
    RunStatus(RunPresenter &presenter, QAction *stop, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState(RunPresenter::State state);
    void showProgress(int finishedTasks, int tasks);
    void updateText();

    RunPresenter &m_presenter;
    QLabel *m_label;
    QProgressBar *m_bar;
    QToolButton *m_stop;
    int m_finished = 0;
    int m_tasks = 0;
};

} // namespace Weir
