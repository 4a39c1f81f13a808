// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/shortages.h"
#include "engine/transaction/retrypolicy.h"

#include <QtGlobal>

#include <atomic>
#include <stop_token>

namespace Weir {

/// What the workers of one run share. Any thread.
struct RunContext
{
    const std::stop_token stop;
    const RetryPolicy retry;
    std::atomic<qint64> transactions{0};     // committed
    std::atomic<qint64> retries{0};          // transactions begun again, and waits for a lock
    const QString noMemory = noMemoryText(); // there before it is needed
};

} // namespace Weir
