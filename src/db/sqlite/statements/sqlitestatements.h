// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/statements/sqlitestatement.h"
#include "db/statement.h"

#include <utility>
#include <vector>

namespace Weir {

/// The prepared statements of a connection, kept by their text until they are needed again. In the
/// connection's thread; statements that are out come back, or go, before this does.
class SqliteStatements
{
public:
    explicit SqliteStatements(sqlite3 *db)
        : m_db(db)
    {
        m_kept.reserve(Most); // giveBack() must not fail
    }

    /// With its values bound. Not valid: code() says why. Bytes are not copied: the values must live until it
    /// is given back.
    SqliteStatement take(const Statement &statement);
    void giveBack(const QString &sql, SqliteStatement statement);

private:
    static constexpr std::size_t Most = 32;

    SqliteStatement prepared(const QString &sql);

    sqlite3 *const m_db;
    std::vector<std::pair<QString, SqliteStatement>> m_kept; // first what has not been needed for longest
};

} // namespace Weir
