// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transaction/tasktrace.h"

#include <nlohmann/json.hpp>

namespace Weir {

/// {"spans": …, "attempts": …}: the spans that belong to no attempt, and what each attempt was made of. Times
/// are nanoseconds.
nlohmann::ordered_json traceJson(const TaskTrace &trace);

/// Each with its "database".
nlohmann::ordered_json settledJson(const std::vector<SettledTrace> &settled);

} // namespace Weir
