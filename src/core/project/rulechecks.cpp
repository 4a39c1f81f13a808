// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/rulechecks.h"

#include "core/project/jsonparser.h"
#include "core/rules/ruleset.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Weir {

namespace {
RuleProblem strayParameter(const Rule &rule)
{
    using Kind = Rule::Kind;
    const bool bounded = rule.kind == Kind::Minimum || rule.kind == Kind::Maximum;
    const Rule standard;
    QString name;
    if (rule.kind != Kind::Pattern && !rule.pattern.isEmpty())
        name = QStringLiteral("pattern");
    else if (!bounded && rule.bound != standard.bound)
        name = QStringLiteral("bound");
    else if (rule.kind != Kind::Length && rule.minLength != standard.minLength)
        name = QStringLiteral("minLength");
    else if (rule.kind != Kind::Length && rule.maxLength != standard.maxLength)
        name = QStringLiteral("maxLength");
    else if (rule.kind != Kind::OneOf && !rule.values.isEmpty())
        name = QStringLiteral("values");
    else
        return {};
    return {name,
            QCoreApplication::translate("Weir::ProjectFile", "a rule \"%1\" has no such parameter.")
                .arg(ruleKindName(rule.kind))};
}

RuleProblem patternProblem(const QString &pattern)
{
    if (pattern.isEmpty())
        return {QStringLiteral("pattern"),
                QCoreApplication::translate("Weir::ProjectFile", "a pattern is missing.")};
    const QString error = RuleSet::patternError(pattern);
    if (error.isEmpty())
        return {};
    return {QStringLiteral("pattern"),
            QCoreApplication::translate("Weir::ProjectFile", "the pattern \"%1\" is not valid: %2.")
                .arg(pattern.left(100), error)};
}

RuleProblem lengthProblem(const Rule &rule)
{
    if (rule.minLength < 0)
        return {QStringLiteral("minLength"),
                QCoreApplication::translate("Weir::ProjectFile", "a length cannot be negative.")};
    if (rule.maxLength < -1)
        return {QStringLiteral("maxLength"),
                QCoreApplication::translate("Weir::ProjectFile", "a length cannot be negative.")};
    if (rule.maxLength >= 0 && rule.maxLength < rule.minLength)
        return {QStringLiteral("maxLength"),
                QCoreApplication::translate("Weir::ProjectFile", "is less than \"minLength\".")};
    return {};
}

RuleProblem parameterProblem(const Rule &rule)
{
    switch (rule.kind) {
    case Rule::Kind::WellFormed:
        return {QStringLiteral("rule"),
                QCoreApplication::translate("Weir::ProjectFile",
                                            "every field has this rule; it is not written down.")};
    case Rule::Kind::Pattern:
        return patternProblem(rule.pattern);
    case Rule::Kind::Length:
        return lengthProblem(rule);
    case Rule::Kind::Minimum:
    case Rule::Kind::Maximum:
        if (!std::isfinite(rule.bound))
            return {QStringLiteral("bound"),
                    QCoreApplication::translate("Weir::ProjectFile", "must be a finite number.")};
        return {};
    case Rule::Kind::OneOf:
        if (rule.values.isEmpty())
            return {QStringLiteral("values"),
                    QCoreApplication::translate("Weir::ProjectFile", "the list of allowed values is empty.")};
        return {};
    default:
        return {};
    }
}

RuleProblem textProblem(const Rule &rule)
{
    const QString message = QCoreApplication::translate("Weir::ProjectFile", "is not valid Unicode text.");
    if (!rule.message.isValidUtf16())
        return {QStringLiteral("message"), message};
    if (!rule.pattern.isValidUtf16())
        return {QStringLiteral("pattern"), message};
    if (!std::all_of(rule.values.begin(), rule.values.end(),
                     [](const QString &s) { return s.isValidUtf16(); }))
        return {QStringLiteral("values"), message};
    return {};
}

bool fits(Rule::Kind kind, FieldType type)
{
    using Kind = Rule::Kind;
    if (isReadable(type) || kind == Kind::Required)
        return true;
    return type == FieldType::Decimal && kind != Kind::Email && kind != Kind::Pattern && kind != Kind::Length
        && kind != Kind::OneOf;
}

RuleProblem typeProblem(const Rule &rule, FieldType type)
{
    if (fits(rule.kind, type))
        return {};
    return {
        QStringLiteral("rule"),
        QCoreApplication::translate("Weir::ProjectFile", "a rule \"%1\" does not fit a field of the type %2.")
            .arg(ruleKindName(rule.kind), fieldTypeName(type))};
}

RuleProblem ruleProblem(const Rule &rule)
{
    for (const auto find : {textProblem, strayParameter, parameterProblem}) {
        const RuleProblem problem = find(rule);
        if (!problem.message.isEmpty())
            return problem;
    }
    return {};
}

/// The first minimum above a maximum leaves no value that the field could have.
RuleProblem boundsProblem(const QList<Rule> &rules)
{
    for (qsizetype i = 0; i < rules.size(); ++i) {
        if (rules[i].kind != Rule::Kind::Maximum)
            continue;
        const bool crossed = std::any_of(rules.begin(), rules.end(), [&](const Rule &other) {
            return other.kind == Rule::Kind::Minimum && other.bound > rules[i].bound;
        });
        if (crossed)
            return {QStringLiteral("rules") + jsonElement(i) + QStringLiteral(".bound"),
                    QCoreApplication::translate("Weir::ProjectFile",
                                                "the maximum is less than the field's minimum.")};
    }
    return {};
}
} // namespace

RuleProblem findRuleProblem(const Field &field)
{
    for (qsizetype i = 0; i < field.rules.size(); ++i) {
        RuleProblem problem = ruleProblem(field.rules[i]);
        if (problem.message.isEmpty())
            problem = typeProblem(field.rules[i], field.type);
        if (!problem.message.isEmpty())
            return {QStringLiteral("rules") + jsonElement(i) + u'.' + problem.path, problem.message};
    }
    return boundsProblem(field.rules);
}

} // namespace Weir
