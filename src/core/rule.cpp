// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rule.h"

#include "core/nametable.h"

namespace Weir {

namespace {
constexpr NamedValue<Rule::Kind> Kinds[] = {
    {Rule::Kind::Required, QLatin1String("required")},
    {Rule::Kind::Email, QLatin1String("email")},
    {Rule::Kind::Pattern, QLatin1String("pattern")},
    {Rule::Kind::Integer, QLatin1String("integer")},
    {Rule::Kind::Number, QLatin1String("number")},
    {Rule::Kind::Positive, QLatin1String("positive")},
    {Rule::Kind::PositiveInteger, QLatin1String("positive-integer")},
    {Rule::Kind::NotNegative, QLatin1String("not-negative")},
    {Rule::Kind::Minimum, QLatin1String("minimum")},
    {Rule::Kind::Maximum, QLatin1String("maximum")},
    {Rule::Kind::Length, QLatin1String("length")},
    {Rule::Kind::OneOf, QLatin1String("one-of")},
};
} // namespace

QString ruleKindName(Rule::Kind kind)
{
    return nameIn(Kinds, kind);
}

bool ruleKindFromName(const QString &name, Rule::Kind *kind)
{
    return valueIn(Kinds, name, kind);
}

} // namespace Weir
