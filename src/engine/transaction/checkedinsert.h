// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/session.h"

namespace Weir {

/// Session::insert(), believed only as far as its result says what became of every row: anything else is an
/// error, after which the transaction must be rolled back. `location`: the database, as the user knows it.
[[nodiscard]] Expected<void, SqlError> insertChecked(Session &session, const Entity &entity,
                                                     const RowBatch &batch, std::span<const int> rows,
                                                     const QString &location, InsertResult *result);

} // namespace Weir
