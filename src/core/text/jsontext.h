// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace Weir {

/// JSON for streams and reports: two spaces a level, a newline at the end, as escapedJson() has it. Any
/// thread.
std::string jsonText(const nlohmann::ordered_json &value);

/// The same values, with control and format characters (C1, bidirectional, zero-width …) as \uXXXX: on a
/// terminal they steer it or hide what is there. `json` is UTF-8. Any thread.
std::string escapedJson(std::string_view json);

} // namespace Weir
