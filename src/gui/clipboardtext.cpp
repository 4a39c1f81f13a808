// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/clipboardtext.h"

#include "core/delimitedtext.h"

#include <QItemSelectionModel>

#include <map>
#include <set>

namespace Weir {

QString selectedCellsText(const QItemSelectionModel &selection, bool withHeaders)
{
    std::set<int> columns;
    std::map<int, std::map<int, QString>> rows;
    const QModelIndexList indexes = selection.selectedIndexes();
    for (const QModelIndex &index : indexes) {
        columns.insert(index.column());
        rows[index.row()][index.column()] = index.data(Qt::EditRole).toString();
    }
    if (rows.empty())
        return {};
    QList<QStringList> table;
    if (withHeaders) {
        QStringList titles;
        for (const int column : columns)
            titles.append(selection.model()->headerData(column, Qt::Horizontal).toString());
        table.append(titles);
    }
    for (auto &[row, cells] : rows) {
        QStringList line;
        for (const int column : columns)
            line.append(cells[column]);
        table.append(line);
    }
    return tabSeparated(table);
}

} // namespace Weir
