// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8text.h"

#include <QUtf8StringView>

#include <cstdint>
#include <cstring>

namespace Weir {

namespace {
constexpr std::uint64_t LowBits = 0x0101010101010101U;
constexpr std::uint64_t HighBits = 0x8080808080808080U;

/// Eight bytes of which each is ASCII and none NUL.
bool isPlain(std::uint64_t word)
{
    return ((word | (word - LowBits)) & HighBits) == 0;
}

std::uint64_t wordAt(const char *bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

bool isPlainAscii(std::string_view text)
{
    constexpr std::size_t step = sizeof(std::uint64_t);
    if (text.size() < step) {
        bool plain = true;
        for (const char c : text)
            plain &= static_cast<signed char>(c) > 0;
        return plain;
    }
    for (std::size_t at = 0; at + step <= text.size(); at += step) {
        if (!isPlain(wordAt(text.data() + at)))
            return false;
    }
    return isPlain(wordAt(text.data() + text.size() - step));
}
} // namespace

char32_t takeCodePoint(std::string_view *text)
{
    const auto lead = static_cast<unsigned char>(text->front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i)
        point = (point << 6) | (static_cast<unsigned char>((*text)[i]) & 0x3fU);
    text->remove_prefix(length);
    return point;
}

void appendCodePoint(std::string *text, char32_t point)
{
    const auto append = [text](char32_t byte) {
        text->push_back(static_cast<char>(byte));
    };
    const auto appendRest = [&](int shift) {
        append(0x80 | ((point >> shift) & 0x3f));
    };
    if (point < 0x80) {
        append(point);
        return;
    }
    if (point < 0x800) {
        append(0xc0 | (point >> 6));
    } else if (point < 0x10000) {
        append(0xe0 | (point >> 12));
        appendRest(6);
    } else {
        append(0xf0 | (point >> 18));
        appendRest(12);
        appendRest(6);
    }
    appendRest(0);
}

bool isWellFormedUtf8(std::string_view text)
{
    if (isPlainAscii(text))
        return true;
    return text.find('\0') == std::string_view::npos
        && QUtf8StringView(text.data(), static_cast<qsizetype>(text.size())).isValidUtf8();
}

} // namespace Weir
