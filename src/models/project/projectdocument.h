// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace Weir {

/// A cell of one entity's test data and the text it is to have.
struct CellEdit
{
    int row = 0;
    int column = 0;
    QString text;
};

/// The project being edited: its value, where it is saved, and every change as an undo step. It reads and
/// writes no file. GUI thread.
class ProjectDocument : public QObject
{
    Q_OBJECT
public:
    explicit ProjectDocument(QObject *parent = nullptr); // the sample project, without a path

    const Project &project() const { return m_project; }
    const QString &path() const { return m_path; } // empty: never saved
    QString displayName() const;                   // file name, or the project's name
    bool isModified() const { return revision() != m_savedRevision; }
    /// Stands for what the project is now: another number with every edit, the former one when it is undone.
    quint64 revision() const;
    QUndoStack *undoStack() { return &m_undoStack; }

    void newSample();
    void use(Project project, const QString &path); // another project, as it was read from this file
    /// This file holds what the project was at that revision; nothing happens when that was another project.
    void setSaved(const QString &path, quint64 revision);

    // Each is one undo step, or none when it changes nothing; rows and columns as in Project::testData.
    void setCell(const QString &entity, int row, int column, const QString &text);
    void setCells(const QString &entity, const QList<CellEdit> &cells, const QString &undoText);
    void insertRows(const QString &entity, int row, const QList<TestRow> &rows, const QString &undoText);
    void removeRows(const QString &entity, int first, int count);
    void moveRows(const QString &entity, int first, int count, int to); // to: index before which they go
    void replaceRows(const QString &entity, const QList<TestRow> &rows, const QString &undoText);
    void setRunSettings(const RunSettings &settings);
    void setDatabase(int index, const DatabaseProfile &profile);

Q_SIGNALS:
    void aboutToReset();
    /// The whole value changed: other project.
    void reset();
    void cellChanged(const QString &entity, int row, int column);
    void rowsAboutToBeInserted(const QString &entity, int first, int count);
    void rowsInserted(const QString &entity, int first, int count);
    void rowsAboutToBeRemoved(const QString &entity, int first, int count);
    void rowsRemoved(const QString &entity, int first, int count);
    void rowsAboutToBeMoved(const QString &entity, int first, int count, int to);
    void rowsMoved(const QString &entity, int first, int count, int to);
    void rowsAboutToBeReplaced(const QString &entity);
    void rowsReplaced(const QString &entity);
    void runSettingsChanged();
    void databasesChanged();
    void modifiedChanged(bool modified);
    void pathChanged(const QString &path);

private:
    void push(const QString &undoText, std::function<void()> apply, std::function<void()> revert);
    void updateModified();
    bool hasRows(const QString &entity, int first, int count) const;

    void applyCells(const QString &entity, const QList<CellEdit> &cells);
    void applyInsert(const QString &entity, int first, const QList<TestRow> &rows);
    void applyRemove(const QString &entity, int first, int count);
    void applyMove(const QString &entity, int first, int count, int to);
    void applyRows(const QString &entity, const QList<TestRow> &rows);
    void applyRunSettings(const RunSettings &settings);
    void applyDatabase(int index, const DatabaseProfile &profile);

    Project m_project;
    QString m_path;
    QUndoStack m_undoStack;
    quint64 m_lastRevision = 1;
    quint64 m_firstRevision = 1; // of this project
    quint64 m_savedRevision = 1;
    bool m_wasModified = false; // when it was told last
};

} // namespace Weir
