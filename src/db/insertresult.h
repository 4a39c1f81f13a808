// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

#include <vector>

namespace Weir {

/// What became of the rows given to Session::insert(). Kept from batch to batch, it keeps its memory.
struct InsertResult
{
    struct Failure
    {
        int index = 0;  // among the rows given
        SqlError error; // concernsRowOnly()
    };

    std::vector<qint64> keys;      // of the rows that were written, in order
    std::vector<Failure> failures; // ascending
    // Indices among the rows given, ascending. A table whose constraints say REPLACE deletes what a new row
    // conflicts with. Updated: written, but the table has no row more for it. Replaced: written, and deleted
    // again for a row that came later.
    std::vector<int> updated;
    std::vector<int> replaced;

    /// Does it say exactly once what became of each of so many rows? A backend that cannot count must not be
    /// believed.
    bool accountsFor(std::size_t rows) const
    {
        return keys.size() + failures.size() == rows && areFailuresSound(rows)
            && updated.size() <= keys.size() && replaced.size() <= keys.size();
    }
    /// Failures in order, each of one of so many rows.
    bool areFailuresSound(std::size_t rows) const
    {
        qint64 last = -1;
        for (const Failure &failure : failures) {
            if (failure.index <= last || static_cast<std::size_t>(failure.index) >= rows)
                return false;
            last = failure.index;
        }
        return true;
    }

    void clear()
    {
        keys.clear();
        failures.clear();
        updated.clear();
        replaced.clear();
    }
};

} // namespace Weir
