// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleset.h"

#include "core/rules/compiledfield.h"
#include "core/rules/compiledpattern.h"

#include <algorithm>
#include <vector>

namespace Weir {

struct RuleSet::Private
{
    std::vector<CompiledField> fields;
};

RuleSet::RuleSet(const Entity &entity)
    : d(std::make_unique<Private>())
{
    d->fields.reserve(static_cast<std::size_t>(entity.fields.size()));
    for (const Field &field : entity.fields)
        d->fields.emplace_back(field);
}

RuleSet::~RuleSet() = default;
RuleSet::RuleSet(RuleSet &&) noexcept = default;
RuleSet &RuleSet::operator=(RuleSet &&) noexcept = default;

QList<Violation> RuleSet::check(RowView row) const
{
    QList<Violation> violations;
    int column = 0;
    for (const CompiledField &field : d->fields) {
        field.check(row[column], column, &violations);
        ++column;
    }
    return violations;
}

bool RuleSet::accepts(RowView row) const
{
    int column = 0;
    if (row.isWellFormed()) {
        return std::all_of(d->fields.begin(), d->fields.end(), [&](const CompiledField &field) {
            return field.acceptsWellFormed(row[column++]);
        });
    }
    return std::all_of(d->fields.begin(), d->fields.end(),
                       [&](const CompiledField &field) { return field.accepts(row[column++]); });
}

QString RuleSet::patternError(const QString &pattern)
{
    return CompiledPattern(pattern).error();
}

} // namespace Weir
