// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tabledelegate.h"

#include "gui/celllook.h"
#include "models/tablemodel.h"

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
