// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/generate/randomsource.h"

#include <string>

namespace Weir {

/// Appends a made-up word of two or three syllables, ASCII letters only.
void appendWord(RandomSource &random, bool capital, std::string *text);
/// Appends an email address of a domain that is reserved for examples.
void appendEmail(RandomSource &random, std::string *text);
/// Appends what people type instead of one.
void appendSpoiltEmail(RandomSource &random, std::string *text);

} // namespace Weir
