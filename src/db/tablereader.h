// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlerror.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <Qt>

#include <functional>
#include <span>

namespace Weir {

struct KeyRange
{
    bool empty = true;
    qint64 first = 0;
    qint64 last = 0;
};

struct TablePage
{
    QList<qint64> keys;
    QList<QStringList> rows; // cells as text, in field order; NULL is a null QString
};

/// Which rows to show and in which order. No filter and no sort column: all, by key.
struct TableView
{
    int sortColumn = -1; // field index
    Qt::SortOrder order = Qt::AscendingOrder;
    int filterColumn = -1; // field index; -1: any
    QString filter;        // contained text, case ignored (ASCII, as SQLite's LIKE does); no wildcards

    bool byKey() const { return sortColumn < 0 && filter.isEmpty(); }
    bool operator==(const TableView &) const = default;
};

/// Reads one entity's table on a read-only connection of its own. All functions in the thread that opened
/// it, except interrupt(). Holds no read transaction between calls.
class TableReader
{
public:
    virtual ~TableReader() = default;

    template<typename T>
    using Result = Expected<T, SqlError>;

    /// First and last key, without a scan.
    virtual Result<KeyRange> keyRange() = 0;
    /// `limit` rows in key order, from the `skip`-th whose key is >= `from`.
    virtual Result<TablePage> page(qint64 from, int skip, int limit) = 0;
    /// The last `limit` rows, in ascending key order.
    virtual Result<TablePage> lastPage(int limit) = 0;
    /// These rows, in this order; a key that is gone gives a row of null cells.
    virtual Result<TablePage> rows(std::span<const qint64> keys) = 0;
    /// All keys of the view in its order, in portions; the sink returns false to stop. Values of the number
    /// of rows delivered.
    virtual Result<qint64> scanKeys(const TableView &view,
                                    const std::function<bool(std::span<const qint64>)> &sink) = 0;
    /// Makes the call under way, or the next one if there is none, fail with ErrorClass::Interrupted. Any
    /// thread.
    virtual void interrupt() = 0;
    /// Forgets an interrupt that no call has answered. The reader's thread.
    virtual void forgetInterrupt() {}
};

} // namespace Weir
