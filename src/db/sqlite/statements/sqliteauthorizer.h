// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace Weir {

/// While it lives, SQLite asks or tells this function what statements that are compiled would do
/// (sqlite.org/c3ref/set_authorizer.html). In the connection's thread.
class SqliteAuthorizer
{
public:
    /// Nothing may be thrown through SQLite.
    using Function = int (*)(void *, int, const char *, const char *, const char *, const char *) noexcept;

    SqliteAuthorizer(sqlite3 *db, Function function, void *argument)
        : m_db(db)
    {
        sqlite3_set_authorizer(db, function, argument);
    }
    ~SqliteAuthorizer() { sqlite3_set_authorizer(m_db, nullptr, nullptr); }
    SqliteAuthorizer(const SqliteAuthorizer &) = delete;
    SqliteAuthorizer &operator=(const SqliteAuthorizer &) = delete;

private:
    sqlite3 *const m_db;
};

} // namespace Weir
