// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "db/backend.h"

struct sqlite3;

namespace Weir {

/// Runs one statement of the user's own and collects its result, at most MaximumRows rows and MaximumBytes of
/// text. Refused: several statements, no statement, and (unless `writable`) whatever is not reading. In the
/// connection's thread.
class SqliteQuery
{
public:
    static constexpr qsizetype MaximumRows = 1'000'000;
    static constexpr qsizetype MaximumBytes = qsizetype(256) << 20;

    static Expected<QueryResult, SqlError> run(sqlite3 *db, const QString &sql, bool writable,
                                               const QString &location);
};

} // namespace Weir
