// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/loadgroupsmodel.h"

#include "core/text/printabletext.h"
#include "models/load/loadwording.h"
#include "models/plaintext.h"

#include <QLocale>

#include <numeric>

namespace Weir {

LoadGroupsModel::LoadGroupsModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void LoadGroupsModel::show(const LoadResult &result)
{
    beginResetModel();
    m_lines.clear();
    for (int i = 0; i < result.files.size(); ++i) {
        const FileResult &file = result.files.at(i);
        for (const RejectGroup &group : file.groups)
            m_lines.append({i, file.path, group});
    }
    endResetModel();
}

qint64 LoadGroupsModel::total() const
{
    return std::accumulate(m_lines.cbegin(), m_lines.cend(), qint64{0},
                           [](qint64 sum, const Line &line) { return sum + line.group.count; });
}

int LoadGroupsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int LoadGroupsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LoadGroupsModel::cell(const Line &line, int column) const
{
    switch (column) {
    case File:
        return fileNameText(line.path);
    case Stage:
        return stageText(line.group.stage);
    case RuleColumn:
        return printableText(line.group.rule);
    case FieldColumn:
        return printableText(line.group.column);
    case Count:
        return QLocale().toString(line.group.count);
    case Example:
        return line.group.examples.isEmpty() ? QString()
                                             : tr("Line %1: %2")
                                                   .arg(QLocale().toString(line.group.examples.first().line),
                                                        printableText(line.group.examples.first().message));
    default:
        return {};
    }
}

QString LoadGroupsModel::examples(const RejectGroup &group) const
{
    QStringList lines;
    for (const RejectReason &reason : group.examples) {
        QString text = tr("Line %1: %2").arg(QLocale().toString(reason.line), printableText(reason.message));
        if (!reason.value.isEmpty())
            text += QStringLiteral(" (%1)").arg(printableText(reason.value));
        lines.append(text);
    }
    return lines.join(u'\n');
}

QVariant LoadGroupsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cell(line, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(examples(line.group));
    case Qt::AccessibleDescriptionRole:
        return examples(line.group);
    case Qt::TextAlignmentRole:
        if (index.column() == Count)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    default:
        return {};
    }
}

QVariant LoadGroupsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QString titles[] = {tr("File"),   tr("Stage"), tr("Rule"),
                              tr("Column"), tr("Count"), tr("First example")};
    return titles[section];
}

} // namespace Weir
