// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/sqlerror.h"

#include <QString>

struct sqlite3;

namespace Weir {

/// weir_load and weir_ledger as a file has them, which somebody else may have made. A value.
struct SqliteLedgerTables
{
    bool exist = false;
    bool haveDefinition = false; // columns that an older Weir's tables lack, should they be there
    bool haveReadBack = false;
    bool haveUpdated = false;

    /// Error: they are there, but not Weir's: no ordinary tables, with other columns, or with triggers or
    /// foreign keys that would act when Weir writes there. In the connection's thread.
    static Expected<SqliteLedgerTables, SqlError> find(sqlite3 *db, const QString &location);
    /// Error: the content is not what Weir writes there.
    [[nodiscard]] SqlError checkContent(sqlite3 *db, const QString &location) const;
    static SqlError damaged(const QString &location);

    /// A name, a path, a time.
    static constexpr qint64 LongestText = qint64{1} << 16;
    /// A plan, names of columns.
    static constexpr qint64 LongestList = qint64{1} << 22;
    static constexpr qint64 GreatestCount = qint64{1} << 40;
    static constexpr qint64 GreatestOffset = qint64{1} << 60;
};

} // namespace Weir
