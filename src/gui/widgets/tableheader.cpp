// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/tableheader.h"

namespace Weir {

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

// The arrow stands at the right, where the titles of numbers end.
void TableHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    if (option->sortIndicator != QStyleOptionHeader::None)
        option->textAlignment = Qt::AlignLeft | Qt::AlignVCenter;
}

} // namespace Weir
