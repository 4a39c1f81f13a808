// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/rowbatch.h"
#include "core/violation.h"

#include <memory>

namespace Weir {

/// An entity's rules, compiled. Patterns are RE2: time linear in the text, whatever the pattern.
/// Immutable: any number of threads may call the const functions.
class RuleSet
{
public:
    /// The entity must have passed ProjectFile::validate().
    explicit RuleSet(const Entity &entity);
    ~RuleSet();
    RuleSet(RuleSet &&) noexcept;
    RuleSet &operator=(RuleSet &&) noexcept;

    /// All violations, in the order of fields and of each field's rules; empty: the row is valid. An empty
    /// cell breaks `required` only; a key may always be blank.
    QList<Violation> check(RowView row) const;
    /// The same verdict without messages and without allocation.
    bool accepts(RowView row) const;

    /// Empty when RE2 takes the pattern, else what is wrong with it.
    static QString patternError(const QString &pattern);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Weir
