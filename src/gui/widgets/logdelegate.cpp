// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/logdelegate.h"

#include "gui/widgets/celllook.h"
#include "models/run/logmodel.h"

namespace Weir {

void LogDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int verdict = index.data(LogModel::VerdictRole).toInt();
    const int column = index.column();
    QColor colour = m_theme.colour(Theme::Colour::Text);
    if (column == LogModel::VerdictColumn && verdict >= 0)
        colour = m_theme.verdictColour(static_cast<Verdict>(verdict));
    else if (column == LogModel::Time || column == LogModel::Task)
        colour = m_theme.colour(Theme::Colour::Muted);
    setTextColour(option, colour);
    if (index.data(LogModel::KindRole).toInt() == LogModel::HeadingKind)
        option->backgroundBrush = m_theme.colour(Theme::Colour::AlternateSurface);
}

} // namespace Weir
