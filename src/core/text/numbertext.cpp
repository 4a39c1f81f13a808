// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/numbertext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace Weir {

namespace {
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The end of a non-empty run of digits; nullptr when there is none.
const char *digits(const char *begin, const char *end)
{
    const char *stop = std::find_if_not(begin, end, isDigit);
    return stop == begin ? nullptr : stop;
}

/// std::from_chars() also takes "inf", ".5" and "5."; this does not.
bool hasNumberShape(std::string_view text)
{
    const char *at = text.data();
    const char *const end = at + text.size();
    if (at != end && *at == '-')
        ++at;
    at = digits(at, end);
    if (at && at != end && *at == '.')
        at = digits(at + 1, end);
    if (at && at != end && (*at == 'e' || *at == 'E')) {
        ++at;
        if (at != end && (*at == '+' || *at == '-'))
            ++at;
        at = digits(at, end);
    }
    return at && at == end;
}

constexpr std::size_t SafeDigits = 18;

/// Of at most SafeDigits characters.
std::optional<std::int64_t> shortDigits(std::string_view text)
{
    std::int64_t value = 0;
    for (const char c : text) {
        if (!isDigit(c))
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

/// digits ('.' digits)?, few enough for both the digits as an integer and the power of ten to be exact
/// doubles: their quotient is the nearest double (W. Clinger, "How to Read Floating Point Numbers
/// Accurately", 1990). std::nullopt: something else.
std::optional<double> shortDecimal(std::string_view text)
{
    constexpr std::size_t ExactDigits = 15;
    static constexpr std::array<double, ExactDigits + 1> Powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                                1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const std::size_t point = text.find('.');
    if (text.size() > ExactDigits + (point == std::string_view::npos ? 0 : 1))
        return std::nullopt;
    const auto whole = shortDigits(text.substr(0, point));
    if (point == std::string_view::npos)
        return whole ? std::optional(static_cast<double>(*whole)) : std::nullopt;
    const auto fraction = shortDigits(text.substr(point + 1));
    if (!whole || !fraction)
        return std::nullopt;
    const double power = Powers[text.size() - point - 1];
    return (static_cast<double>(*whole) * power + static_cast<double>(*fraction)) / power;
}

/// Without an exponent; `exponent` is that of the first digit.
std::string fixedText(const std::string &figures, int exponent)
{
    const int count = static_cast<int>(figures.size());
    if (exponent < 0)
        return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + figures;
    if (exponent >= count - 1)
        return figures + std::string(static_cast<std::size_t>(exponent - count + 1), '0') + ".0";
    const std::size_t whole = static_cast<std::size_t>(exponent) + 1;
    return figures.substr(0, whole) + '.' + figures.substr(whole);
}
} // namespace

std::optional<std::int64_t> parseInteger(std::string_view text)
{
    // Nearly all integers are short, and no row is taken without this: a loop that cannot overflow.
    if (text.size() <= SafeDigits) {
        const bool negative = !text.empty() && text.front() == '-';
        const std::string_view figures = text.substr(negative ? 1 : 0);
        const auto value = shortDigits(figures);
        return value && negative ? -*value : value;
    }
    std::int64_t value = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return value;
}

std::optional<double> parseNumber(std::string_view text)
{
    if (const auto value = shortDecimal(text))
        return value;
    if (!hasNumberShape(text))
        return std::nullopt;
    double value = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::string numberText(double value)
{
    if (!std::isfinite(value))
        return std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
    std::array<char, 32> buffer;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific);
    const std::string text(buffer.data(), error == std::errc() ? end : buffer.data());

    const std::size_t mark = text.find('e');
    const std::string sign = text.front() == '-' ? "-" : "";
    std::string figures = text.substr(sign.size(), mark - sign.size());
    figures.erase(std::remove(figures.begin(), figures.end(), '.'), figures.end());
    const int exponent = std::stoi(text.substr(mark + 1));
    // Python's repr() turns to exponents below 1e-4 and from 1e16.
    if (exponent < -4 || exponent >= 16)
        return text;
    return sign + fixedText(figures, exponent);
}

} // namespace Weir
