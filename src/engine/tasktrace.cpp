// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tasktrace.h"

#include <algorithm>

namespace Weir {

void TaskTrace::mark(Moment moment, qint64 ns)
{
    const auto first = static_cast<std::size_t>(moment);
    if (first > 0)
        ns = std::max(ns, at[first - 1]);
    std::fill(at.begin() + static_cast<std::ptrdiff_t>(first), at.end(), ns);
}

} // namespace Weir
