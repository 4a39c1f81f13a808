// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/withretries.h"

namespace Weir {

SqlError withRetries(const RetryPolicy &policy, const CancelToken &cancel,
                     const std::function<SqlError(int)> &work)
{
    const SqlError interrupted{ErrorClass::Interrupted, 0, {}};
    for (int attempt = 1;; ++attempt) {
        if (cancel.isCancelled())
            return interrupted;
        SqlError error = work(attempt);
        if (!error)
            return {};
        if (cancel.isCancelled())
            return interrupted;
        if (!policy.retries(error.errorClass, attempt))
            return error;
        cancel.sleepFor(policy.pause(error.errorClass, attempt));
    }
}

} // namespace Weir
