// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"

namespace Weir {

/// A rule that a row breaks.
struct Violation
{
    int column = -1;
    Rule::Kind rule = Rule::Kind::WellFormed;
    QString message; // "Name is required and cannot be empty"

    bool operator==(const Violation &) const = default;
};

} // namespace Weir
