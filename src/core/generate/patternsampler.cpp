// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generate/patternsampler.h"

#include "core/generate/patternparser.h"

namespace Weir {

namespace {
using Node = PatternSampler::Node;

void appendOnce(const Node &node, RandomSource &random, std::string *text);

void appendNode(const Node &node, RandomSource &random, std::string *text)
{
    const std::int64_t times = random.between(node.atLeast, node.atMost);
    for (std::int64_t i = 0; i < times; ++i)
        appendOnce(node, random, text);
}

void appendOnce(const Node &node, RandomSource &random, std::string *text)
{
    switch (node.kind) {
    case Node::Kind::Text:
        text->append(node.characters);
        break;
    case Node::Kind::Class:
        text->push_back(node.characters[random.below(node.characters.size())]);
        break;
    case Node::Kind::Alternatives:
        appendNode(node.parts[random.below(node.parts.size())], random, text);
        break;
    case Node::Kind::Sequence:
        for (const Node &part : node.parts)
            appendNode(part, random, text);
        break;
    }
}
} // namespace

PatternSampler::PatternSampler(std::unique_ptr<Node> root)
    : m_root(std::move(root))
{}

PatternSampler::~PatternSampler() = default;
PatternSampler::PatternSampler(PatternSampler &&) noexcept = default;
PatternSampler &PatternSampler::operator=(PatternSampler &&) noexcept = default;

Expected<PatternSampler> PatternSampler::compile(const QString &pattern)
{
    auto root = std::make_unique<Node>();
    const std::string text = pattern.toStdString();
    if (!PatternParser(text).parse(root.get()))
        return failure(QStringLiteral("No text can be made up for the pattern %1.").arg(pattern));
    return PatternSampler(std::move(root));
}

void PatternSampler::append(RandomSource &random, std::string *text) const
{
    appendNode(*m_root, random, text);
}

} // namespace Weir
