// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/project/projectdocument.h"

#include "core/project/projectfile.h"
#include "models/project/documentedit.h"
#include "models/wording.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace Weir {

ProjectDocument::ProjectDocument(QObject *parent)
    : QObject(parent)
    , m_project(ProjectFile::sample())
{
    connect(&m_undoStack, &QUndoStack::indexChanged, this, &ProjectDocument::updateModified);
}

QString ProjectDocument::displayName() const
{
    return m_path.isEmpty() ? m_project.name : QFileInfo(m_path).fileName();
}

void ProjectDocument::newSample()
{
    use(ProjectFile::sample(), {});
}

void ProjectDocument::use(Project project, const QString &path)
{
    Q_EMIT aboutToReset();
    m_project = std::move(project);
    m_path = path;
    m_firstRevision = m_savedRevision = ++m_lastRevision;
    m_undoStack.clear();
    updateModified();
    Q_EMIT reset();
    Q_EMIT pathChanged(m_path);
}

quint64 ProjectDocument::revision() const
{
    for (int step = m_undoStack.index() - 1; step >= 0; --step) {
        const QUndoCommand *last = m_undoStack.command(step);
        while (last->childCount() > 0) // a macro is what its last edit came to
            last = last->child(last->childCount() - 1);
        if (const auto *edit = dynamic_cast<const DocumentEdit *>(last)) // no macro without any
            return edit->revision();
    }
    return m_firstRevision;
}

void ProjectDocument::setSaved(const QString &path, quint64 revision)
{
    if (revision < m_firstRevision)
        return;
    if (m_path != path) {
        m_path = path;
        Q_EMIT pathChanged(m_path);
    }
    m_savedRevision = revision;
    updateModified();
}

void ProjectDocument::updateModified()
{
    if (m_wasModified == isModified())
        return;
    m_wasModified = isModified();
    Q_EMIT modifiedChanged(m_wasModified);
}

bool ProjectDocument::hasRows(const QString &entity, int first, int count) const
{
    const auto rows = m_project.testData.constFind(entity);
    const qsizetype size = rows == m_project.testData.cend() ? 0 : rows->size();
    return first >= 0 && count > 0 && first + count <= size;
}

void ProjectDocument::push(const QString &undoText, std::function<void()> apply, std::function<void()> revert)
{
    m_undoStack.push(new DocumentEdit(++m_lastRevision, undoText, std::move(apply), std::move(revert)));
}

void ProjectDocument::setCell(const QString &entity, int row, int column, const QString &text)
{
    setCells(entity, {{row, column, text}}, tr("Edit cell"));
}

void ProjectDocument::setCells(const QString &entity, const QList<CellEdit> &cells, const QString &undoText)
{
    QList<CellEdit> before;
    QList<CellEdit> after;
    for (const CellEdit &edit : cells) {
        if (edit.column < 0 || !hasRows(entity, edit.row, 1))
            continue;
        const QString old = m_project.testData[entity].at(edit.row).value(edit.column);
        if (old == edit.text)
            continue;
        before.append({edit.row, edit.column, old});
        after.append(edit);
    }
    if (after.isEmpty())
        return;
    // Backwards: a cell edited twice in one step gets its first text back.
    std::reverse(before.begin(), before.end());
    push(
        undoText, [this, entity, after] { applyCells(entity, after); },
        [this, entity, before] { applyCells(entity, before); });
}

void ProjectDocument::insertRows(const QString &entity, int row, const QList<TestRow> &rows,
                                 const QString &undoText)
{
    if (rows.isEmpty() || row < 0 || row > m_project.testData.value(entity).size())
        return;
    const int count = static_cast<int>(rows.size());
    const bool known = m_project.testData.contains(entity);
    push(
        undoText, [this, entity, row, rows] { applyInsert(entity, row, rows); },
        [this, entity, row, count, known] {
            applyRemove(entity, row, count);
            if (!known)
                m_project.testData.remove(entity);
        });
}

