// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/windowmessages.h"

#include "engine/run/runcontroller.h"
#include "gui/widgets/infobar.h"
#include "models/run/logmodel.h"
#include "models/run/summarymodel.h"

#include <QDir>
#include <QLocale>
#include <QStatusBar>

namespace Weir {

namespace {

constexpr int StatusMessageMs = 8000;

} // namespace

WindowMessages::WindowMessages(InfoBar *infoBar, QStatusBar *statusBar, LogModel &log, QObject *parent)
    : QObject(parent)
    , m_infoBar(infoBar)
    , m_statusBar(statusBar)
    , m_log(log)
{}

void WindowMessages::showError(const QString &sentence)
{
    m_log.note(sentence);
    m_infoBar->showMessage(InfoBar::Severity::Error, sentence);
}

void WindowMessages::showWaiting(const QString &sentence)
{
    m_infoBar->showMessage(InfoBar::Severity::Information, sentence);
}

void WindowMessages::showWork(const QString &sentence)
{
    if (sentence.isEmpty())
        m_statusBar->clearMessage();
    else
        m_statusBar->showMessage(sentence);
}

void WindowMessages::showOpened(const QString &path)
{
    m_infoBar->hide();
    m_statusBar->showMessage(tr("Opened %1").arg(QDir::toNativeSeparators(path)), StatusMessageMs);
}

void WindowMessages::showSaved(const QString &path)
{
    m_statusBar->showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(path)), StatusMessageMs);
}

void WindowMessages::showResult(const QString &sentence)
{
    m_statusBar->showMessage(sentence);
}

void WindowMessages::showRun(const FinishedRun &run, const SummaryModel &summary)
{
    const Counts counts = run.result.counts();
    const QLocale locale;
    showResult(tr("%1 of %2 rows written in %3")
                   .arg(locale.toString(counts.written()), locale.toString(counts.read()),
                        summary.figureText(SummaryModel::Elapsed)));
    for (const EntityResult &entity : run.result.entities) {
        if (!entity.error.isEmpty())
            showError(entity.error);
    }
}

void WindowMessages::showEmptied(qint64 rows, const std::function<void()> &undo)
{
    const QString text = tr("Rows deleted: %1. A backup was made.").arg(QLocale().toString(rows));
    m_log.note(text);
    m_infoBar->showMessage(InfoBar::Severity::Information, text, tr("&Undo Emptying"), undo);
}

void WindowMessages::showRestored()
{
    const QString text = tr("The deleted rows are back.");
    m_log.note(text);
    m_infoBar->showMessage(InfoBar::Severity::Success, text);
}

void WindowMessages::showMigrated(const QStringList &changes)
{
    for (const QString &change : changes)
        m_log.note(change);
    m_infoBar->showMessage(InfoBar::Severity::Success,
                           changes.isEmpty() ? tr("All databases are up to date.") : changes.join(u'\n'));
}

} // namespace Weir
