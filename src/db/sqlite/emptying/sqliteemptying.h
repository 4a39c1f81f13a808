// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"
#include "db/emptyticket.h"
#include "db/sqlerror.h"

#include <QList>

#include <stop_token>

struct sqlite3;

namespace Weir {

/// Deletes all rows of some tables in one transaction, and nothing but these: first they are copied to a file
/// in `folder`, safe on the disk before the first is deleted. After an error nothing is deleted; only
/// after CommitUnknown that could not be found out. Refused where the deletion would change rows of other
/// tables or start triggers, which no undo could take back. In the connection's thread; the gate held alone.
[[nodiscard]] Expected<EmptyTicket, SqlError> emptySqliteTables(sqlite3 *db, const QString &location,
                                                                const QList<Entity> &entities,
                                                                const QString &folder,
                                                                const std::stop_token &stop);

/// Puts these rows back, all or none: rows that came since stay, and are never replaced. No triggers start.
/// `location`: the database that `db` is open on.
[[nodiscard]] Expected<void, SqlError> restoreSqliteRows(sqlite3 *db, const QString &location,
                                                         const EmptyTicket &ticket,
                                                         const std::stop_token &stop);

} // namespace Weir
