// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace WeirTest {

/// Makes every connection that this process opens from now on pause for this long at the point of a
/// checkpoint where "The WAL-Reset Bug" (sqlite.org/wal.html) has its window: between the reading of the
/// log's header and its use. What takes hours of luck otherwise takes seconds. Once, before any connection.
void widenCheckpointWindow(std::chrono::microseconds pause);

} // namespace WeirTest
