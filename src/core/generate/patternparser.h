// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/generate/patternsampler.h"

#include <string_view>
#include <vector>

namespace Weir {

/// A part of a pattern.
struct PatternSampler::Node
{
    enum class Kind { Text, Class, Sequence, Alternatives };

    Kind kind = Kind::Sequence;
    std::string characters; // Text: they, in a row; Class: one of them
    std::vector<Node> parts;
    int atLeast = 1; // how often the part comes
    int atMost = 1;
};

/// Reads a pattern once, front to back.
class PatternParser
{
public:
    explicit PatternParser(std::string_view pattern)
        : m_rest(pattern)
    {}

    /// False: the pattern has something that PatternSampler does not know.
    bool parse(PatternSampler::Node *root);

private:
    using Node = PatternSampler::Node;

    bool atEnd() const { return m_rest.empty(); }
    char take();
    bool takeIf(std::string_view text);
    bool parseAlternatives(Node *node);
    bool parseSequence(Node *node);
    bool parsePart(Node *part);
    bool parseGroup(Node *part);
    bool parseClass(Node *part);
    bool parseClassItem(std::string *characters);
    bool parseRepetition(Node *part);
    bool parseCount(int *count);

    std::string_view m_rest;
    int m_depth = 0;
};

} // namespace Weir
