// SPDX-License-Identifier: GPL-3.0-or-later
// The edits of TestDataModel: each is one undo step of the document.
#include "core/project/projectfile.h"
#include "core/text/delimitedtext.h"
#include "models/project/testdatamodel.h"
#include "models/rowranges.h"
#include "models/wording.h"

#include <QMap>

#include <algorithm>
#include <utility>

namespace Weir {

void TestDataModel::appendRow()
{
    m_document.insertRows(m_entity, rowCount(), {blankRow()}, tr("Add row"));
}

void TestDataModel::removeRowsAt(const QList<int> &rows)
{
    const QList<RowRange> ranges = rowRanges(rows, rowCount());
    if (ranges.isEmpty())
        return;
    m_document.undoStack()->beginMacro(removeRowsText(rowsIn(ranges)));
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
        m_document.removeRows(m_entity, range->first, range->count);
    m_document.undoStack()->endMacro();
}

void TestDataModel::duplicateRows(const QList<int> &rows)
{
    const QList<RowRange> ranges = rowRanges(rows, rowCount());
    if (ranges.isEmpty())
        return;
    QList<TestRow> copies;
    for (const RowRange &range : ranges)
        copies += this->rows().mid(range.first, range.count);
    const int key = entity()->keyIndex();
    for (TestRow &copy : copies) {
        if (key >= 0 && key < copy.size())
            copy[key] = QStringLiteral("");
    }
    const RowRange &last = ranges.constLast();
    const int count = rowsIn(ranges);
    m_document.insertRows(m_entity, last.first + last.count, copies,
                          count == 1 ? tr("Duplicate row") : tr("Duplicate %n rows", nullptr, count));
}

void TestDataModel::moveRows(const QList<int> &rows, int delta)
{
    const QList<RowRange> ranges = rowRanges(rows, rowCount());
    if (delta == 0 || ranges.isEmpty())
        return;
    const RowRange &last = ranges.constLast();
    if (ranges.constFirst().first + delta < 0 || last.first + last.count + delta > rowCount())
        return;
    m_document.undoStack()->beginMacro(moveRowsText(rowsIn(ranges)));
    if (delta < 0) {
        for (const RowRange &range : ranges)
            m_document.moveRows(m_entity, range.first, range.count, range.first + delta);
    } else {
        for (auto range = ranges.crbegin(); range != ranges.crend(); ++range)
            m_document.moveRows(m_entity, range->first, range->count, range->first + range->count + delta);
    }
    m_document.undoStack()->endMacro();
}

QString TestDataModel::copy(const QModelIndexList &cells) const
{
    QMap<int, int> columns; // column in the table -> column in the text
    QMap<int, QMap<int, QString>> texts;
    for (const QModelIndex &cell : cells) {
        if (!checkIndex(cell, CheckIndexOption::IndexIsValid))
            continue;
        columns.insert(cell.column(), 0);
        texts[cell.row()].insert(cell.column(), rows().at(cell.row()).value(cell.column()));
    }
    QList<QStringList> table;
    for (const auto &row : std::as_const(texts)) {
        QStringList line;
        for (auto column = columns.keyBegin(); column != columns.keyEnd(); ++column)
            line.append(row.value(*column));
        table.append(line);
    }
    return tabSeparated(table);
}

bool TestDataModel::paste(const QModelIndex &at, const QString &text)
{
    const QList<QStringList> lines = parseTabSeparated(text);
    if (lines.isEmpty() || !entity())
        return false;
    const int firstRow = at.isValid() ? at.row() : rowCount();
    const int firstColumn = at.isValid() ? at.column() : 0;
    QList<CellEdit> edits;
    QList<TestRow> added;
    for (int i = 0; i < lines.size(); ++i) {
        TestRow fresh = blankRow();
        for (int j = 0; j < lines.at(i).size() && firstColumn + j < columnCount(); ++j) {
            fresh[firstColumn + j] = lines.at(i).at(j);
            edits.append({firstRow + i, firstColumn + j, lines.at(i).at(j)});
        }
        if (firstRow + i >= rowCount())
            added.append(fresh);
    }
    const bool changes =
        !added.isEmpty() || std::any_of(edits.cbegin(), edits.cend(), [this](const CellEdit &edit) {
            return rows().at(edit.row).value(edit.column) != edit.text;
        });
    if (!changes) // an empty macro would be an undo step that does nothing
        return true;
    const int rowsBefore = rowCount();
    const int count = static_cast<int>(lines.size());
    const QString undoText = count == 1 ? tr("Paste row") : tr("Paste %n rows", nullptr, count);
    m_document.undoStack()->beginMacro(undoText);
    m_document.setCells(m_entity, edits, undoText);
    m_document.insertRows(m_entity, rowsBefore, added, undoText);
    m_document.undoStack()->endMacro();
    return true;
}

void TestDataModel::clearCells(const QModelIndexList &cells)
{
    QList<CellEdit> edits;
    for (const QModelIndex &cell : cells) {
        if (checkIndex(cell, CheckIndexOption::IndexIsValid))
            edits.append({cell.row(), cell.column(), QStringLiteral("")});
    }
    const int count = static_cast<int>(edits.size());
    m_document.setCells(m_entity, edits,
                        count == 1 ? tr("Clear cell") : tr("Clear %n cells", nullptr, count));
}

bool TestDataModel::hasSample() const
{
    if (!m_sampleRows) {
        const Project sample = ProjectFile::sample();
        const int index = sample.entityIndex(m_entity);
        const auto names = [](const Entity &entity) {
            QStringList result;
            for (const Field &field : entity.fields)
                result.append(field.name);
            return result;
        };
        const bool same = index >= 0 && entity() && names(sample.entities.at(index)) == names(*entity());
        m_sampleRows = same ? sample.rowsOf(m_entity) : QList<TestRow>();
    }
    return !m_sampleRows->isEmpty();
}

void TestDataModel::resetToSample()
{
    if (hasSample())
        m_document.replaceRows(m_entity, *m_sampleRows, tr("Reset to sample"));
}

} // namespace Weir
