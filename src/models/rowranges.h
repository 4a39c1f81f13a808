// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace Weir {

/// Rows that follow one another.
struct RowRange
{
    int first = 0;
    int count = 0;

    bool operator==(const RowRange &) const = default;
};

/// The rows among 0 … rowCount - 1 as ascending ranges, each as long as can be; repeated rows count once.
QList<RowRange> rowRanges(QList<int> rows, int rowCount);
int rowsIn(const QList<RowRange> &ranges);

} // namespace Weir
