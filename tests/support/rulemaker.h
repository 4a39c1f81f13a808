// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/ruleset.h"
#include "core/text/utf8text.h"

namespace Weir::Test {

inline Rule rule(Rule::Kind kind)
{
    Rule rule;
    rule.kind = kind;
    return rule;
}

inline Rule patternRule(const QString &pattern)
{
    Rule rule;
    rule.kind = Rule::Kind::Pattern;
    rule.pattern = pattern;
    return rule;
}

inline Rule boundRule(Rule::Kind kind, double bound)
{
    Rule rule;
    rule.kind = kind;
    rule.bound = bound;
    return rule;
}

inline Rule lengthRule(int least, int most)
{
    Rule rule;
    rule.kind = Rule::Kind::Length;
    rule.minLength = least;
    rule.maxLength = most;
    return rule;
}

inline Rule oneOfRule(const QStringList &values)
{
    Rule rule;
    rule.kind = Rule::Kind::OneOf;
    rule.values = values;
    return rule;
}

inline Field field(FieldType type, const QList<Rule> &rules)
{
    Field field;
    field.name = QStringLiteral("value");
    field.label = QStringLiteral("Value");
    field.type = type;
    field.rules = rules;
    return field;
}

inline RowBatch batchOf(const QByteArray &cell)
{
    RowBatch batch(1);
    batch.beginRow(1);
    batch.appendCell({cell.constData(), static_cast<std::size_t>(cell.size())});
    return batch;
}

inline QStringList messagesOf(const Field &field, const QByteArray &cell)
{
    Entity entity;
    entity.fields = {field};
    const RuleSet rules(entity);
    const RowBatch batch = batchOf(cell);
    QStringList messages;
    for (const Violation &violation : rules.check(batch.row(0)))
        messages += violation.message;
    // Both functions must give the same verdict, for everything that is tested here.
    if (rules.accepts(batch.row(0)) != messages.isEmpty())
        messages += QStringLiteral("accepts() and check() differ");
    if (isWellFormedUtf8(cell.toStdString())) {
        RowBatch known = batchOf(cell);
        known.setArena(known.takeArena(), true);
        if (rules.accepts(known.row(0)) != messages.isEmpty())
            messages += QStringLiteral("accepts() differs for what is known to be well formed");
    }
    return messages;
}

} // namespace Weir::Test
