// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generate/fieldgenerator.h"

#include "core/generate/wordgenerator.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace Weir {

namespace {
constexpr int Attempts = 50;
constexpr double WidestRange = 1e6;
constexpr double HighestWhole = 9e15; // whole numbers up to here are exact as double
constexpr int Cents = 100;
constexpr std::uint64_t BlankOneIn = 16; // of the values that may be missing

Rule ruleOf(Rule::Kind kind)
{
    Rule rule;
    rule.kind = kind;
    return rule;
}

bool isNumeric(Rule::Kind kind)
{
    switch (kind) {
    case Rule::Kind::Integer:
    case Rule::Kind::Number:
    case Rule::Kind::Positive:
    case Rule::Kind::PositiveInteger:
    case Rule::Kind::NotNegative:
    case Rule::Kind::Minimum:
    case Rule::Kind::Maximum:
        return true;
    default:
        return false;
    }
}

void appendInteger(std::string *cell, std::int64_t number)
{
    char digits[24];
    const auto result = std::to_chars(std::begin(digits), std::end(digits), number);
    cell->append(std::begin(digits), result.ptr);
}

/// The nearest that leaves some room in 64 bits.
std::int64_t wholeNumber(double number)
{
    constexpr double Furthest = 9.2e18;
    return std::llround(std::clamp(number, -Furthest, Furthest));
}

/// With two decimals at most.
void appendHundredths(std::string *cell, std::int64_t hundredths)
{
    if (hundredths < 0)
        cell->push_back('-');
    appendInteger(cell, std::abs(hundredths) / Cents);
    if (const std::int64_t rest = std::abs(hundredths) % Cents; rest != 0) {
        cell->push_back('.');
        cell->push_back(static_cast<char>('0' + rest / 10));
        if (rest % 10 != 0)
            cell->push_back(static_cast<char>('0' + rest % 10));
    }
}
} // namespace

FieldGenerator::FieldGenerator(const Field &field)
    : m_compiled(field)
{}

Expected<FieldGenerator> FieldGenerator::make(const Field &field)
{
    FieldGenerator generator(field);
    if (const auto prepared = generator.prepare(field); !prepared)
        return tl::make_unexpected(prepared.error());
    if (!generator.findSample())
        return failure(
            QStringLiteral("No value was found that fits all rules of the field \"%1\".").arg(field.name));
    generator.addWays(field);
    return generator;
}

Expected<void> FieldGenerator::prepare(const Field &field)
{
    bool wholeNumbers = field.type == FieldType::Integer;
    bool numbers = isNumeric(field.type);
    bool email = false;
    for (const Rule &rule : field.rules) {
        numbers = numbers || isNumeric(rule.kind);
        wholeNumbers =
            wholeNumbers || rule.kind == Rule::Kind::Integer || rule.kind == Rule::Kind::PositiveInteger;
        email = email || rule.kind == Rule::Kind::Email;
        m_required = m_required || rule.kind == Rule::Kind::Required;
        for (const QString &value : rule.values)
            m_choices.push_back(value.toStdString());
        if (rule.kind == Rule::Kind::Length) {
            m_minLength = std::max(m_minLength, static_cast<std::size_t>(std::max(rule.minLength, 0)));
            m_maxLength = rule.maxLength < 0 ? m_maxLength : static_cast<std::size_t>(rule.maxLength);
        }
        if (rule.kind == Rule::Kind::Pattern) {
            auto sampler = PatternSampler::compile(rule.pattern);
            if (!sampler)
                return tl::make_unexpected(sampler.error());
            m_pattern = std::move(*sampler);
        }
    }
    if (!m_choices.empty())
        m_shape = Shape::Choice;
    else if (m_pattern)
        m_shape = Shape::Pattern;
    else if (email)
        m_shape = Shape::Email;
    else if (numbers)
        m_shape = wholeNumbers ? Shape::Integer : Shape::Number;
    findRange(field);
    return {};
}

void FieldGenerator::findRange(const Field &field)
{
    const double step = m_shape == Shape::Integer ? 1 : 1.0 / Cents;
    double lowest = -HighestWhole;
    double highest = HighestWhole;
    for (const Rule &rule : field.rules) {
        if (rule.kind == Rule::Kind::Positive || rule.kind == Rule::Kind::PositiveInteger)
            lowest = std::max(lowest, step);
        else if (rule.kind == Rule::Kind::NotNegative)
            lowest = std::max(lowest, 0.0);
        else if (rule.kind == Rule::Kind::Minimum)
            lowest = std::max(lowest, rule.bound);
        else if (rule.kind == Rule::Kind::Maximum)
            highest = std::min(highest, rule.bound);
    }
    if (lowest == -HighestWhole)
        lowest = std::min(1.0, highest - WidestRange);
    m_lowest = lowest;
    m_highest = std::max(lowest, std::min(highest, lowest + WidestRange - step));
}

