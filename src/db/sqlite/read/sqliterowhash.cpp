// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/read/sqliterowhash.h"

#include "db/rowhash.h"
#include "db/sqlite/read/sqlitecursor.h"

namespace Weir {

quint32 sqliteRowHash(sqlite3_stmt *row, int columns)
{
    RowHash hash;
    for (int column = 0; column < columns; ++column)
        hash.add(sqliteValue(row, column));
    return hash.value();
}

} // namespace Weir
