// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/load/withretries.h"

#include "engine/load/gatedtransaction.h"

namespace Weir {

SqlError withRetries(const RetryPolicy &policy, const CancelToken &cancel,
                     const std::function<SqlError(int)> &work)
{
    for (int attempt = 1;; ++attempt) {
        if (cancel.isCancelled())
            return interruptedError();
        SqlError error = work(attempt);
        if (!error)
            return {};
        if (error.errorClass == ErrorClass::CommitUnknown) // not to be hidden by a cancellation
            return error;
        if (cancel.isCancelled())
            return interruptedError();
        if (!policy.retries(error.errorClass, attempt))
            return error;
        cancel.sleepFor(policy.pause(error.errorClass, attempt));
    }
}

} // namespace Weir
