// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/sqlite/statements/sqlitefilepointer.h"

#include <sqlite3.h>

namespace Weir {

sqlite3_file *sqliteFilePointer(sqlite3 *db, int control)
{
    sqlite3_file *file = nullptr;
    const int code = sqlite3_file_control(db, "main", control, static_cast<void *>(&file));
    return code == SQLITE_OK && file && file->pMethods ? file : nullptr;
}

bool isSqliteFileMoved(sqlite3 *db)
{
    int moved = 0;
    return sqlite3_file_control(db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && moved != 0;
}

} // namespace Weir
