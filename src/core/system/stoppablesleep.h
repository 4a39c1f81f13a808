// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <stop_token>

namespace Weir {

/// Sleeps at most this long and wakes at once when told to stop; true: told to stop. Needs no memory and does
/// not throw. Any thread.
bool stoppableSleep(std::chrono::nanoseconds duration, const std::stop_token &stop = {}) noexcept;

} // namespace Weir
