// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"

#include <nlohmann/json.hpp>

namespace Weir {

/// A project from its JSON document, but for the rows of test data. Checks the shape: keys, types, names of
/// kinds, one format; the sentence names the JSON path. Whether the parts fit together is
/// ProjectFile::validate()'s. Any thread.
Expected<Project> readProject(const nlohmann::json &document);

} // namespace Weir
