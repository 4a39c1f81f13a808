// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/statements/sqlitestatement.h"

namespace Weir {

/// A savepoint that is set again and again: its statements stay prepared. In the connection's thread, inside
/// a transaction. Each function returns SQLITE_DONE, or the code of what went wrong.
class SqliteSavepoint
{
public:
    SqliteSavepoint(sqlite3 *db, const QString &name);

    bool isValid() const { return code() == 0; }
    /// SQLite's code for the preparing: why it is not valid.
    int code() const;

    /// Without a transaction SQLITE_ABORT_ROLLBACK: SQLite would begin one of the savepoint's own.
    int set();
    int release() { return m_release.run(); }
    /// Takes back what was done since set(), and releases.
    int rollBack();

private:
    sqlite3 *const m_db;
    SqliteStatement m_set;
    SqliteStatement m_release;
    SqliteStatement m_rollBack;
};

} // namespace Weir
