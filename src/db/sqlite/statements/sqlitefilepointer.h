// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;
struct sqlite3_file;

namespace Weir {

/// SQLite's own file object of a connection's database (SQLITE_FCNTL_FILE_POINTER) or of its journal or log
/// (SQLITE_FCNTL_JOURNAL_POINTER); nullptr: it is not open. In the connection's thread.
sqlite3_file *sqliteFilePointer(sqlite3 *db, int control);
/// Was the database file moved, replaced or deleted since the connection opened it? In its thread.
bool isSqliteFileMoved(sqlite3 *db);

} // namespace Weir
