// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/system/outputplace.h"
#include "engine/load/values/loadresult.h"

namespace Weir::ReportFile {

/// Can a report have this name, by its end? An empty one, for no report, is fine.
Expected<void> check(const QString &path);
/// Can it be written there? A file that exists is replaced only if it is such a report, or by force.
Expected<void> check(const OutputPlace &place, bool force);
/// The report in the format that the name's end tells: .html, .json or .csv. Checks once more, then replaces
/// the file as a whole.
Expected<void> write(const OutputPlace &place, bool force, const LoadResult &result);

} // namespace Weir::ReportFile
