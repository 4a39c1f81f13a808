// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/mendmodel.h"

#include "core/text/printabletext.h"
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

MendModel::Row MendModel::makeRow(const MendLine &line) const
{
    Row row{line.cells, check(line.cells)};
    for (const Refusal &refusal : line.refusals) {
        const auto isField = [&](const Field &field) {
            return field.name == refusal.field;
        };
        const auto field = std::find_if(m_entity.fields.cbegin(), m_entity.fields.cend(), isField);
        row.problems.append(
            {m_mapping.columnOfField.value(field - m_entity.fields.cbegin(), -1), refusal.message});
    }
    return row;
}

void MendModel::setLines(const MendLines &lines)
{
    beginResetModel();
    m_header = lines.header;
    m_rows.clear();
    m_columns = m_mapping.columns;
    m_edited = false;
    endResetModel();
    addLines(lines);
}

void MendModel::addLines(const MendLines &lines)
{
    int columns = m_columns;
    for (const MendLine &line : lines.rows)
        columns = std::max(columns, static_cast<int>(line.cells.size()));
    if (columns > m_columns) {
        beginInsertColumns({}, m_columns, columns - 1);
        m_columns = columns;
        endInsertColumns();
    }
    if (lines.rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.rows.size()) - 1);
    for (const MendLine &line : lines.rows)
        m_rows.push_back(makeRow(line));
    endInsertRows();
}

MendModel::Cells MendModel::trimmed(Cells cells) const
{
    while (cells.size() > static_cast<std::size_t>(m_mapping.columns) && cells.back().empty())
        cells.pop_back();
    return cells;
}

MendLines MendModel::lines() const
{
    MendLines lines;
    lines.header = m_header;
    for (const Row &row : m_rows)
        lines.rows.push_back({trimmed(row.cells), {}});
    return lines;
}

int MendModel::badRows() const
{
    return static_cast<int>(std::count_if(m_rows.cbegin(), m_rows.cend(),
                                          [](const Row &row) { return !row.problems.isEmpty(); }));
}

QList<LineProblem> MendModel::check(const Cells &cells) const
{
    return lineProblems(m_rules, trimmed(cells), m_mapping, ColumnMapping::Ragged::Reject);
}

// Where text was damaged it shows the replacement character. Left standing, that is damage still: it was
// never in the file, and must not get into the table.
MendModel::Cells MendModel::replaced(Cells cells, int column, const QString &text)
{
    const auto place = static_cast<std::size_t>(column);
    if (cells.size() <= place)
        cells.resize(place + 1);
    std::string bytes = text.toStdString();
    const std::string before = cells[place];
    if (QString::fromStdString(before).toStdString() != before) {
        const std::string mark = QString(QChar(QChar::ReplacementCharacter)).toStdString();
        constexpr char NoUtf8 = '\xff';
        for (std::size_t found = 0; (found = bytes.find(mark, found)) != std::string::npos; ++found)
            bytes.replace(found, mark.size(), 1, NoUtf8);
    }
    cells[place] = bytes;
    return cells;
}

QString MendModel::text(const QModelIndex &index) const
{
    const Cells &cells = row(index.row()).cells;
    const auto column = static_cast<std::size_t>(index.column());
    return column < cells.size() ? QString::fromStdString(cells[column]) : QString();
}

QString MendModel::problemsFor(const QModelIndex &index, const QString &text) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (text == this->text(index))
        return problemText(row(index.row()).problems, index.column());
    return problemText(check(replaced(row(index.row()).cells, index.column(), text)), index.column());
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
        if (!problemText(problems, place % columns).isEmpty())
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
        return printableText(text(index));
    case Qt::EditRole:
        return text(index);
    case ProblemRole:
    case Qt::AccessibleDescriptionRole:
        return problemText(row.problems, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(problemText(row.problems, index.column()));
    default:
        return {};
    }
}

bool MendModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (value.toString() == text(index)) // an editor that was opened and closed
        return true;
    Row &row = m_rows[static_cast<std::size_t>(index.row())];
    row.cells = replaced(row.cells, index.column(), value.toString());
    row.problems = check(row.cells);
    m_edited = true;
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), m_columns - 1));
    return true;
}

bool MendModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count <= 0 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    m_edited = true;
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
