// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

#include <QString>
#include <QStringList>

namespace Weir {

/// May a database be opened (`create`: or made) here? Refuses what is no regular file, a symbolic link, a
/// journal or log that is another file's second name, and places that cannot be written. Opens nothing.
[[nodiscard]] Expected<void, SqlError> checkSqlitePlace(const QString &path, bool create);
/// Can file and directory be written? Without looking at what they are.
[[nodiscard]] Expected<void, SqlError> checkSqliteWritable(const QString &path);

/// The file, and those that SQLite and Weir keep beside it.
QStringList sqliteFilesOf(const QString &path);
/// Of these, the one that a Weir which has the database open keeps locked.
QString sqliteLockFileOf(const QString &path);

} // namespace Weir
