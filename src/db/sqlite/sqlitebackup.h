// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

#include <QString>

struct sqlite3;

namespace Weir {

/// Copies the database to a file by SQLite's backup API: first under a temporary name (0600), then renamed,
/// so that `file` is there as a whole or not at all. An older file of that name is replaced.
[[nodiscard]] SqlError backUpSqlite(sqlite3 *db, const QString &location, const QString &file);

/// Replaces the database's content by the file's, in one transaction; on error nothing has changed.
[[nodiscard]] SqlError restoreSqlite(sqlite3 *db, const QString &location, const QString &file);

} // namespace Weir
