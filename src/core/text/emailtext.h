// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Weir {

/// Matches ^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$, the original system's expression. Any thread.
bool isEmail(std::string_view text);

} // namespace Weir
