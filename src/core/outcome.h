// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rowkey.h"
#include "core/violation.h"

#include <QList>

namespace Weir {

/// What became of a row. Every row that was read has exactly one.
enum class Verdict {
    Inserted,  // committed
    Rejected,  // broke a rule; never reached the database
    Failed,    // the database refused it, see Outcome::error
    Cancelled, // the run was stopped before it was written
    Updated,   // committed, and the table has no row more for it: see InsertResult::updated
};

struct Outcome
{
    int entity = -1; // index in Project::entities
    qint64 row = 0;  // its number in its source, from 1
    Verdict verdict = Verdict::Cancelled;
    RowKey key;                  // Inserted, Updated: the row's primary key
    QString display;             // "User 'Alice' (alice@example.com)"
    QList<Violation> violations; // Rejected: all of them
    QString error;               // Failed: one sentence

    /// Why the row is not in the table: the first violation or the error; empty when it is.
    QString reason() const;
};

/// read() = inserted + updated + rejected + failed + cancelled, always.
struct Counts
{
    qint64 inserted = 0;
    qint64 rejected = 0;
    qint64 failed = 0;
    qint64 cancelled = 0;
    qint64 updated = 0;

    qint64 read() const { return written() + rejected + failed + cancelled; }
    /// Rows that were committed; one may have taken the place of another.
    qint64 written() const { return inserted + updated; }
    void add(Verdict verdict);
    Counts &operator+=(const Counts &other);
    bool operator==(const Counts &) const = default;
};

} // namespace Weir
