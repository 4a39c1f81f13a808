// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/rowcount.h"

namespace Weir {

Expected<qint64, SqlError> countRows(Backend &backend, const QString &table, const std::stop_token &stop)
{
    if (backend.presence() == Presence::Absent)
        return 0;
    const QString name = u'"' + QString(table).replace(u'"', QLatin1String("\"\"")) + u'"';
    return backend.queryUntil(QLatin1String("SELECT count(*) FROM ") + name, false, stop)
        .map([](const QueryResult &result) { return result.rows.value(0).value(0).toLongLong(); });
}

} // namespace Weir
