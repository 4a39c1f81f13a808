// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tabledelegate.h"

#include "gui/widgets/celllook.h"
#include "models/table/tablemodel.h"

namespace Weir {

void TableDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(TableModel::FreshRole).toBool())
        option->backgroundBrush = m_theme.colour(Theme::Colour::FreshFill);
    if (index.data(TableModel::NullRole).toBool())
        showInstead(option, QStringLiteral("NULL"), m_theme);
}

} // namespace Weir
