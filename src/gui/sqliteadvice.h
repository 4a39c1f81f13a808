// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// Version of the SQLite library in use: "3.40.1".
QString sqliteVersion();
/// Does this version (as sqlite3_libversion_number() gives it) contain the mending of the WAL-reset bug:
/// 3.51.3, 3.50.7 or 3.44.6 and later on their branches ("The WAL-Reset Bug", sqlite.org/wal.html).
bool hasWalResetFix(int versionNumber);
/// Advice for the version in use; empty when there is nothing to say.
QString sqliteAdvice();

} // namespace Weir
