// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Weir {

/// The number in "format" of project files that this program reads and writes.
constexpr int ProjectFormat = 1;

/// The member that holds the rows of test data, a list for each entity.
constexpr char TestDataKey[] = "testData";

/// Values outside of these rows, beyond which a text is refused: each costs many times its bytes.
constexpr int MaximumProjectValues = 500'000;

/// Larger texts are refused; in bytes.
constexpr qsizetype MaximumProjectSize = qsizetype(64) << 20;

} // namespace Weir
