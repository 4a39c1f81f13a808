// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/databaseprofile.h"
#include "db/sqlerror.h"

#include <QString>

#include <functional>

struct sqlite3;

namespace Weir {

class SqliteBusyHandler;

/// What a connection is for: decides how much of an untrusted file may act through it.
enum class SqlitePurpose {
    Write, // the database's triggers and views work
    Read,  // nothing but tables is read, nothing is written
    Query, // the user's own reading statement: views work, nothing is written
};

/// Session set-up, the one place of it: hardens the connection against the file it opens (sqlite.org/
/// security.html), and sets synchronous, foreign_keys and who checkpoints (nobody by itself). The first that
/// reads from the file. In the connection's thread.
[[nodiscard]] Expected<void, SqlError> hardenSqlite(sqlite3 *db, const DatabaseProfile &profile,
                                                    SqlitePurpose purpose, const QString &location);

/// Sets the journal mode and reads it back. Leaving or entering WAL needs the file alone: waits for that with
/// `busy` as the connection's statements do.
[[nodiscard]] Expected<void, SqlError> setSqliteJournalMode(sqlite3 *db, JournalMode mode,
                                                            SqliteBusyHandler &busy, const QString &location);

/// One or several statements without result.
[[nodiscard]] Expected<void, SqlError> executeSqlite(sqlite3 *db, const QString &sql,
                                                     const QString &location);
/// The work in a transaction of its own (BEGIN IMMEDIATE), which its first error rolls back.
[[nodiscard]] Expected<void, SqlError>
inSqliteTransaction(sqlite3 *db, const QString &location,
                    const std::function<Expected<void, SqlError>()> &work);
/// The first column of the first row.
[[nodiscard]] Expected<void, SqlError> readSqliteInteger(sqlite3 *db, const QString &sql,
                                                         const QString &location, qint64 *value);

} // namespace Weir
