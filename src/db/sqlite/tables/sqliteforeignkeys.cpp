// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqliteforeignkeys.h"

#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitestatement.h"

#include <sqlite3.h>

namespace Weir {

// PRAGMA statements: a table of the file's can have the name of a table-valued function.

int SqliteForeignKey::read(sqlite3 *db, const QString &table, QList<SqliteForeignKey> *keys)
{
    SqliteStatement list(db,
                         QStringLiteral("PRAGMA main.foreign_key_list(") + sqliteIdentifier(table) + u')');
    if (!list.isValid())
        return list.code();
    int code = SQLITE_OK;
    while ((code = list.step()) == SQLITE_ROW) {
        if (list.integer(1) == 0) { // the key's first column
            const QString action = list.text(6);
            keys->append({list.text(2), {}, {}, action != u"NO ACTION" && action != u"RESTRICT"});
        }
        keys->last().columns += list.text(3);
        keys->last().parentColumns += list.text(4);
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

int visitSqliteOrphans(sqlite3 *db, const QString &table,
                       const std::function<bool(const SqliteOrphan &)> &visit)
{
    const QString argument = table.isEmpty() ? QString() : u'(' + sqliteIdentifier(table) + u')';
    SqliteStatement check(db, QStringLiteral("PRAGMA main.foreign_key_check") + argument);
    if (!check.isValid())
        return check.code();
    int code = SQLITE_OK;
    while ((code = check.step()) == SQLITE_ROW) {
        const bool hasRowId = sqlite3_column_type(check.get(), 1) != SQLITE_NULL;
        const std::optional<qint64> rowId = hasRowId ? std::optional(check.integer(1)) : std::nullopt;
        if (!visit({check.text(0), rowId, check.text(2)}))
            return SQLITE_OK;
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

} // namespace Weir
