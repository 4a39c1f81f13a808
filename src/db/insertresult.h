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

    std::vector<qint64> keys;      // of the rows inserted, in order
    std::vector<Failure> failures; // ascending

    /// Does it say exactly once what became of each of so many rows? A backend that cannot count must not be
    /// believed.
    bool accountsFor(std::size_t rows) const
    {
        return keys.size() + failures.size() == rows && areFailuresSound(rows);
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
    }
};

} // namespace Weir
