// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/jsontext.h"

#include <QChar>

#include <algorithm>
#include <cstdio>

namespace Weir {

namespace {
bool isHidden(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

void appendEscape(std::string *text, char16_t unit)
{
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(unit));
    *text += escape;
}

/// Bytes of the UTF-8 character that begins with this one.
std::size_t lengthOf(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

char32_t pointOf(std::string_view character)
{
    constexpr unsigned char FirstBits[] = {0x7f, 0x1f, 0x0f, 0x07}; // by length
    char32_t point = static_cast<unsigned char>(character.front()) & FirstBits[character.size() - 1];
    for (const char next : character.substr(1))
        point = point << 6 | (static_cast<unsigned char>(next) & 0x3f);
    return point;
}

void appendCharacter(std::string *text, std::string_view character)
{
    const char32_t point = pointOf(character);
    if (!isHidden(point)) {
        *text += character;
    } else if (QChar::requiresSurrogates(point)) {
        appendEscape(text, QChar::highSurrogate(point));
        appendEscape(text, QChar::lowSurrogate(point));
    } else {
        appendEscape(text, static_cast<char16_t>(point));
    }
}
} // namespace

std::string escapedJson(std::string_view json)
{
    const auto isSuspect = [](char c) {
        return c == '\x7f' || static_cast<unsigned char>(c) >= 0x80;
    };
    std::string text;
    text.reserve(json.size());
    while (!json.empty()) {
        const auto suspect = std::find_if(json.begin(), json.end(), isSuspect);
        const auto plain = static_cast<std::size_t>(suspect - json.begin());
        text += json.substr(0, plain);
        json.remove_prefix(plain);
        if (json.empty())
            break;
        const std::size_t length = std::min(lengthOf(json.front()), json.size());
        appendCharacter(&text, json.substr(0, length));
        json.remove_prefix(length);
    }
    return text;
}

std::string jsonText(const nlohmann::ordered_json &value)
{
    constexpr int Indent = 2;
    return escapedJson(value.dump(Indent)) + '\n';
}

} // namespace Weir
