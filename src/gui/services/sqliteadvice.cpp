// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/services/sqliteadvice.h"

#include "db/sqlite/file/sqliteneighbours.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace Weir {

QString sqliteVersion()
{
    return QString::fromLatin1(sqlite3_libversion());
}

QString sqliteAdvice()
{
    if (!hasWalResetBug(sqlite3_libversion_number()))
        return {};
    return QCoreApplication::translate(
               "Weir::SqliteAdvice",
               "SQLite %1 can lose acknowledged rows when a checkpoint overlaps commits of another "
               "connection (mended "
               "in 3.51.3). Weir's gate keeps its own commits and checkpoints apart, so rows written by Weir "
               "are "
               "safe, beside other programs too; what those write by themselves is not covered.")
        .arg(sqliteVersion());
}

} // namespace Weir
