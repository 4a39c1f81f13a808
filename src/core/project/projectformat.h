// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

#include <QtGlobal>

#include <cstdint>

namespace Weir {

/// The numbers in "format" of project files that this program reads and writes.
constexpr int OldestProjectFormat = 1;
constexpr int ProjectFormat = 2; // more types of fields

/// The lowest format that knows the type.
int projectFormatOf(FieldType type);
/// The lowest format that can say all of the project: what older Weirs can read, they shall.
int projectFormatOf(const Project &project);

/// The member that holds the rows of test data, a list for each entity.
constexpr char TestDataKey[] = "testData";

/// Up to here every integer is a double of its own.
constexpr std::int64_t LargestExactInteger = 9007199254740992;

/// Values outside of these rows, beyond which a text is refused: each costs many times its bytes.
constexpr int MaximumProjectValues = 500'000;

/// Larger texts are refused; in bytes.
constexpr qsizetype MaximumProjectSize = qsizetype(64) << 20;

} // namespace Weir
