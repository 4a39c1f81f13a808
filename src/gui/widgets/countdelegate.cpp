// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/countdelegate.h"

#include "gui/widgets/celllook.h"
#include "models/run/summarymodel.h"

namespace Weir {

void CountDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    if (column < SummaryModel::Inserted || column > SummaryModel::Updated)
        return;
    static_assert(SummaryModel::Updated - SummaryModel::Inserted == static_cast<int>(Verdict::Updated));
    colourCount(option, static_cast<Verdict>(column - SummaryModel::Inserted), m_theme);
}

} // namespace Weir
