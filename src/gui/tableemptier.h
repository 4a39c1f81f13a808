// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"
#include "gui/emptytablesdialog.h"

#include <QObject>
#include <QPointer>

namespace Weir {

class ProjectDocument;
class WorkQueue;

/// "Empty the tables": counts, asks, backs up, deletes, and puts back until the next run. All work on the
/// databases is the queue's. GUI thread.
class TableEmptier : public QObject
{
    Q_OBJECT
public:
    TableEmptier(WorkQueue &queue, ProjectDocument &document, QWidget *window);
    ~TableEmptier() override;

    void ask();
    void undo();
    bool canUndo() const { return !m_undo.isEmpty(); }
    /// A run begins or the project changes: what was emptied stays empty.
    void forget();

Q_SIGNALS:
    void emptied(qint64 rows);
    void restored();
    void failed(const QString &sentence);
    void undoAvailableChanged(bool available);

private:
    struct Emptied // one database
    {
        QString database;
        QList<Entity> entities;
        QString backupFile;
        qint64 rows = 0;
    };
    struct Result
    {
        QList<Emptied> emptied;
        QStringList errors;
    };

    void count(const Project &project);
    void empty(const Project &project, const QList<int> &entities);
    void handleEmptied(const Result &result, const QString &error);
    void setUndo(const QList<Emptied> &undo);

    WorkQueue &m_queue;
    ProjectDocument &m_document;
    QWidget *m_window;
    QPointer<EmptyTablesDialog> m_dialog;
    QList<Emptied> m_undo;
};

} // namespace Weir
