// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"
#include "db/emptyticket.h"
#include "gui/tables/emptytablesdialog.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace Weir {

class ProjectDocument;
class RunController;

/// Rows that were taken out of the tables of one database.
struct Emptied
{
    QString database;
    QString location;
    EmptyTicket ticket;
    bool isLeft = false; // an undo did not put them back
};

/// "Empty the tables": counts, asks, deletes, and puts back until the next run, load or emptying. What could
/// not be put back is kept until it can be, or the user lets go of it. GUI thread.
class TableEmptier : public QObject
{
    Q_OBJECT
public:
    TableEmptier(RunController &runs, ProjectDocument &document, QWidget *window);

    void ask();
    void undo();
    bool canUndo() const { return !m_undo.isEmpty(); }
    /// Rows are being put back, or wait for that: the only copy of them is this object's.
    bool isUndoing() const { return m_undoing > 0; }
    /// An emptying or its undo waits or is under way: it is about the project that is open.
    bool isBusy() const { return m_emptying + m_undoing > 0; }
    /// There are rows that an undo did not put back.
    bool hasLeftovers() const;
    /// A run or load begins: what was emptied stays empty.
    void endUndo();
    /// Another project: all copies go, and so does the question.
    void leaveProject();
    /// Calls `proceed` when no leftovers would be lost: at once, or when the user lets go of them.
    void guard(const std::function<void()> &proceed);

Q_SIGNALS:
    void tablesChanged();
    void emptied(qint64 rows);
    void restored();
    void undoEnded(bool whole); // false: some rows are not back, and can be put back again
    void failed(const QString &sentences);
    void undoAvailableChanged(bool available);
    void busyChanged(bool busy);

private:
    void count(const Project &project);
    void countIn(const Project &project, const DatabaseProfile &database);
    void empty(const Project &project, const QList<int> &entities);
    void handleEmptied(const QList<Emptied> &done, const QStringList &errors);
    void handleRestored(const QList<Emptied> &done, const QList<Emptied> &left, const QStringList &errors);
    void setUndo(const QList<Emptied> &undo);
    void forget();
    void tally(int *works, int change);
    void drop(QList<Emptied> tickets);

    RunController &m_runs;
    ProjectDocument &m_document;
    QWidget *m_window;
    QPointer<EmptyTablesDialog> m_dialog;
    QList<Emptied> m_undo; // newest first
    int m_emptying = 0;
    int m_undoing = 0;
};

} // namespace Weir
