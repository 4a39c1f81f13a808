// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weir {

/// The number in "format" of project files that this program reads and writes.
constexpr int ProjectFormat = 1;

} // namespace Weir
