// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/tablemessages.h"

#include <QHash>

#include <functional>

namespace Weir {

/// The rows of a table that were read lately, in pages; at most Pages of them. Rows count from 0, page p
/// holds rows p * PageRows and on. Pages that may be out of date are shown until they are read anew. GUI
/// thread.
class PageCache
{
public:
    static constexpr int PageRows = 128;
    static constexpr int Pages = 64;

    static qint64 pageOf(qint64 row) { return row / PageRows; }

    /// nullptr: nothing is known. Does not count as a use.
    const TableRow *row(qint64 row) const;
    /// Must the row be read, because it is unknown or may be out of date? Counts as a use.
    bool isMissing(qint64 row);
    bool hasPage(qint64 page) const;
    void store(qint64 page, const QList<TableRow> &rows);
    void clear() { m_pages.clear(); }
    void markAllStale();
    /// Rows were inserted: those from `row` on are now `count` further down.
    void insertRows(qint64 row, qint64 count);
    void removeRows(qint64 row, qint64 count);
    /// Calls visit(row number, row) for all rows that are present, in no order.
    void forEach(const std::function<void(qint64, const TableRow &)> &visit) const;

private:
    struct Page
    {
        QList<TableRow> rows;
        bool stale = false;
        quint64 lastUse = 0;
    };

    void moveRows(qint64 from, const std::function<qint64(qint64)> &newRow); // newRow < 0: the row is gone
    void evict();

    QHash<qint64, Page> m_pages;
    quint64 m_clock = 0;
};

} // namespace Weir
