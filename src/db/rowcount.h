// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <stop_token>

namespace Weir {

/// How many rows a table has, counted until `stop` is cancelled: ErrorClass::Interrupted. 0 where the
/// database is not there, which makes none. Slow on big tables, endless on some views. Any thread.
Expected<qint64, SqlError> countRows(Backend &backend, const QString &table, const std::stop_token &stop);

} // namespace Weir
