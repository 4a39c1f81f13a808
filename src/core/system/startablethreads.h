// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Weir {

/// How many threads, up to `wanted`, the system lets this process have beside those it has: they are started
/// and joined. Qt does not look whether a thread started, and then waits for it for ever. Any thread.
int startableThreads(int wanted);

} // namespace Weir
