// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlite/statements/sqlitestatement.h"

#include <QStringList>

#include <vector>

namespace Weir {

/// What else happens when a row of a table is deleted: actions of foreign keys that refer to it, and
/// triggers. In the connection's thread.
class SqliteDeleteEffects
{
public:
    /// `deleteSql`: the statement that is going to delete.
    SqliteDeleteEffects(sqlite3 *db, const QString &table, const QString &key, const QString &deleteSql);

    /// SQLITE_OK, or why the schema could not be read.
    int code() const { return m_code; }
    /// Nothing: the statement deletes its row alone, or fails and leaves everything as it was.
    bool none() const { return !m_referenced && !m_hasTriggers; }
    /// SQLITE_ROW: an ON DELETE action would change other rows because of the row with this key; SQLITE_DONE:
    /// none would; or the code of an error.
    int actionsOn(qint64 key);
    /// Triggers that delete or update rows; what others do is to add some.
    const QStringList &changingTriggers() const { return m_changingTriggers; }

private:
    int findReferences(sqlite3 *db, const QString &table, const QString &key);
    int findReferencesOf(sqlite3 *db, const QString &child, const QString &table, const QString &key);
    int findTriggers(sqlite3 *db, const QString &deleteSql);

    static int noteTrigger(void *effects, int action, const char *, const char *, const char *,
                           const char *trigger) noexcept;

    int m_code = 0;
    bool m_referenced = false;
    bool m_hasTriggers = false;
    bool m_isIncomplete = false;              // for lack of memory
    std::vector<SqliteStatement> m_referring; // by foreign key with an action: a row that refers to key ?1
    QStringList m_changingTriggers;
};

} // namespace Weir
