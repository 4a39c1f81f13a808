// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "engine/load/loadresult.h"

namespace Weir::ReportFile {

/// Can a report have this name? An empty one, for no report, is fine.
Expected<void> check(const QString &path);
/// The report in the format that the name's end tells: .html, .json or .csv. Replaces the file as a whole.
Expected<void> write(const QString &path, const LoadResult &result);

} // namespace Weir::ReportFile
