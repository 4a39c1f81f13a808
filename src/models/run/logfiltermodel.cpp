// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/logfiltermodel.h"

#include "models/run/logmodel.h"

namespace Weir {

LogFilterModel::LogFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(LogModel::SortRole);
}

void LogFilterModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateFilter();
}

void LogFilterModel::setEntity(const QString &entity)
{
    if (m_entity == entity)
        return;
    m_entity = entity;
    invalidateFilter();
}

void LogFilterModel::setVerdict(std::optional<Verdict> verdict)
{
    if (m_verdict == verdict)
        return;
    m_verdict = verdict;
    invalidateFilter();
}

bool LogFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QAbstractItemModel &source = *sourceModel();
    const QModelIndex first = source.index(sourceRow, 0, sourceParent);
    if (first.data(LogModel::KindRole).toInt() != LogModel::HeadingKind) {
        if (!m_entity.isEmpty() && first.data(LogModel::EntityRole).toString() != m_entity)
            return false;
        if (m_verdict && first.data(LogModel::VerdictRole).toInt() != static_cast<int>(*m_verdict))
            return false;
    }
    if (m_text.isEmpty())
        return true;
    for (int column = 0; column < LogModel::ColumnCount; ++column) {
        const QString cell = first.siblingAtColumn(column).data().toString();
        if (cell.contains(m_text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace Weir
