// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weir {

/// Does the path (an existing file or directory) lie on a network or user-space file system, where SQLite's
/// WAL does not work and locks are not to be relied on? False when it cannot be told.
bool isOnNetworkFileSystem(const QString &path);
/// The same by statfs's f_type (linux/magic.h).
bool isNetworkFileSystemType(unsigned long type);

} // namespace Weir
