// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/sqlitestatement.h"

namespace Weir {

/// A savepoint that is set again and again: its statements stay prepared. In the connection's thread, inside
/// a transaction. Each function returns SQLITE_DONE, or the code of what went wrong.
class SqliteSavepoint
{
public:
    SqliteSavepoint(sqlite3 *db, const QString &name);

    bool isValid() const { return m_set.isValid() && m_release.isValid() && m_rollBack.isValid(); }

    int set() { return m_set.run(); }
    int release() { return m_release.run(); }
    /// Takes back what was done since set(), and releases.
    int rollBack();

private:
    SqliteStatement m_set;
    SqliteStatement m_release;
    SqliteStatement m_rollBack;
};

} // namespace Weir
