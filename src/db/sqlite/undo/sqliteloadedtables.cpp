// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/undo/sqliteloadedtables.h"

#include "db/sqlite/undo/sqliteloadedtable.h"
#include "db/sqlite/undo/sqliterowremover.h"
#include "db/sqlite/undo/sqliteundotarget.h"

namespace Weir {

Expected<QString, SqlError> SqliteLoadedTables::describe(const QString &table, const QStringList &filled)
{
    const auto now = SqliteLoadedTable::read(m_db, table, filled, m_location);
    if (!now)
        return tl::unexpected(now.error());
    return *now ? QString::fromUtf8((*now)->toJson()) : QString();
}

Expected<std::optional<QByteArray>, SqlError> SqliteLoadedTables::standingHashes(const QByteArray &loadId,
                                                                                 const RecordedTable &table,
                                                                                 const QByteArray &keys)
{
    return m_readBack.hashes(loadId, table, keys);
}

Expected<UndoTarget, SqlError> SqliteLoadedTables::undoTarget(const RecordedTable &table)
{
    const auto found = SqliteUndoTarget::find(m_db, table, m_location);
    if (!found)
        return tl::unexpected(found.error());
    auto remover = SqliteRowRemover::open(m_db, m_location, found->table, found->hashed.constFirst());
    if (!remover)
        return tl::unexpected(remover.error());
    return UndoTarget{found->read(), static_cast<int>(found->hashed.size()) - 1,
                      static_cast<int>(found->constant.size()), found->unjudged, std::move(*remover)};
}

} // namespace Weir
