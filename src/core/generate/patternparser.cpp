// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generate/patternparser.h"

#include <algorithm>
#include <charconv>

namespace Weir {

namespace {
constexpr int WithoutLimit = 6; // how many more than the least, where a pattern sets no limit
constexpr int MostRepetitions = 1000;
constexpr int MostDepth = 50;

std::string range(char first, char last)
{
    std::string characters;
    for (unsigned c = static_cast<unsigned char>(first); c <= static_cast<unsigned char>(last); ++c)
        characters += static_cast<char>(c);
    return characters;
}

std::string printable()
{
    return range(' ', '~');
}

/// The characters of \d and the like; empty: it is no class.
std::string escapedClass(char letter)
{
    switch (letter) {
    case 'd':
        return range('0', '9');
    case 'w':
        return range('0', '9') + range('A', 'Z') + '_' + range('a', 'z');
    case 's':
        return " ";
    default:
        return {};
    }
}

/// The character that an escape stands for; '\0': none that is known.
char escapedCharacter(char letter)
{
    if (letter == 't')
        return '\t';
    const bool isPlain = (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z')
        || (letter >= 'a' && letter <= 'z');
    return isPlain ? '\0' : letter;
}
} // namespace

bool PatternParser::parse(Node *root)
{
    return parseAlternatives(root) && atEnd();
}

char PatternParser::take()
{
    const char c = m_rest.front();
    m_rest.remove_prefix(1);
    return c;
}

bool PatternParser::takeIf(std::string_view text)
{
    const bool found = m_rest.starts_with(text);
    if (found)
        m_rest.remove_prefix(text.size());
    return found;
}

bool PatternParser::parseAlternatives(Node *node)
{
    if (++m_depth > MostDepth)
        return false;
    node->kind = Node::Kind::Alternatives;
    do {
        if (!parseSequence(&node->parts.emplace_back()))
            return false;
    } while (takeIf("|"));
    --m_depth;
    return true;
}

bool PatternParser::parseSequence(Node *node)
{
    while (!atEnd() && m_rest.front() != '|' && m_rest.front() != ')') {
        // The whole value is matched anyway.
        if (takeIf("^") || takeIf("$") || takeIf("\\A") || takeIf("\\z"))
            continue;
        Node part;
        if (!parsePart(&part) || !parseRepetition(&part))
            return false;
        node->parts.push_back(std::move(part));
    }
    return true;
}

bool PatternParser::parsePart(Node *part)
{
    const char c = take();
    if (c == '(')
        return parseGroup(part);
    if (c == '[')
        return parseClass(part);
    if (c == '*' || c == '+' || c == '?' || c == '{')
        return false;
    part->kind = Node::Kind::Class;
    if (c == '.') {
        part->characters = printable();
        return true;
    }
    if (c != '\\') {
        part->characters = std::string(1, c);
        // The bytes of one character stay together.
        part->kind = Node::Kind::Text;
        while (!atEnd() && (static_cast<unsigned char>(m_rest.front()) & 0xc0) == 0x80)
            part->characters += take();
        return true;
    }
    if (atEnd())
        return false;
    const char letter = take();
    part->characters = escapedClass(letter);
    if (part->characters.empty() && escapedCharacter(letter) != '\0')
        part->characters = std::string(1, escapedCharacter(letter));
    return !part->characters.empty();
}

bool PatternParser::parseGroup(Node *part)
{
    if (takeIf("?") && !takeIf(":"))
        return false;
    return parseAlternatives(part) && takeIf(")");
}

bool PatternParser::parseClass(Node *part)
{
    part->kind = Node::Kind::Class;
    const bool negated = takeIf("^");
    std::string characters;
    bool first = true;
    while (!atEnd() && (first || m_rest.front() != ']')) {
        if (!parseClassItem(&characters))
            return false;
        first = false;
    }
    if (negated) {
        std::string others = printable();
        std::erase_if(others, [&](char c) { return characters.find(c) != std::string::npos; });
        characters = others;
    }
    part->characters = characters;
    return takeIf("]") && !characters.empty();
}

bool PatternParser::parseClassItem(std::string *characters)
{
    char first = take();
    if (static_cast<unsigned char>(first) >= 0x80 || (first == '[' && m_rest.starts_with(":")))
        return false;
    if (first == '\\') {
        if (atEnd())
            return false;
        const char letter = take();
        if (const std::string known = escapedClass(letter); !known.empty()) {
            *characters += known;
            return true;
        }
        first = escapedCharacter(letter);
    }
    const bool isRange = m_rest.size() >= 2 && m_rest[0] == '-' && m_rest[1] != ']';
    char last = first;
    if (isRange) {
        take();
        last = take();
    }
    *characters += range(first, last);
    return first != '\0' && first <= last && last != '\\';
}

bool PatternParser::parseCount(int *count)
{
    const auto [end, error] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), *count);
    m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
    return error == std::errc() && *count >= 0 && *count <= MostRepetitions;
}

bool PatternParser::parseRepetition(Node *part)
{
    if (takeIf("?")) {
        part->atLeast = 0;
    } else if (takeIf("*")) {
        part->atLeast = 0;
        part->atMost = WithoutLimit;
    } else if (takeIf("+")) {
        part->atMost = 1 + WithoutLimit;
    } else if (takeIf("{")) {
        if (!parseCount(&part->atLeast))
            return false;
        part->atMost = part->atLeast;
        if (takeIf(",")) {
            part->atMost = part->atLeast + WithoutLimit;
            if (!m_rest.starts_with("}") && !parseCount(&part->atMost))
                return false;
        }
        if (!takeIf("}"))
            return false;
    } else {
        return true;
    }
    takeIf("?"); // lazy: the same texts match
    return part->atLeast <= part->atMost;
}

} // namespace Weir
