// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace Weir {

inline QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The code point at the front of valid UTF-8, which loses it. Any thread.
char32_t takeCodePoint(std::string_view *text);
void appendCodePoint(std::string *text, char32_t point);
/// Valid UTF-8 without a NUL. Fast for ASCII.
bool isWellFormedUtf8(std::string_view text);

} // namespace Weir
