// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/mappingmodel.h"

#include "core/text/printabletext.h"
#include "models/load/loaddraft.h"
#include "models/plaintext.h"

namespace Weir {

MappingModel::MappingModel(LoadDraft &draft, QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(&draft)
{
    connect(&draft, &LoadDraft::fileChanged, this, &MappingModel::update);
}

void MappingModel::setFile(int row)
{
    beginResetModel();
    m_file = row;
    m_rows = row < 0 ? 0 : static_cast<int>(m_draft->file(row).detection.header.size());
    endResetModel();
}

void MappingModel::update(int row)
{
    if (row != m_file)
        return;
    // An editor stays open when only the mapping has changed.
    if (m_rows != m_draft->file(row).detection.header.size())
        setFile(row);
    else if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

QStringList MappingModel::choices() const
{
    QStringList result{tr("(not loaded)")};
    if (m_file < 0)
        return result;
    for (const Field &field : m_draft->project().entities.value(m_draft->file(m_file).entity).fields)
        result.append(printableText(field.label));
    return result;
}

int MappingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int MappingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MappingModel::text(const QModelIndex &index) const
{
    const SheetFile &file = m_draft->file(m_file);
    const int column = index.row();
    switch (index.column()) {
    case FileColumn:
        return printableText(file.detection.header.value(column));
    case Example: {
        constexpr int Longest = 60;
        for (const std::vector<std::string> &cells : file.detection.rows) {
            const auto place = static_cast<std::size_t>(column);
            if (place < cells.size() && !cells[place].empty())
                return shortText(QString::fromStdString(cells[place]), Longest);
        }
        return {};
    }
    default:
        return choices().value(m_draft->fieldOf(m_file, column) + 1);
    }
}

QVariant MappingModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::EditRole:
        return index.column() == FieldColumn ? QVariant(m_draft->fieldOf(m_file, index.row()) + 1)
                                             : QVariant(text(index));
    case Qt::ToolTipRole:
        return plainToolTip(text(index));
    default:
        return {};
    }
}

bool MappingModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != FieldColumn)
        return false;
    m_draft->setField(m_file, index.row(), value.toInt() - 1);
    return true;
}

Qt::ItemFlags MappingModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == FieldColumn ? base | Qt::ItemIsEditable : base;
}

QVariant MappingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("Column"), tr("Example"), tr("Field")};
    return titles[section];
}

} // namespace Weir
