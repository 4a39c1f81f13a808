// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/retrypolicy.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace Weir {

namespace {

struct ClassPolicy
{
    int maxAttempts; // at most this many, whatever the user allows
    std::chrono::nanoseconds base;
    std::chrono::nanoseconds cap;
};

/// One attempt only: another one cannot help without the user.
constexpr ClassPolicy Never{1, 0ns, 0ns};

ClassPolicy policyFor(ErrorClass errorClass)
{
    switch (errorClass) {
    case ErrorClass::Busy: // the busy timeout has passed already
        return {100, 5ms, 100ms};
    case ErrorClass::Locked: // a new transaction sees a new snapshot
        return {100, 200us, 20ms};
    // May pass (a network disk, a removed snapshot), but not soon. Nothing of the failed transaction is in
    // the database, or it would be CommitUnknown.
    case ErrorClass::Io:
        return {3, 10ms, 200ms};
    default:
        return Never;
    }
}

} // namespace

bool RetryPolicy::retries(ErrorClass errorClass, int attempt) const
{
    return attempt < std::min(m_maxAttempts, policyFor(errorClass).maxAttempts);
}

std::chrono::nanoseconds RetryPolicy::longestPause(ErrorClass errorClass, int attempt)
{
    const ClassPolicy policy = policyFor(errorClass);
    const int doublings = std::clamp(attempt - 1, 0, 20);
    return std::min(policy.cap, policy.base * (1 << doublings));
}

std::chrono::nanoseconds RetryPolicy::pause(ErrorClass errorClass, int attempt) const
{
    const double share = QRandomGenerator::global()->generateDouble();
    return std::chrono::nanoseconds(
        static_cast<qint64>(share * static_cast<double>(longestPause(errorClass, attempt).count())));
}

} // namespace Weir
