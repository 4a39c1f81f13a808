// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/quitguard.h"

#include "gui/project/projectfiles.h"
#include "gui/services/appsettings.h"
#include "gui/tables/tableemptier.h"

#include <QMessageBox>
#include <QPushButton>

namespace Weir {

QuitGuard::QuitGuard(RunPresenter &presenter, LoadPresenter &loads, TableEmptier &emptier,
                     ProjectFiles &files, const AppSettings &settings, QWidget *window)
    : QObject(window)
    , m_presenter(presenter)
    , m_loads(loads)
    , m_emptier(emptier)
    , m_files(files)
    , m_settings(settings)
    , m_window(window)
{
    connect(&presenter, &RunPresenter::stateChanged, this, &QuitGuard::goOn);
    connect(&loads, &LoadPresenter::stateChanged, this, &QuitGuard::goOn);
    connect(&emptier, &TableEmptier::undoEnded, this, [this](bool whole) {
        if (!whole)
            m_stopping = false; // closing would remove the copy of rows that are nowhere else
        goOn();
    });
}

bool QuitGuard::isWorking() const
{
    return m_presenter.state() != RunPresenter::State::Idle || m_loads.isActive();
}

bool QuitGuard::isIdle() const
{
    return !isWorking() && !m_emptier.isUndoing();
}

void QuitGuard::goOn()
{
    if (m_stopping && isIdle())
        guardChanges();
}

bool QuitGuard::mayClose()
{
    const bool replaying = m_presenter.state() == RunPresenter::State::Replaying && !m_loads.isActive();
    if (isIdle()) {
        if (m_allowed || (!m_files.hasUnsavedChanges() && !m_files.isSaving() && !m_emptier.hasLeftovers()))
            return true;
        guardChanges();
    } else if (replaying || !isWorking() || !m_settings.confirmsQuitDuringRun()) {
        stopAndQuit();
    } else if (!m_stopping) {
        askToStop();
    }
    return false;
}

void QuitGuard::askToStop()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Something is under way"), question(),
                                QMessageBox::NoButton, m_window);
    box->setObjectName(QStringLiteral("stopAndQuitBox"));
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(consequence());
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *stop = box->addButton(tr("&Stop and quit"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("&Keep running"), QMessageBox::RejectRole));
    connect(stop, &QPushButton::clicked, this, &QuitGuard::stopAndQuit);
    box->open();
}

QString QuitGuard::question() const
{
    if (m_loads.undoProgress())
        return tr("Stop removing rows and quit?");
    return m_loads.isActive() ? tr("Stop the load and quit?") : tr("Stop the run and quit?");
}

QString QuitGuard::consequence() const
{
    if (m_loads.undoProgress())
        return tr("What is removed stays so; undoing the load again goes on with the rest.");
    if (!m_loads.isActive())
        return tr("Transactions under way finish or roll back; the rest of the rows is not written.");
    if (m_loads.nextPlan().settings.policy == LoadSettings::Policy::AllOrNothing)
        return tr("In a database that is not done with all its files, nothing of the load stays.");
    return tr("Batches under way are finished; Recent Loads goes on with the rest later.");
}

void QuitGuard::stopAndQuit()
{
    m_stopping = true;
    m_presenter.stop();
    m_loads.stop();
    if (m_emptier.isUndoing())
        Q_EMIT waiting(tr("The deleted rows are being put back; the window closes when they are."));
    goOn(); // it may have ended while the user was thinking
}

void QuitGuard::guardChanges()
{
    m_stopping = false;
    if (m_files.isSaving())
        Q_EMIT waiting(tr("The project is being saved; the window closes when it is."));
    m_files.guard([this] {
        m_allowed = true;
        // Not from within the event or signal that led here.
        QMetaObject::invokeMethod(m_window, &QWidget::close, Qt::QueuedConnection);
    });
}

} // namespace Weir
