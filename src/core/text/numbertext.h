// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace Weir {

/// Strict: an optional '-', ASCII digits, nothing else; std::nullopt also out of int64's range.
std::optional<std::int64_t> parseInteger(std::string_view text);
/// Strict: '-'? digits ('.' digits)? ([eE] [+-]? digits)?; std::nullopt also when not finite ("1e999").
std::optional<double> parseNumber(std::string_view text);
/// Shortest text that reads back as the same double, always with a '.' or an exponent: 1000.0, 0.1, 1e+22
/// (as Python's repr does).
std::string numberText(double value);

} // namespace Weir
