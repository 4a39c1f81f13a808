// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

struct sqlite3_stmt;

namespace Weir {

/// RowHash of the first `columns` columns of the row that the statement stands on.
quint32 sqliteRowHash(sqlite3_stmt *row, int columns);

} // namespace Weir
