// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/insertresult.h"

#include <QByteArray>
#include <QString>

#include <unordered_map>
#include <vector>

struct sqlite3;

namespace Weir {

/// Which rows of a table an INSERT deletes, because a constraint of the table says ON CONFLICT REPLACE.
/// SQLite tells of that nowhere but in its pre-update hook (sqlite.org/c3ref/preupdate_blobwrite.html). In
/// the connection's thread.
class SqliteReplacements
{
public:
    SqliteReplacements(sqlite3 *db, const QString &table);

    /// Before the rows of one Session::insert().
    void begin();

    /// While it lives, what the statement deletes is watched.
    class Watch
    {
    public:
        explicit Watch(SqliteReplacements &replacements);
        ~Watch();
        Watch(const Watch &) = delete;
        Watch &operator=(const Watch &) = delete;

    private:
        SqliteReplacements &m_replacements;
    };

    /// There was no memory for all that the statement that was watched last has deleted.
    bool isIncomplete() const { return m_isIncomplete; }
    /// The watched statement has written the row with this index, which has this key now.
    void note(int index, qint64 key, InsertResult *result);
    /// After the rows: brings what note() has found in order.
    static void finish(InsertResult *result);

private:
    static void changes(void *replacements, sqlite3 *db, int operation, const char *schema, const char *table,
                        qint64 key, qint64 newKey) noexcept;

    sqlite3 *const m_db;
    const QByteArray m_table;
    std::vector<qint64> m_deleted; // by the statement that is watched, or was last
    bool m_isIncomplete = false;
    std::unordered_map<qint64, int> m_indices; // of this call's rows that are there, by key
};

} // namespace Weir