bool FieldGenerator::findSample()
{
    RandomSource random(1);
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        m_sample.clear();
        compose(random, &m_sample);
        if (!m_sample.empty() && m_compiled.accepts(m_sample))
            return true;
    }
    m_sample.clear();
    return m_compiled.accepts(m_sample);
}

void FieldGenerator::addWays(const Field &field)
{
    addWay(ruleOf(Rule::Kind::WellFormed));
    for (const Rule &rule : field.rules)
        addWay(rule);
}

void FieldGenerator::addWay(const Rule &rule)
{
    RandomSource random(1);
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        std::string cell;
        spoil(rule, random, &cell);
        if (!m_compiled.accepts(cell)) {
            m_ways.push_back({rule, cell});
            return;
        }
    }
}

void FieldGenerator::appendValid(RandomSource &random, std::string *cell) const
{
    if (!m_required && random.below(BlankOneIn) == 0)
        return;
    const std::size_t start = cell->size();
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        compose(random, cell);
        if (m_compiled.accepts(std::string_view(*cell).substr(start)))
            return;
        cell->resize(start);
    }
    cell->append(m_sample);
}

void FieldGenerator::appendInvalid(std::size_t way, RandomSource &random, std::string *cell) const
{
    const std::size_t start = cell->size();
    for (int attempt = 0; attempt < Attempts; ++attempt) {
        spoil(m_ways[way].rule, random, cell);
        if (!m_compiled.accepts(std::string_view(*cell).substr(start)))
            return;
        cell->resize(start);
    }
    cell->append(m_ways[way].sample);
}

void FieldGenerator::compose(RandomSource &random, std::string *cell) const
{
    switch (m_shape) {
    case Shape::Words:
        composeWords(random, cell);
        break;
    case Shape::Email:
        appendEmail(random, cell);
        break;
    case Shape::Integer:
        composeInteger(random, cell);
        break;
    case Shape::Number:
        if (std::max(std::abs(m_lowest), std::abs(m_highest)) > HighestWhole) {
            composeInteger(random, cell);
            break;
        }
        appendHundredths(cell,
                         random.between(std::llround(std::ceil(m_lowest * Cents)),
                                        std::llround(std::floor(m_highest * Cents))));
        break;
    case Shape::Choice:
        cell->append(m_choices[random.below(m_choices.size())]);
        break;
    case Shape::Pattern:
        m_pattern->append(random, cell);
        break;
    }
}

void FieldGenerator::composeInteger(RandomSource &random, std::string *cell) const
{
    appendInteger(cell, random.between(wholeNumber(std::ceil(m_lowest)), wholeNumber(std::floor(m_highest))));
}

void FieldGenerator::composeWords(RandomSource &random, std::string *cell) const
{
    const std::size_t start = cell->size();
    appendWord(random, true, cell);
    cell->push_back(' ');
    appendWord(random, true, cell);
    while (cell->size() - start < m_minLength)
        appendWord(random, false, cell);
    if (m_maxLength > 0 && cell->size() - start > m_maxLength)
        cell->resize(start + m_maxLength);
    if (cell->size() > start && cell->back() == ' ')
        cell->back() = 'a';
}

void FieldGenerator::spoil(const Rule &rule, RandomSource &random, std::string *cell) const
{
    switch (rule.kind) {
    case Rule::Kind::Required:
        if (random.below(4) == 0)
            cell->push_back(' ');
        return;
    case Rule::Kind::Email:
        appendSpoiltEmail(random, cell);
        return;
    case Rule::Kind::Length:
        if (rule.maxLength < 0 || (rule.minLength > 1 && random.below(2) == 0))
            cell->append(static_cast<std::size_t>(std::max(rule.minLength - 1, 0)), 'x');
        else
            cell->append(static_cast<std::size_t>(rule.maxLength) + 1 + random.below(4), 'x');
        return;
    case Rule::Kind::Pattern:
    case Rule::Kind::OneOf:
        compose(random, cell);
        if (random.below(2) == 0)
            cell->append("~?");
        else
            appendWord(random, true, cell);
        return;
    default:
        spoilNumber(rule, random, cell);
    }
}

void FieldGenerator::spoilNumber(const Rule &rule, RandomSource &random, std::string *cell) const
{
    const auto some = static_cast<std::int64_t>(random.below(1000));
    switch (rule.kind) {
    case Rule::Kind::Positive:
    case Rule::Kind::PositiveInteger:
        appendInteger(cell, random.below(2) == 0 ? 0 : -some);
        break;
    case Rule::Kind::NotNegative:
        appendInteger(cell, -1 - some);
        break;
    case Rule::Kind::Minimum:
        appendInteger(cell, wholeNumber(std::floor(rule.bound)) - 1 - some);
        break;
    case Rule::Kind::Maximum:
        appendInteger(cell, wholeNumber(std::ceil(rule.bound)) + 1 + some);
        break;
    default: // what should be a number is none
        if (random.below(3) == 0)
            cell->append("n/a");
        else
            appendInteger(cell, some);
        cell->append(random.below(2) == 0 ? "abc" : ",5");
    }
}

} // namespace Weir
