// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/compiledrule.h"

#include "core/text/emailtext.h"
#include "core/text/numbertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Weir {

namespace {
constexpr qsizetype ListedValues = 12;

int codePoints(std::string_view text)
{
    return static_cast<int>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

bool lengthHolds(const Rule &rule, std::string_view text)
{
    const int length = codePoints(text);
    return length >= rule.minLength && (rule.maxLength < 0 || length <= rule.maxLength);
}

/// "18" rather than "18.0": people wrote it so.
QString boundText(double bound)
{
    QString text = QString::fromStdString(numberText(bound));
    if (text.endsWith(QStringLiteral(".0")))
        text.chop(2);
    return text;
}

QString lengthMessage(const QString &label, const Rule &rule)
{
    if (rule.maxLength < 0)
        return QCoreApplication::translate("Weir::RuleSet", "%1 length must be at least %2")
            .arg(label, QString::number(rule.minLength));
    if (rule.minLength <= 0)
        return QCoreApplication::translate("Weir::RuleSet", "%1 length must be at most %2")
            .arg(label, QString::number(rule.maxLength));
    if (rule.minLength == rule.maxLength)
        return QCoreApplication::translate("Weir::RuleSet", "%1 length must be exactly %2")
            .arg(label, QString::number(rule.minLength));
    return QCoreApplication::translate("Weir::RuleSet", "%1 length must be between %2 and %3")
        .arg(label, QString::number(rule.minLength), QString::number(rule.maxLength));
}

QString oneOfMessage(const QString &label, const QStringList &values)
{
    QString list = values.mid(0, ListedValues).join(QStringLiteral(", "));
    if (values.size() > ListedValues)
        list += QStringLiteral(", …");
    return QCoreApplication::translate("Weir::RuleSet", "%1 must be one of: %2").arg(label, list);
}
} // namespace

CompiledRule::CompiledRule(const Rule &rule)
    : m_rule(rule)
{
    for (const QString &value : rule.values)
        m_values.push_back(value.toStdString());
    std::sort(m_values.begin(), m_values.end());
    if (rule.kind == Rule::Kind::Pattern)
        m_pattern.emplace(rule.pattern);
}

bool CompiledRule::compares() const
{
    switch (kind()) {
    case Rule::Kind::Positive:
    case Rule::Kind::NotNegative:
    case Rule::Kind::Minimum:
    case Rule::Kind::Maximum:
        return true;
    default:
        return false;
    }
}

bool CompiledRule::namesType() const
{
    return kind() == Rule::Kind::Integer || kind() == Rule::Kind::Number
        || kind() == Rule::Kind::PositiveInteger;
}

bool CompiledRule::concernsType(const CellValue &value) const
{
    if (kind() == Rule::Kind::PositiveInteger)
        return !value.integer;
    return namesType() || (compares() && !value.number);
}

bool CompiledRule::holds(const CellValue &value) const
{
    switch (kind()) {
    case Rule::Kind::WellFormed:
    case Rule::Kind::Required:
        return true;
    case Rule::Kind::Email:
        return isEmail(value.text);
    case Rule::Kind::Pattern:
        return m_pattern->matches(value.text);
    case Rule::Kind::Integer:
        return value.integer.has_value();
    case Rule::Kind::PositiveInteger:
        return value.integer && *value.integer > 0;
    case Rule::Kind::Number:
        return value.number.has_value();
    case Rule::Kind::Length:
        return lengthHolds(m_rule, value.text);
    case Rule::Kind::OneOf:
        return std::binary_search(m_values.begin(), m_values.end(), value.text);
    case Rule::Kind::Positive:
    case Rule::Kind::NotNegative:
    case Rule::Kind::Minimum:
    case Rule::Kind::Maximum:
        break;
    }
    return value.number && holdsForNumber(*value.number);
}

bool CompiledRule::holdsForNumber(double number) const
{
    switch (kind()) {
    case Rule::Kind::Positive:
        return number > 0;
    case Rule::Kind::NotNegative:
        return number >= 0;
    case Rule::Kind::Minimum:
        return number >= m_rule.bound;
    default:
        return number <= m_rule.bound;
    }
}

QString CompiledRule::message(const QString &label, const CellValue &value) const
{
    if (!m_rule.message.isEmpty())
        return m_rule.message;
    if (compares() && !value.number)
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be a number").arg(label);
    switch (kind()) {
    case Rule::Kind::Required:
        return QCoreApplication::translate("Weir::RuleSet", "%1 is required and cannot be empty").arg(label);
    case Rule::Kind::Email:
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be a valid email address").arg(label);
    case Rule::Kind::Pattern:
        if (m_pattern->isTooLong(value.text))
            return QCoreApplication::translate("Weir::RuleSet",
                                               "%1 is too long to be matched with the pattern %2")
                .arg(label, m_rule.pattern);
        return QCoreApplication::translate("Weir::RuleSet", "%1 must match the pattern %2")
            .arg(label, m_rule.pattern);
    case Rule::Kind::Integer:
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be a whole number").arg(label);
    case Rule::Kind::Number:
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be a number").arg(label);
    case Rule::Kind::PositiveInteger:
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be a positive integer").arg(label);
    case Rule::Kind::Length:
        return lengthMessage(label, m_rule);
    case Rule::Kind::OneOf:
        return oneOfMessage(label, m_rule.values);
    default:
        return comparisonMessage(label);
    }
}

QString CompiledRule::comparisonMessage(const QString &label) const
{
    switch (kind()) {
    case Rule::Kind::Positive:
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be greater than 0").arg(label);
    case Rule::Kind::NotNegative:
        return QCoreApplication::translate("Weir::RuleSet", "%1 cannot be negative").arg(label);
    case Rule::Kind::Minimum:
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be at least %2")
            .arg(label, boundText(m_rule.bound));
    default:
        return QCoreApplication::translate("Weir::RuleSet", "%1 must be at most %2")
            .arg(label, boundText(m_rule.bound));
    }
}

} // namespace Weir
