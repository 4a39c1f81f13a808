// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/emailtext.h"

#include <array>
#include <bit>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

bool isEmailOfAnyLength(std::string_view text)
{
    const std::size_t at = text.find('@');
    const std::size_t dot = text.rfind('.');
    if (at == std::string_view::npos || dot == std::string_view::npos || dot < at)
        return false;
    return isRunOf(text.substr(0, at), 1, Local) && isRunOf(text.substr(at + 1, dot - at - 1), 1, Host)
        && isRunOf(text.substr(dot + 1), 2, Letter);
}

#ifdef __SSE2__
/// Which characters are what: a bit each.
struct KindMasks
{
    std::uint64_t letters = 0;
    std::uint64_t hosts = 0;
    std::uint64_t locals = 0;
    std::uint64_t ats = 0;
    std::uint64_t dots = 0;

    /// 16 characters from `at` on, their bits from `shift` on.
    void look(const char *at, std::size_t shift)
    {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const auto are = [&](char c) {
            return _mm_cmpeq_epi8(text, _mm_set1_epi8(c));
        };
        const auto between = [](__m128i bytes, char first, char last) {
            return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(first - 1))),
                                 _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(last + 1))));
        };
        const auto put = [shift](__m128i bytes, std::uint64_t *mask) {
            *mask |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(bytes))) << shift;
        };
        const __m128i isLetter = between(_mm_or_si128(text, _mm_set1_epi8(0x20)), 'a', 'z');
        const __m128i isDot = are('.');
        const __m128i isHost =
            _mm_or_si128(_mm_or_si128(isLetter, between(text, '0', '9')), _mm_or_si128(isDot, are('-')));
        put(isLetter, &letters);
        put(isHost, &hosts);
        put(_mm_or_si128(_mm_or_si128(isHost, are('_')), _mm_or_si128(are('%'), are('+'))), &locals);
        put(are('@'), &ats);
        put(isDot, &dots);
    }
};

/// The bits from `begin` up to `end`, which is below 64.
constexpr std::uint64_t bits(int begin, int end)
{
    return (std::uint64_t{1} << end) - (std::uint64_t{1} << begin);
}

/// 16 to 63 characters.
bool isShortEmail(std::string_view text)
{
    constexpr std::size_t Step = 16;
    KindMasks masks;
    for (std::size_t at = 0; at + Step < text.size(); at += Step)
        masks.look(text.data() + at, at);
    masks.look(text.data() + text.size() - Step, text.size() - Step);
    const int size = static_cast<int>(text.size());
    const int at = std::countr_zero(masks.ats);
    const int dot = 63 - std::countl_zero(masks.dots);
    if (at == 0 || dot < at + 2 || dot + 2 >= size)
        return false;
    return (bits(0, at) & ~masks.locals) == 0 && (bits(at + 1, dot) & ~masks.hosts) == 0
        && (bits(dot + 1, size) & ~masks.letters) == 0;
}
#endif
} // namespace

bool isEmail(std::string_view text)
{
#ifdef __SSE2__
    if (text.size() >= 16 && text.size() < 64)
        return isShortEmail(text);
#endif
    return isEmailOfAnyLength(text);
}

} // namespace Weir
