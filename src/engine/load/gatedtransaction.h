// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <functional>

namespace Weir {

/// What is given up because it was cancelled.
SqlError interruptedError();

/// Does `work` in a transaction of its own, holding the backend's gate alone. `cancel` ends the waiting for
/// gate and locks; nullptr: nothing does. Thread of the session.
[[nodiscard]] SqlError inGatedTransaction(Backend &backend, Session &session, const CancelToken *cancel,
                                          const std::function<SqlError()> &work);

} // namespace Weir
