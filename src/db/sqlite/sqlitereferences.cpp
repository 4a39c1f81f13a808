// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/sqlitereferences.h"

#include "db/sqlite/sqliteerror.h"
#include "db/sqlite/sqlitestatement.h"

#include <sqlite3.h>

namespace Weir {

Expected<QList<TableReference>, SqlError> sqliteReferences(sqlite3 *db, const QList<Entity> &entities,
                                                           const QString &location)
{
    QList<TableReference> references;
    SqliteStatement keys(
        db, QStringLiteral("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?1, 'main')"));
    if (!keys.isValid())
        return tl::unexpected(sqliteError(db, location));
    for (int from = 0; from < static_cast<int>(entities.size()); ++from) {
        const SqliteReset reset(keys);
        if (keys.bind(1, entities.at(from).table) != SQLITE_OK)
            return tl::unexpected(sqliteError(db, location));
        int code = 0;
        while ((code = keys.step()) == SQLITE_ROW) {
            const QByteArray parent = keys.text(0).toUtf8();
            for (int to = 0; to < static_cast<int>(entities.size()); ++to) {
                // SQLite folds ASCII letters only.
                if (sqlite3_stricmp(parent.constData(), entities.at(to).table.toUtf8().constData()) == 0)
                    references += TableReference{from, to};
            }
        }
        if (code != SQLITE_DONE)
            return tl::unexpected(sqliteError(db, location));
    }
    return references;
}

} // namespace Weir
