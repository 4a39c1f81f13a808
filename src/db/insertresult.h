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

    void clear()
    {
        keys.clear();
        failures.clear();
    }
};

} // namespace Weir
