// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/entity.h"
#include "core/expected.h"
#include "db/insertresult.h"

#include <QString>

struct sqlite3;

namespace Weir {

/// Does the transaction hold rows whose parent is missing, because the foreign key is DEFERRED?
bool hasOpenForeignKeys(sqlite3 *db);

/// Foreign keys that are DEFERRED fail with the commit, all rows of the transaction together. This finds the
/// rows at fault before it: those just inserted whose parent is still missing are taken out again and fail by
/// themselves. Looks through the whole table when there are any. In the connection's thread, inside a
/// transaction.
class SqliteDeferredKeys
{
public:
    SqliteDeferredKeys(sqlite3 *db, QString location, const Entity &entity);

    /// Moves rows from result's keys to its failures. What remains open was open before.
    [[nodiscard]] Expected<void, SqlError> settle(InsertResult *result) const;

private:
    Expected<std::vector<qint64>, SqlError> orphans() const;
    Expected<void, SqlError> remove(qint64 key) const;
    SqlError error() const;

    sqlite3 *const m_db;
    const QString m_location;
    const QString m_table;
    const QString m_key;
};

} // namespace Weir
