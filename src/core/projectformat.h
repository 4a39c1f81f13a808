// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Weir {

/// The number in "format" of project files that this program reads and writes.
constexpr int ProjectFormat = 1;

/// Larger texts are refused; in bytes.
constexpr qsizetype MaximumProjectSize = qsizetype(64) << 20;

} // namespace Weir
