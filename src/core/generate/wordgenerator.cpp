// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generate/wordgenerator.h"

#include <array>
#include <string_view>

namespace Weir {

namespace {
constexpr std::array<std::string_view, 32> Syllables{
    "ba", "bel", "bri", "da", "den", "do",  "el", "fa", "fin", "ga", "ha",  "ir", "jo", "ka", "ki", "la",
    "lo", "ma",  "mi",  "na", "ni",  "nor", "o",  "pe", "ra",  "ri", "sol", "ta", "ti", "va", "vi", "za"};
constexpr std::array<std::string_view, 4> Domains{"example.com", "example.org", "example.net",
                                                  "mail.example.com"};

void appendNumber(RandomSource &random, std::string *text)
{
    text->append(std::to_string(random.below(10000)));
}
} // namespace

void appendWord(RandomSource &random, bool capital, std::string *text)
{
    const std::size_t start = text->size();
    std::uint64_t choice = random.next();
    const std::uint64_t syllables = 2 + (choice & 1);
    for (std::uint64_t i = 0; i < syllables; ++i) {
        choice >>= 5;
        text->append(Syllables[choice % Syllables.size()]);
    }
    if (capital)
        (*text)[start] = static_cast<char>((*text)[start] - 'a' + 'A');
}

void appendEmail(RandomSource &random, std::string *text)
{
    appendWord(random, false, text);
    appendNumber(random, text);
    text->push_back('@');
    text->append(Domains[random.below(Domains.size())]);
}

void appendSpoiltEmail(RandomSource &random, std::string *text)
{
    appendWord(random, false, text);
    switch (random.below(4)) {
    case 0:
        text->append(".example.com");
        break;
    case 1:
        text->append("@example");
        break;
    case 2:
        text->append(" at@example.com");
        break;
    default:
        text->push_back('@');
    }
}

} // namespace Weir
