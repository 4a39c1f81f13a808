// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "engine/retrypolicy.h"

#include <functional>

namespace Weir {

/// Does `work` until it succeeds, the policy gives it up or it is cancelled: ErrorClass::Interrupted.
[[nodiscard]] SqlError withRetries(const RetryPolicy &policy, const CancelToken &cancel,
                                   const std::function<SqlError(int attempt)> &work);

} // namespace Weir
