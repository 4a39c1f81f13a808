// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/tablereader.h"
#include "models/table/keylist.h"

#include <QList>
#include <QStringList>

#include <limits>
#include <memory>
#include <vector>

// What TableFeed and its reader threads say to each other: values. A token tells which question a reply
// answers; the feed drops replies to questions that no longer matter.

namespace Weir {

/// How far apart two keys are; unsigned, since that may be more than qint64 holds.
inline quint64 keyDistance(qint64 from, qint64 to)
{
    return static_cast<quint64>(to) - static_cast<quint64>(from);
}

/// A row of a table as far as it is known.
struct TableRow
{
    enum class State { Unknown, Present, Gone };

    State state = State::Unknown;
    qint64 key = 0;
    QStringList cells; // NULL is a null QString
};

/// How to read consecutive rows: `limit` of them by position, then those with the given keys.
struct RowSlice
{
    qint64 from = 0; // a key
    int skip = 0;    // rows from it on to pass over
    int limit = 0;
    bool dense = false; // row i is the row with key from + i, or nothing
    std::vector<qint64> keys;

    /// The `limit` rows by position, made of those found; the others are gone.
    QList<TableRow> arrange(const QList<TableRow> &found) const;
    int size() const { return limit + static_cast<int>(keys.size()); }
};

struct RangeRequest
{
    quint64 token = 0;
};

struct RangeReply
{
    quint64 token = 0;
    KeyRange range;
    QList<TableRow> firstRows; // fewer than RangeReply::FirstRows: all there are
    bool looksDense = false;   // wherever it was looked, most keys had a row
    QString error;

    static constexpr int FirstRows = 128;
};

struct PageRequest
{
    quint64 token = 0;
    qint64 page = 0;
    RowSlice slice;
};

struct PageReply
{
    quint64 token = 0;
    qint64 page = 0;
    QList<TableRow> rows; // slice.size() of them
    QString error;
};

struct ScanRequest
{
    enum class Kind {
        Count,   // keys by key order are counted, every KeyAnchors::Step-th is kept
        Collect, // all keys are handed over at the end
        Stream,  // all keys are handed over in portions
    };

    quint64 token = 0;
    Kind kind = Kind::Count;
    TableView view;
    qint64 upTo = std::numeric_limits<qint64>::max(); // Count: no key beyond this one
};

/// What a scan found since the report before this one.
struct ScanReport
{
    quint64 token = 0;
    bool finished = false;
    bool interrupted = false; // finished, and incomplete
    qint64 scanned = 0;       // since the start
    qint64 firstKey = 0;
    qint64 lastKey = 0;                 // the last of those scanned
    std::vector<qint64> keys;           // Count: anchors; Stream: keys
    std::shared_ptr<KeyList> collected; // Collect: when finished
    QString error;
};

} // namespace Weir
