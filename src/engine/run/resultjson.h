// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"
#include "engine/run/runner.h"

#include <nlohmann/json.hpp>

namespace Weir {

/// A finished run for machines: settings, counts (given = read = inserted + updated + rejected + failed +
/// cancelled), an outcome a row, figures and, if wanted, each task's trace. Times are nanoseconds. Any
/// thread.
nlohmann::ordered_json resultJson(const FinishedRun &run, const Project &project, bool withTraces);

/// A rule that a row breaks; {"field": …, "rule": …, "message": …}.
nlohmann::ordered_json violationJson(const Violation &violation, const Entity &entity);

} // namespace Weir
