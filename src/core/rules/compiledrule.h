// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rule.h"
#include "core/rules/compiledpattern.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Weir {

/// A cell, read as a number where it is one.
struct CellValue
{
    std::string_view text;
    std::optional<std::int64_t> integer;
    std::optional<double> number;
};

/// A rule in the form that checks cells. Immutable, any thread.
class CompiledRule
{
public:
    explicit CompiledRule(const Rule &rule);

    Rule::Kind kind() const { return m_rule.kind; }
    const Rule &rule() const { return m_rule; }

    /// Positive, NotNegative, Minimum, Maximum: mean nothing for a cell that is no number.
    bool compares() const;
    /// Integer, Number, PositiveInteger: say what the cell must be.
    bool namesType() const;
    /// Would the rule, broken by this value, say that it is not a (whole) number?
    bool concernsType(const CellValue &value) const;

    /// For non-empty, well-formed cells. Allocates nothing.
    bool holds(const CellValue &value) const;
    /// The standard message, or the rule's own.
    QString message(const QString &label, const CellValue &value) const;

private:
    bool holdsForNumber(double number) const;
    QString comparisonMessage(const QString &label) const;

    Rule m_rule;
    std::vector<std::string> m_values; // UTF-8, sorted
    std::optional<CompiledPattern> m_pattern;
};

} // namespace Weir
