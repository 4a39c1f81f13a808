// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/load/reasonsfiltermodel.h"

#include "models/load/reasonsmodel.h"

#include <algorithm>

namespace Weir {

ReasonsFilterModel::ReasonsFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ReasonsModel::SortRole);
}

void ReasonsFilterModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    invalidateFilter();
}

void ReasonsFilterModel::setFile(int file)
{
    if (m_file == file)
        return;
    m_file = file;
    invalidateFilter();
}

void ReasonsFilterModel::setGroup(const QString &rule, const QString &column)
{
    if (m_rule == rule && m_column == column)
        return;
    m_rule = rule;
    m_column = column;
    invalidateFilter();
}

bool ReasonsFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const RejectReason &reason = static_cast<const ReasonsModel *>(sourceModel())->reason(sourceRow);
    if (m_file >= 0 && reason.file != m_file)
        return false;
    if (!m_rule.isEmpty() && (reason.rule != m_rule || reason.column != m_column))
        return false;
    const QString *texts[] = {&reason.message, &reason.value, &reason.column, &reason.rule};
    return m_text.isEmpty() || std::any_of(std::begin(texts), std::end(texts), [this](const QString *text) {
               return text->contains(m_text, Qt::CaseInsensitive);
           });
}

} // namespace Weir
