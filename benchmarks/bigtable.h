// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"

namespace Weir {

/// Makes sure that the sample's users table in this directory has exactly so many rows, with keys from 1;
/// keeps a table that already does. Durable in no way: the file is only measured.
Expected<void> makeBigUsersTable(const QString &directory, const Project &project, qint64 rows);

} // namespace Weir
