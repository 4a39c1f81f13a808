// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "core/project.h"
#include "db/emptyticket.h"
#include "db/sqlerror.h"
#include "gui/emptytablesdialog.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace Weir {

class Databases;
class ProjectDocument;
class WorkQueue;

/// "Empty the tables": counts, asks, deletes, and puts back until the next run, load or emptying. All work on
/// the databases is the queue's. GUI thread.
class TableEmptier : public QObject
{
    Q_OBJECT
public:
    TableEmptier(WorkQueue &queue, ProjectDocument &document, QWidget *window);

    void ask();
    void undo();
    bool canUndo() const { return !m_undo.isEmpty(); }
    /// Rows are being put back, or wait for that: the only copy of them is this object's.
    bool isUndoing() const { return m_undoing > 0; }
    /// A run begins or the project changes: what was emptied stays empty.
    void forget();
    /// The window goes: nothing is emptied any more. What is put back goes on to its end.
    void stop() { m_stop->cancel(); }

Q_SIGNALS:
    void tablesChanged();
    void emptied(qint64 rows);
    void restored();
    void undoEnded(bool whole); // false: some rows are not back, and can be put back again
    void failed(const QString &sentences);
    void undoAvailableChanged(bool available);

private:
    struct Target // in one database
    {
        QString database;
        QList<Entity> entities;
    };
    struct Emptied
    {
        QString database;
        QString location;
        EmptyTicket ticket;
    };
    struct Outcome
    {
        QList<Emptied> done; // newest first
        QList<Emptied> left;
        QStringList errors;

        void settle(qsizetype index); // from `left` to `done`
    };

    void count(const Project &project);
    void empty(const Project &project, const QList<int> &entities);
    void handleEmptied(const Outcome &outcome);
    static SqlError restore(Databases &databases, const Emptied &emptied);
    static void discard(Databases &databases, const Emptied &emptied);
    void handleRestored(const Outcome &outcome);
    void setUndo(const QList<Emptied> &undo);
    void drop(const QList<Emptied> &tickets);

    WorkQueue &m_queue;
    ProjectDocument &m_document;
    QWidget *m_window;
    QPointer<EmptyTablesDialog> m_dialog;
    QList<Emptied> m_undo; // newest first
    int m_undoing = 0;
    const std::shared_ptr<CancelToken> m_stop = std::make_shared<CancelToken>();
};

} // namespace Weir
