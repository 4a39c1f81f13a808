// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/compiledfield.h"

#include "core/text/numbertext.h"
#include "core/text/utf8text.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

namespace {
/// Valid UTF-8 of nothing but Unicode white space, or of nothing at all.
bool isBlank(std::string_view text)
{
    while (!text.empty()) {
        if (!QChar::isSpace(takeCodePoint(&text)))
            return false;
    }
    return true;
}

bool checksType(const CompiledRule &rule, FieldType type)
{
    switch (type) {
    case FieldType::Text:
        return true;
    case FieldType::Integer:
        return rule.namesType() && rule.kind() != Rule::Kind::Number;
    case FieldType::Number:
        return rule.namesType();
    default:
        return false;
    }
}
} // namespace

CompiledField::CompiledField(const Field &field)
    : m_label(field.label.isEmpty() ? field.name : field.label)
    , m_type(field.type)
    , m_key(field.key)
{
    for (const Rule &rule : field.rules) {
        if (rule.kind != Rule::Kind::Required)
            m_rules.emplace_back(rule);
        else if (!m_required)
            m_required.emplace(rule);
    }
    const auto any = [this](auto predicate) {
        return std::any_of(m_rules.begin(), m_rules.end(), predicate);
    };
    m_typeNamed = m_type != FieldType::Text || any([](const CompiledRule &rule) { return rule.namesType(); });
    m_numeric = m_typeNamed || any([](const CompiledRule &rule) { return rule.compares(); });
    m_typeChecked = m_type == FieldType::Text
        || any([this](const CompiledRule &rule) { return checksType(rule, m_type); });
}

CellValue CompiledField::valueOf(std::string_view cell) const
{
    if (!m_numeric)
        return {cell, {}, {}};
    const auto integer = parseInteger(cell);
    return {cell, integer, integer ? static_cast<double>(*integer) : parseNumber(cell)};
}

bool CompiledField::fitsType(const CellValue &value) const
{
    switch (m_type) {
    case FieldType::Text:
        return true;
    case FieldType::Integer:
        return value.integer.has_value();
    case FieldType::Number:
        return value.number.has_value();
    default: // never taken for text
        return false;
    }
}

/// A comparison with a cell that is no number leaves the message to what says that it must be one.
bool CompiledField::isSilent(const CompiledRule &rule, const CellValue &value) const
{
    return m_typeNamed && rule.compares() && !value.number;
}

template<typename Broken>
void CompiledField::visit(std::string_view cell, Broken broken) const
{
    if (!isWellFormedUtf8(cell)) {
        broken(nullptr, CellValue{cell, {}, {}});
        return;
    }
    visitWellFormed(cell, broken);
}

template<typename Broken>
void CompiledField::visitWellFormed(std::string_view cell, Broken broken) const
{
    if (m_required && !m_key && isBlank(cell)) {
        broken(&*m_required, CellValue{cell, {}, {}});
        return;
    }
    if (cell.empty())
        return;

    const CellValue value = valueOf(cell);
    bool typeReported = !m_typeChecked && !fitsType(value);
    if (typeReported && (!broken(nullptr, value) || !isReadable(m_type)))
        return;
    for (const CompiledRule &rule : m_rules) {
        if (rule.holds(value) || isSilent(rule, value))
            continue;
        const bool concernsType = rule.concernsType(value);
        if (concernsType && typeReported)
            continue;
        typeReported |= concernsType;
        if (!broken(&rule, value))
            return;
    }
}

bool CompiledField::accepts(std::string_view cell) const
{
    bool accepted = true;
    visit(cell, [&](const CompiledRule *, const CellValue &) { return accepted = false; });
    return accepted;
}

bool CompiledField::acceptsWellFormed(std::string_view cell) const
{
    bool accepted = true;
    visitWellFormed(cell, [&](const CompiledRule *, const CellValue &) { return accepted = false; });
    return accepted;
}

void CompiledField::check(std::string_view cell, int column, QList<Violation> *violations) const
{
    visit(cell, [&](const CompiledRule *rule, const CellValue &value) {
        if (rule)
            *violations += {column, rule->kind(), rule->message(m_label, value)};
        else
            *violations += {column, Rule::Kind::WellFormed, wellFormedMessage(cell)};
        return true;
    });
}

QString CompiledField::wellFormedMessage(std::string_view cell) const
{
    if (cell.find('\0') != std::string_view::npos)
        return QCoreApplication::translate("Weir::RuleSet", "%1 must not contain a NUL character")
            .arg(m_label);
    if (!isWellFormedUtf8(cell))
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be valid UTF-8 text").arg(m_label);
    if (!isReadable(m_type))
        return QCoreApplication::translate("Weir::RuleSet",
                                           "%1 has the type %2, whose values this Weir cannot read yet")
            .arg(m_label, fieldTypeName(m_type));
    return m_type == FieldType::Integer
        ? QCoreApplication::translate("Weir::RuleSet", "%1 must be a whole number").arg(m_label)
        : QCoreApplication::translate("Weir::RuleSet", "%1 must be a number").arg(m_label);
}

} // namespace Weir
