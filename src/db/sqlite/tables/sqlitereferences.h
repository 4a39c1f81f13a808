// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

struct sqlite3;

namespace Weir {

/// Backend::references() of an SQLite database. In the connection's thread.
Expected<QList<TableReference>, SqlError> sqliteReferences(sqlite3 *db, const QList<Entity> &entities,
                                                           const QString &location);

} // namespace Weir
