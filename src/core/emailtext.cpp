// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/emailtext.h"

#include <algorithm>

namespace Weir {

namespace {
bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isHostCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

bool isLocalCharacter(char c)
{
    return isHostCharacter(c) || c == '_' || c == '%' || c == '+';
}

template<typename Predicate>
bool isRunOf(std::string_view text, std::size_t atLeast, Predicate predicate)
{
    return text.size() >= atLeast && std::all_of(text.begin(), text.end(), predicate);
}
} // namespace

bool isEmail(std::string_view text)
{
    const std::size_t at = text.find('@');
    const std::size_t dot = text.rfind('.');
    if (at == std::string_view::npos || dot == std::string_view::npos || dot < at)
        return false;
    return isRunOf(text.substr(0, at), 1, isLocalCharacter)
        && isRunOf(text.substr(at + 1, dot - at - 1), 1, isHostCharacter)
        && isRunOf(text.substr(dot + 1), 2, isLetter);
}

} // namespace Weir
