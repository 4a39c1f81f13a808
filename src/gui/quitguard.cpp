// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/quitguard.h"

#include "gui/appsettings.h"
#include "gui/projectfiles.h"

#include <QMessageBox>
#include <QPushButton>

namespace Weir {

QuitGuard::QuitGuard(RunPresenter &presenter, ProjectFiles &files, const AppSettings &settings,
                     QWidget *window)
    : QObject(window)
    , m_presenter(presenter)
    , m_files(files)
    , m_settings(settings)
    , m_window(window)
{
    connect(&presenter, &RunPresenter::stateChanged, this, [this](RunPresenter::State state) {
        if (m_stopping && state == RunPresenter::State::Idle)
            guardChanges();
    });
}

bool QuitGuard::mayClose()
{
    using State = RunPresenter::State;
    const State state = m_presenter.state();
    if (state == State::Idle) {
        if (m_allowed || !m_files.hasUnsavedChanges())
            return true;
        guardChanges();
    } else if (state == State::Replaying || !m_settings.confirmsQuitDuringRun()) {
        stopAndQuit();
    } else if (!m_stopping) {
        askToStop();
    }
    return false;
}

void QuitGuard::askToStop()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("A run is under way"), tr("Stop the run and quit?"),
                                QMessageBox::NoButton, m_window);
    box->setObjectName(QStringLiteral("stopAndQuitBox"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(
        tr("Transactions under way finish or roll back; the rest of the rows is not written."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *stop = box->addButton(tr("&Stop and quit"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("&Keep running"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, &QuitGuard::stopAndQuit);
    box->open();
}

void QuitGuard::stopAndQuit()
{
    if (m_presenter.state() == RunPresenter::State::Idle) { // it ended while the user was thinking
        guardChanges();
        return;
    }
    m_stopping = true;
    m_presenter.stop();
}

void QuitGuard::guardChanges()
{
    m_stopping = false;
    m_files.guard([this] {
        m_allowed = true;
        // Not from within the event or signal that led here.
        QMetaObject::invokeMethod(m_window, &QWidget::close, Qt::QueuedConnection);
    });
}

} // namespace Weir
