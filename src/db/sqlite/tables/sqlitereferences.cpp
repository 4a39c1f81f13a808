// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitereferences.h"

#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/tables/sqliteforeignkeys.h"

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

Expected<QList<TableReference>, SqlError> sqliteReferences(sqlite3 *db, const QList<Entity> &entities,
                                                           const QString &location)
{
    QList<TableReference> references;
    for (int from = 0; from < static_cast<int>(entities.size()); ++from) {
        QList<SqliteForeignKey> keys;
        if (const int code = SqliteForeignKey::read(db, entities.at(from).table, &keys); code != SQLITE_OK)
            return tl::unexpected(sqliteError(db, code, location));
        for (int to = 0; to < static_cast<int>(entities.size()); ++to) {
            const bool refers = std::any_of(keys.begin(), keys.end(), [&](const SqliteForeignKey &key) {
                return isSameSqliteName(key.parent, entities.at(to).table);
            });
            if (refers)
                references += TableReference{from, to};
        }
    }
    return references;
}

} // namespace Weir
