// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowranges.h"

#include <algorithm>
#include <numeric>

namespace Weir {

QList<RowRange> rowRanges(QList<int> rows, int rowCount)
{
    std::sort(rows.begin(), rows.end());
    rows.resize(std::unique(rows.begin(), rows.end()) - rows.begin());
    QList<RowRange> ranges;
    for (const int row : std::as_const(rows)) {
        if (row < 0 || row >= rowCount)
            continue;
        if (!ranges.isEmpty() && ranges.constLast().first + ranges.constLast().count == row)
            ++ranges.last().count;
        else
            ranges.append({row, 1});
    }
    return ranges;
}

int rowsIn(const QList<RowRange> &ranges)
{
    return std::accumulate(ranges.cbegin(), ranges.cend(), 0,
                           [](int sum, const RowRange &range) { return sum + range.count; });
}

} // namespace Weir
