// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/countdelegate.h"

#include "gui/theme.h"
#include "models/summarymodel.h"

namespace Weir {

void CountDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int column = index.column();
    if (column < SummaryModel::Inserted || column > SummaryModel::Updated)
        return;
    static_assert(SummaryModel::Updated - SummaryModel::Inserted == static_cast<int>(Verdict::Updated));
    const auto verdict = static_cast<Verdict>(column - SummaryModel::Inserted);
    const bool none = option->text == QLatin1String("0");
    const QColor colour = none ? m_theme.colour(Theme::Colour::Muted) : m_theme.verdictColour(verdict);
    option->palette.setColor(QPalette::Text, colour);
    option->palette.setColor(QPalette::HighlightedText, colour);
}

} // namespace Weir
