// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

#include <QString>

struct sqlite3;

namespace Weir {

/// What an extended result code means for the database file `location`. `detail` is SQLite's own text about
/// it, shown where it tells more than the code ("UNIQUE constraint failed: users.email"); `systemError` the
/// errno behind it, 0: not known. Always an error: whoever asks has seen something fail, even where the code
/// is that of a success.
SqlError sqliteError(int extendedCode, const QString &detail, const QString &location, int systemError = 0);
/// The error of the last call on this connection. In the connection's thread.
SqlError sqliteError(sqlite3 *db, const QString &location);
/// The same for a call that returned `code`: a code that the connection did not keep, such as TOOBIG from a
/// bind.
SqlError sqliteError(sqlite3 *db, int code, const QString &location);

/// A transaction that was begun is no longer there, and nothing of it was written.
SqlError sqliteTransactionEnded(const QString &location);
/// What `error`, with which a COMMIT failed, left behind cannot be found out.
SqlError sqliteCommitUnknown(const SqlError &error, const QString &location);

} // namespace Weir
