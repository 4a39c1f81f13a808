// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

#include <nlohmann/json.hpp>

namespace Weir {

/// The project's JSON document, with every key written out; blank cells of test data are left away. Any
/// thread.
nlohmann::ordered_json writeProject(const Project &project);

} // namespace Weir
