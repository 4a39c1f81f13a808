// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mendmodel.h"

#include "core/printabletext.h"
#include "models/plaintext.h"

#include <algorithm>

namespace Weir {

MendModel::MendModel(const Entity &entity, const ColumnMapping &mapping, QObject *parent)
    : QAbstractTableModel(parent)
    , m_entity(entity)
    , m_mapping(mapping)
    , m_rules(entity)
    , m_columns(mapping.columns)
{}

void MendModel::setLines(const MendLines &lines)
{
    beginResetModel();
    m_header = lines.header;
    m_rows.clear();
    m_columns = m_mapping.columns;
    for (const QStringList &cells : lines.rows) {
        m_rows.push_back({cells, check(cells)});
        m_columns = std::max(m_columns, static_cast<int>(cells.size()));
    }
    endResetModel();
}

QStringList MendModel::trimmed(QStringList cells) const
{
    while (cells.size() > m_mapping.columns && cells.last().isEmpty())
        cells.removeLast();
    return cells;
}

MendLines MendModel::lines() const
{
    MendLines lines;
    lines.header = m_header;
    for (const Row &row : m_rows)
        lines.rows.append(trimmed(row.cells));
    return lines;
}

int MendModel::badRows() const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(),
                                          [](const Row &row) { return !row.problems.isEmpty(); }));
}

QList<LineProblem> MendModel::check(const QStringList &cells) const
{
    std::vector<std::string> bytes;
    for (const QString &cell : trimmed(cells))
        bytes.push_back(cell.toStdString());
    return lineProblems(m_rules, bytes, m_mapping, ColumnMapping::Ragged::Reject);
}

QString MendModel::textOf(const QList<LineProblem> &problems, int column)
{
    QStringList messages;
    for (const LineProblem &problem : problems) {
        if (std::max(problem.column, 0) == column)
            messages.append(problem.message);
    }
    return messages.join(u'\n');
}

QString MendModel::problemsFor(const QModelIndex &index, const QString &text) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    QStringList cells = row(index.row()).cells;
    while (cells.size() <= index.column())
        cells.append(QString());
    cells[index.column()] = text;
    return textOf(check(cells), index.column());
}

QModelIndex MendModel::nextProblem(const QModelIndex &after) const
{
    const int rows = rowCount();
    const int columns = columnCount();
    const int begin = after.isValid() ? after.row() * columns + after.column() + 1 : 0;
    for (int i = 0; i < rows * columns; ++i) {
        const int place = (begin + i) % (rows * columns);
        const QList<LineProblem> &problems = row(place / columns).problems;
        if (problems.isEmpty()) {
            i += columns - place % columns - 1; // the whole line is good
            continue;
        }
        if (!textOf(problems, place % columns).isEmpty())
            return index(place / columns, place % columns);
    }
    return {};
}

int MendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MendModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant MendModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = this->row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return printableText(row.cells.value(index.column()));
    case Qt::EditRole:
        return row.cells.value(index.column());
    case ProblemRole:
    case Qt::AccessibleDescriptionRole:
        return textOf(row.problems, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(textOf(row.problems, index.column()));
    default:
        return {};
    }
}

bool MendModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Row &row = m_rows[static_cast<std::size_t>(index.row())];
    while (row.cells.size() <= index.column())
        row.cells.append(QString());
    row.cells[index.column()] = value.toString();
    row.problems = check(row.cells);
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), m_columns - 1));
    return true;
}

bool MendModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    endRemoveRows();
    return true;
}

QVariant MendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    if (section < m_header.size())
        return printableText(m_header.at(section));
    const auto field = m_mapping.columnOfField.indexOf(section);
    return field >= 0 ? printableText(m_entity.fields.at(field).label) : tr("(too many)");
}

Qt::ItemFlags MendModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() ? base | Qt::ItemIsEditable : base;
}

} // namespace Weir
