// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QStatusBar;

namespace Weir {

class InfoBar;
class LogModel;
class SummaryModel;
struct FinishedRun;

/// What the window tells of what has happened, on its bars and in the log. GUI thread.
class WindowMessages : public QObject
{
    Q_OBJECT
public:
    WindowMessages(InfoBar *infoBar, QStatusBar *statusBar, LogModel &log, QObject *parent);

    void showError(const QString &sentence);
    void showWaiting(const QString &sentence);
    /// What is being done with a file; empty: nothing any more.
    void showWork(const QString &sentence);
    void showOpened(const QString &path);
    void showSaved(const QString &path);
    void showResult(const QString &sentence);
    void showRun(const FinishedRun &run, const SummaryModel &summary);
    void showEmptied(qint64 rows, const std::function<void()> &undo);
    void showRestored();
    void showMigrated(const QStringList &changes);

private:
    InfoBar *m_infoBar;
    QStatusBar *m_statusBar;
    LogModel &m_log;
};

} // namespace Weir
