// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/emailtext.h"

#include <array>

namespace Weir {

namespace {
enum Kind : unsigned char { Letter = 1, Host = 2, Local = 4 };

constexpr std::array<unsigned char, 256> kinds()
{
    std::array<unsigned char, 256> kinds = {};
    for (unsigned c = 'a'; c <= 'z'; ++c)
        kinds[c] = kinds[c - 'a' + 'A'] = Letter | Host | Local;
    for (unsigned c = '0'; c <= '9'; ++c)
        kinds[c] = Host | Local;
    kinds['.'] = kinds['-'] = Host | Local;
    kinds['_'] = kinds['%'] = kinds['+'] = Local;
    return kinds;
}

constexpr std::array<unsigned char, 256> Kinds = kinds();

/// At least so many characters, all of one kind.
bool isRunOf(std::string_view text, std::size_t atLeast, Kind kind)
{
    unsigned common = kind;
    for (const char c : text)
        common &= Kinds[static_cast<unsigned char>(c)];
    return text.size() >= atLeast && common != 0;
}
} // namespace

bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    const std::size_t dot = text.rfind('.');
    if (at == std::string_view::npos || dot == std::string_view::npos || dot < at)
        return false;
    return isRunOf(text.substr(0, at), 1, Local) && isRunOf(text.substr(at + 1, dot - at - 1), 1, Host)
        && isRunOf(text.substr(dot + 1), 2, Letter);
}

} // namespace Weir
