// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/generate/patternsampler.h"
#include "core/rules/compiledfield.h"

#include <optional>
#include <string>
#include <vector>

namespace Weir {

/// Values for one field: such as its type and rules want, and such as break them. Immutable.
class FieldGenerator
{
public:
    /// Error: no value was found that fits the field.
    static Expected<FieldGenerator> make(const Field &field);

    void appendValid(RandomSource &random, std::string *cell) const;
    /// In how many ways a value can be wrong.
    std::size_t ways() const { return m_ways.size(); }
    void appendInvalid(std::size_t way, RandomSource &random, std::string *cell) const;

private:
    struct Way
    {
        Rule rule;          // the one that is broken; WellFormed: the field's type
        std::string sample; // one such value, for when others turn out right
    };
    enum class Shape { Words, Email, Integer, Number, Choice, Pattern };

    explicit FieldGenerator(const Field &field);
    Expected<void> prepare(const Field &field);
    void findRange(const Field &field);
    bool findSample();
    void addWays(const Field &field);
    void addWay(const Rule &rule);

    void compose(RandomSource &random, std::string *cell) const;
    void composeInteger(RandomSource &random, std::string *cell) const;
    void composeWords(RandomSource &random, std::string *cell) const;
    void spoil(const Rule &rule, RandomSource &random, std::string *cell) const;
    void spoilNumber(const Rule &rule, RandomSource &random, std::string *cell) const;

    CompiledField m_compiled;
    Shape m_shape = Shape::Words;
    bool m_required = false;
    double m_lowest = 1;
    double m_highest = 0;
    std::size_t m_minLength = 0;
    std::size_t m_maxLength = 0;
    std::vector<std::string> m_choices;
    std::optional<PatternSampler> m_pattern;
    std::string m_sample; // a value that fits
    std::vector<Way> m_ways;
};

} // namespace Weir
