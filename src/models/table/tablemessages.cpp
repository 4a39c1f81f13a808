// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/tablemessages.h"

namespace Weir {

QList<TableRow> RowSlice::arrange(const QList<TableRow> &found) const
{
    QList<TableRow> rows(limit);
    for (TableRow &row : rows)
        row.state = TableRow::State::Gone;
    for (qsizetype i = 0; i < found.size(); ++i) {
        const quint64 place = dense ? keyDistance(from, found.at(i).key) : static_cast<quint64>(i);
        if (place < static_cast<quint64>(rows.size()))
            rows[static_cast<qsizetype>(place)] = found.at(i);
    }
    return rows;
}

} // namespace Weir
