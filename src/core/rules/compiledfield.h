// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/rules/compiledrule.h"
#include "core/violation.h"

#include <optional>
#include <string_view>
#include <vector>

namespace Weir {

/// A field's type and rules. Immutable, any thread.
class CompiledField
{
public:
    explicit CompiledField(const Field &field);

    /// Allocates nothing.
    bool accepts(std::string_view cell) const;
    /// The same of a cell that is valid UTF-8 without a NUL.
    bool acceptsWellFormed(std::string_view cell) const;
    /// Appends a violation for each rule the cell breaks, in the rules' order; one only for what makes the
    /// cell no number.
    void check(std::string_view cell, int column, QList<Violation> *violations) const;

private:
    /// Calls broken(rule, value), nullptr standing for WellFormed, until it returns false.
    template<typename Broken>
    void visit(std::string_view cell, Broken broken) const;
    template<typename Broken>
    void visitWellFormed(std::string_view cell, Broken broken) const;
    CellValue valueOf(std::string_view cell) const;
    bool fitsType(const CellValue &value) const;
    bool isSilent(const CompiledRule &rule, const CellValue &value) const;
    QString wellFormedMessage(std::string_view cell) const;

    QString m_label;
    FieldType m_type;
    bool m_key;
    bool m_numeric = false;   // some check reads the cell as a number
    bool m_typeNamed = false; // the type or a rule says that it is a number
    bool m_typeChecked;       // some rule checks what the type demands
    std::optional<CompiledRule> m_required;
    std::vector<CompiledRule> m_rules;
};

} // namespace Weir
