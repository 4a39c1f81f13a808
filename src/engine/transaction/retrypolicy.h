// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/sqlerror.h"

#include <chrono>

namespace Weir {

/// Which errors are worth another transaction, and after what pause. A value.
class RetryPolicy
{
public:
    explicit RetryPolicy(int maxAttempts)
        : m_maxAttempts(maxAttempts)
    {}

    /// `attempt`: how many have been made, from 1.
    bool retries(ErrorClass errorClass, int attempt) const;
    /// Capped exponential with full jitter: a random time up to min(cap, base * 2^(attempt-1)) (M. Brooker,
    /// "Exponential Backoff And Jitter", 2015); base and cap depend on the class.
    std::chrono::nanoseconds pause(ErrorClass errorClass, int attempt) const;
    /// The same without the jitter: the upper end.
    static std::chrono::nanoseconds longestPause(ErrorClass errorClass, int attempt);

private:
    int m_maxAttempts;
};

} // namespace Weir
