// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

namespace WeirTest {

/// What the system does with a thread beyond the allowed ones.
enum class Beyond {
    Refuse,
    Delay, // it says that it was started, and starts it much later
};

/// From now on so many threads may be started. Stands before the system's pthread_create().
void allowThreads(int threads = std::numeric_limits<int>::max(), Beyond beyond = Beyond::Refuse);
/// The same for threads at one time: each that ends makes room for another.
void allowThreadsAtOnce(int threads);
/// Lets those begin that were delayed, and returns when they have ended.
void startDelayedThreads();

} // namespace WeirTest
