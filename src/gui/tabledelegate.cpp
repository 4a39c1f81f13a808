// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tabledelegate.h"

#include "gui/theme.h"
#include "models/tablemodel.h"

namespace Weir {

void TableDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(TableModel::FreshRole).toBool())
        option->backgroundBrush = m_theme.colour(Theme::Colour::FreshFill);
    if (index.data(TableModel::NullRole).toBool()) {
        option->features |= QStyleOptionViewItem::HasDisplay;
        option->text = QStringLiteral("NULL");
        option->palette.setColor(QPalette::Text, m_theme.colour(Theme::Colour::Muted));
        option->font.setItalic(true);
    }
}

} // namespace Weir
