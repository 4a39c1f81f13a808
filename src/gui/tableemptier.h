// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "core/project.h"
#include "db/emptyticket.h"
#include "gui/emptytablesdialog.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace Weir {

class ProjectDocument;
class WorkQueue;

/// "Empty the tables": counts, asks, deletes, and puts back until the next run or emptying. All work on the
/// databases is the queue's. GUI thread.
class TableEmptier : public QObject
{
    Q_OBJECT
public:
    TableEmptier(WorkQueue &queue, ProjectDocument &document, QWidget *window);

    void ask();
    void undo();
    bool canUndo() const { return !m_undo.isEmpty(); }
    /// A run begins or the project changes: what was emptied stays empty.
    void forget();
    /// The window goes: what is under way ends, and nothing begins any more.
    void stop() { m_stop->cancel(); }

Q_SIGNALS:
    void tablesChanged();
    void emptied(qint64 rows);
    void restored();
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
    };

    void count(const Project &project);
    void empty(const Project &project, const QList<int> &entities);
    void handleEmptied(const Outcome &outcome);
    void handleRestored(const Outcome &outcome);
    void setUndo(const QList<Emptied> &undo);
    void drop(const QList<Emptied> &tickets);

    WorkQueue &m_queue;
    ProjectDocument &m_document;
    QWidget *m_window;
    QPointer<EmptyTablesDialog> m_dialog;
    QList<Emptied> m_undo; // newest first
    const std::shared_ptr<CancelToken> m_stop = std::make_shared<CancelToken>();
};

} // namespace Weir
