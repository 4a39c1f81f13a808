// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

namespace Weir {

/// Is Qt's SQLite driver there, and is its SQLite the one that Weir uses? Found out by the first call of the
/// process, which should come before there are many threads: Qt's queries do not survive that memory runs
/// out. `location`: the database that is to be opened, for the sentence. Any thread.
[[nodiscard]] Expected<void, SqlError> checkSqliteDriver(const QString &location);

} // namespace Weir
