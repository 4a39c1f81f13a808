// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
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

/// The project being edited: its value, where it is saved, and every change as an undo step. GUI thread.
class ProjectDocument : public QObject
{
    Q_OBJECT
public:
    explicit ProjectDocument(QObject *parent = nullptr); // the sample project, without a path

    const Project &project() const { return m_project; }
    const QString &path() const { return m_path; } // empty: never saved
    QString displayName() const;                   // file name, or the project's name
    bool isModified() const { return !m_undoStack.isClean(); }
    QUndoStack *undoStack() { return &m_undoStack; }

    void newSample();
    Expected<void> open(const QString &path); // on error the document stays as it is
    Expected<void> save();
    Expected<void> saveAs(const QString &path);

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
    void become(Project project, const QString &path);
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
};

} // namespace Weir
