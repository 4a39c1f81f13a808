// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/tables/sqlitecatalog.h"

#include "db/sqlite/statements/sqliteauthorizer.h"
#include "db/sqlite/statements/sqliteerror.h"
#include "db/sqlite/statements/sqliteidentifier.h"
#include "db/sqlite/statements/sqlitestatement.h"
#include "db/sqlite/tables/sqlitetable.h"

#include <algorithm>
#include <sqlite3.h>

namespace Weir {

namespace {

/// What a statement may touch, and whether it would touch anything else.
struct Reach
{
    QByteArray table;
    bool isExceeded = false;
};

/// SQLite tells the authorizer all that a statement would touch, by triggers and foreign keys too.
int noteReach(void *reach, int action, const char *table, const char *, const char *,
              const char *trigger) noexcept
{
    auto *self = static_cast<Reach *>(reach);
    const bool touches = action == SQLITE_READ || action == SQLITE_INSERT || action == SQLITE_UPDATE
        || action == SQLITE_DELETE;
    if (trigger || (touches && sqlite3_stricmp(table, self->table.constData()) != 0))
        self->isExceeded = true;
    return SQLITE_OK;
}

/// Of all columns, so that no trigger on one of them stays unseen.
QString assignmentsOf(const SqliteTable &table)
{
    QStringList assignments;
    for (const SqliteTable::Column &column : table.columns()) {
        if (!column.generated)
            assignments += sqliteIdentifier(column.name) + QStringLiteral("=1");
    }
    return assignments.join(u',');
}

/// False: to write into the table would do something else as well, or cannot be done.
Expected<bool, SqlError> writesNothingElse(sqlite3 *db, const SqliteTable &table, const QString &key,
                                           const QString &location)
{
    const QString target = QStringLiteral("main.") + sqliteIdentifier(table.name());
    Reach reach{table.name().toUtf8()};
    int code = SQLITE_OK;
    const SqliteAuthorizer authorizer(db, noteReach, &reach);
    for (const QString &sql :
         {QStringLiteral("INSERT INTO %1(%2) VALUES(1)").arg(target, sqliteIdentifier(key)),
          QStringLiteral("UPDATE %1 SET %2").arg(target, assignmentsOf(table)),
          QStringLiteral("DELETE FROM %1").arg(target)}) {
        if (code == SQLITE_OK)
            code = SqliteStatement(db, sql).code();
    }
    if (code != SQLITE_OK && code != SQLITE_ERROR) // the disk's fault, or a lock's
        return tl::unexpected(sqliteError(db, code, location));
    return code == SQLITE_OK && !reach.isExceeded;
}

bool hasItsKey(const SqliteTable &table, const TableDefinition &definition)
{
    const auto isInPlace = [&](const ColumnDefinition &wanted) {
        const SqliteTable::Column *const found = table.column(wanted.name);
        const auto position = static_cast<int>(definition.key.indexOf(wanted.name)) + 1;
        return !found || (!found->generated && found->keyPosition == position);
    };
    if (!std::all_of(definition.columns.begin(), definition.columns.end(), isInPlace))
        return false;
    const SqliteTable::Column *const last = table.column(definition.key.constLast());
    return last && (!definition.isNumbered || table.isRowId(*last));
}

} // namespace

Expected<TableFit, SqlError> SqliteCatalog::compare(const TableDefinition &table)
{
    const auto found = SqliteTable::read(m_db, table.name, m_location);
    if (!found)
        return tl::unexpected(found.error());
    TableFit fit;
    fit.exists = found->exists();
    for (const ColumnDefinition &column : table.columns) {
        if (!found->column(column.name))
            fit.missing += column.name;
    }
    if (found->type() != u"table" || !hasItsKey(*found, table))
        return fit;
    const auto writesNothing = writesNothingElse(m_db, *found, table.key.constLast(), m_location);
    if (!writesNothing)
        return tl::unexpected(writesNothing.error());
    fit.suits = *writesNothing;
    return fit;
}

} // namespace Weir
