// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "db/sqlite/statements/sqlitestatement.h"

namespace Weir {

/// What a table's schema, which somebody else may have made, says about inserting into it. In the
/// connection's thread.
class SqliteTableRules
{
public:
    SqliteTableRules(sqlite3 *db, const Entity &entity);

    /// Looks again when the schema has changed. Before rows are inserted. SQLITE_OK, or the code of what went
    /// wrong, which may have cost the transaction.
    [[nodiscard]] int update();

    /// Triggers or conflict clauses: an INSERT that fails may leave something behind, and one that succeeds
    /// may delete other rows.
    bool hasOwnWill() const { return m_ownWill; }
    /// Are rows of one statement treated as rows one by one? Not where it has its own will or foreign keys.
    bool takesRowsTogether() const { return m_together; }
    bool isAutoIncrement() const { return m_autoIncrement; }
    /// Is the largest key taken, so that the table has none to give to a row without key? In doubt it is not.
    bool areKeysExhausted() const;

private:
    int readVersion(qint64 *version);
    int look();
    int lookAtKey();
    int lookAtReferences();
    int findNone(const QString &sql, bool *none) const;
    bool isLargest(const QString &sql) const;

    sqlite3 *const m_db;
    const QString m_table;
    const QString m_key;
    SqliteStatement m_schemaVersion;
    qint64 m_knownVersion = -1;
    bool m_ownWill = true;
    bool m_together = false;
    bool m_autoIncrement = false;
};

} // namespace Weir
