// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/reasonsmodel.h"

#include "core/text/printabletext.h"
#include "models/load/loadwording.h"
#include "models/plaintext.h"

#include <QLocale>

#include <algorithm>

namespace Weir {

ReasonsModel::ReasonsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void ReasonsModel::begin(const QStringList &paths)
{
    beginResetModel();
    m_paths = paths;
    m_reasons.clear();
    endResetModel();
}

void ReasonsModel::append(const QList<RejectReason> &reasons)
{
    const qsizetype added = std::min<qsizetype>(reasons.size(), Capacity - rowCount());
    if (added <= 0)
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added) - 1);
    m_reasons.insert(m_reasons.end(), reasons.cbegin(), reasons.cbegin() + added);
    endInsertRows();
}

int ReasonsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_reasons.size());
}

int ReasonsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ReasonsModel::cell(const RejectReason &reason, int column) const
{
    const auto number = [](qint64 value) {
        return value == 0 ? QString() : QString::number(value);
    };
    switch (column) {
    case File:
        return fileNameText(m_paths.value(reason.file));
    case Line:
        return QLocale().toString(reason.line);
    case ByteOffset:
        return QLocale().toString(reason.byteOffset);
    case Stage:
        return stageText(reason.stage);
    case RuleColumn:
        return printableText(reason.rule);
    case FieldColumn:
        return printableText(reason.column);
    case Value:
        return printableText(reason.value);
    case Message:
        return printableText(reason.message);
    case Code:
        return number(reason.code);
    case Attempts:
        return number(reason.attempts);
    default:
        return {};
    }
}

QVariant ReasonsModel::sortValue(const RejectReason &reason, int column) const
{
    switch (column) {
    case Line:
        return reason.line;
    case ByteOffset:
        return reason.byteOffset;
    case Code:
        return reason.code;
    case Attempts:
        return reason.attempts;
    default:
        return cell(reason, column);
    }
}

QVariant ReasonsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cell(reason(index.row()), column);
    case Qt::ToolTipRole:
        return plainToolTip(cell(reason(index.row()), column));
    case SortRole:
        return sortValue(reason(index.row()), column);
    case Qt::TextAlignmentRole:
        if (column == Line || column == ByteOffset || column == Code || column == Attempts)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    default:
        return {};
    }
}

QVariant ReasonsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("File"),   tr("Line"),  tr("Byte"),    tr("Stage"), tr("Rule"),
                              tr("Column"), tr("Value"), tr("Message"), tr("Code"),  tr("Attempts")};
    return titles[section];
}

} // namespace Weir
