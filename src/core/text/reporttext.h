// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runresult.h"

namespace Weir {

/// The original system's report, to the letter (its duplicated "Row 10: Row 10:" included), with a final
/// newline. Never translated. Rejected and failed rows count as failed; a cancelled run adds
/// "| n cancelled" to its summary lines.
QString reportText(const RunResult &result);

} // namespace Weir