void ProjectDocument::removeRows(const QString &entity, int first, int count)
{
    if (!hasRows(entity, first, count))
        return;
    const QList<TestRow> removed = m_project.testData[entity].mid(first, count);
    push(
        removeRowsText(count), [this, entity, first, count] { applyRemove(entity, first, count); },
        [this, entity, first, removed] { applyInsert(entity, first, removed); });
}

void ProjectDocument::moveRows(const QString &entity, int first, int count, int to)
{
    const bool stays = to >= first && to <= first + count;
    if (!hasRows(entity, first, count) || to < 0 || to > m_project.testData[entity].size() || stays)
        return;
    const bool down = to > first;
    const int newFirst = down ? to - count : to;
    const int backTo = down ? first : first + count;
    push(
        moveRowsText(count), [this, entity, first, count, to] { applyMove(entity, first, count, to); },
        [this, entity, newFirst, count, backTo] { applyMove(entity, newFirst, count, backTo); });
}

void ProjectDocument::replaceRows(const QString &entity, const QList<TestRow> &rows, const QString &undoText)
{
    const QList<TestRow> old = m_project.testData.value(entity);
    if (old == rows)
        return;
    const bool known = m_project.testData.contains(entity);
    push(
        undoText, [this, entity, rows] { applyRows(entity, rows); },
        [this, entity, old, known] {
            applyRows(entity, old);
            if (!known)
                m_project.testData.remove(entity);
        });
}

void ProjectDocument::setRunSettings(const RunSettings &settings)
{
    const RunSettings old = m_project.run;
    if (old == settings)
        return;
    push(
        tr("Change run settings"), [this, settings] { applyRunSettings(settings); },
        [this, old] { applyRunSettings(old); });
}

void ProjectDocument::setDatabase(int index, const DatabaseProfile &profile)
{
    if (index < 0 || index >= m_project.databases.size() || m_project.databases.at(index) == profile)
        return;
    const DatabaseProfile old = m_project.databases.at(index);
    push(
        tr("Change database '%1'").arg(old.name), [this, index, profile] { applyDatabase(index, profile); },
        [this, index, old] { applyDatabase(index, old); });
}

void ProjectDocument::applyCells(const QString &entity, const QList<CellEdit> &cells)
{
    QList<TestRow> &rows = m_project.testData[entity];
    for (const CellEdit &edit : cells) {
        TestRow &row = rows[edit.row];
        if (row.size() <= edit.column)
            row.resize(edit.column + 1);
        row[edit.column] = edit.text;
        Q_EMIT cellChanged(entity, edit.row, edit.column);
    }
}

void ProjectDocument::applyInsert(const QString &entity, int first, const QList<TestRow> &rows)
{
    const int count = static_cast<int>(rows.size());
    Q_EMIT rowsAboutToBeInserted(entity, first, count);
    QList<TestRow> &all = m_project.testData[entity];
    all = all.mid(0, first) + rows + all.mid(first);
    Q_EMIT rowsInserted(entity, first, count);
}

void ProjectDocument::applyRemove(const QString &entity, int first, int count)
{
    Q_EMIT rowsAboutToBeRemoved(entity, first, count);
    m_project.testData[entity].remove(first, count);
    Q_EMIT rowsRemoved(entity, first, count);
}

void ProjectDocument::applyMove(const QString &entity, int first, int count, int to)
{
    Q_EMIT rowsAboutToBeMoved(entity, first, count, to);
    auto begin = m_project.testData[entity].begin();
    if (to > first)
        std::rotate(begin + first, begin + first + count, begin + to);
    else
        std::rotate(begin + to, begin + first, begin + first + count);
    Q_EMIT rowsMoved(entity, first, count, to);
}

void ProjectDocument::applyRows(const QString &entity, const QList<TestRow> &rows)
{
    Q_EMIT rowsAboutToBeReplaced(entity);
    m_project.testData[entity] = rows;
    Q_EMIT rowsReplaced(entity);
}

void ProjectDocument::applyRunSettings(const RunSettings &settings)
{
    m_project.run = settings;
    Q_EMIT runSettingsChanged();
}

void ProjectDocument::applyDatabase(int index, const DatabaseProfile &profile)
{
    m_project.databases[index] = profile;
    Q_EMIT databasesChanged();
}

} // namespace Weir
