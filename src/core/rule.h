// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Weir {

/// One check on one field, as data: read from a project file, compiled by RuleSet.
struct Rule
{
    /// WellFormed is never written in a project: every cell must be valid UTF-8 without NUL and fit its
    /// field's type. In files the kinds are named in kebab-case ("not-negative", see ruleKindName()).
    enum class Kind {
        WellFormed,
        Required,
        Email,
        Pattern,
        Integer,
        Number,
        Positive,
        PositiveInteger,
        NotNegative,
        Minimum,
        Maximum,
        Length,
        OneOf,
    };

    Kind kind = Kind::Required;
    QString pattern;    // Pattern: RE2 syntax, must match the whole value
    double bound = 0;   // Minimum, Maximum
    int minLength = 0;  // Length, in characters (code points)
    int maxLength = -1; // Length; -1: no upper limit
    QStringList values; // OneOf
    QString message;    // replaces the standard message when not empty

    bool operator==(const Rule &) const = default;
};

/// The kind's name in project files; empty for WellFormed.
QString ruleKindName(Rule::Kind kind);
/// False when no kind has this name.
bool ruleKindFromName(const QString &name, Rule::Kind *kind);

} // namespace Weir
