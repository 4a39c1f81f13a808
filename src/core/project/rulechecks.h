// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"

namespace Weir {

/// What is wrong with a field's rules.
struct RuleProblem
{
    QString path;    // below the field: "rules[2].pattern"
    QString message; // empty: nothing is wrong
};

/// The first problem: patterns that do not compile, bounds the wrong way round, parameters of other kinds,
/// rules that do not fit the type.
/// Any thread.
RuleProblem findRuleProblem(const Field &field);

} // namespace Weir
