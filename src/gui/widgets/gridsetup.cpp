// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/gridsetup.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace Weir {

void setUpGrid(QTableView *view, bool rowNumbers)
{
    view->setCornerButtonEnabled(false);
    QHeaderView *rows = view->verticalHeader();
    rows->setVisible(rowNumbers);
    rows->setHighlightSections(false);
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(view->fontMetrics().height() + 9);
    QHeaderView *columns = view->horizontalHeader();
    columns->setHighlightSections(false);
    columns->setStretchLastSection(true);
    columns->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    constexpr int LinesLookedAt = 60;
    columns->setResizeContentsPrecision(LinesLookedAt);
}

void fitGrid(QTableView *view)
{
    constexpr int Narrowest = 140;
    const int widest = std::max(Narrowest, view->width() / 3);
    for (int column = 0; column < view->horizontalHeader()->count() - 1; ++column) {
        view->resizeColumnToContents(column);
        if (view->columnWidth(column) > widest)
            view->setColumnWidth(column, widest);
    }
}

} // namespace Weir
