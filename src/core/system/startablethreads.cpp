// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/startablethreads.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace Weir {

int startableThreads(int wanted)
{
    std::vector<std::thread> threads;
    std::mutex hold; // all are there before the first one ends
    try {
        threads.reserve(static_cast<std::size_t>(std::max(wanted, 0)));
        const std::lock_guard holdsAll(hold);
        while (static_cast<int>(threads.size()) < wanted)
            threads.emplace_back([&hold] { const std::lock_guard waits(hold); });
    } catch (const std::system_error &) { // no more of them
    } catch (const std::bad_alloc &) {}
    for (std::thread &thread : threads)
        thread.join();
    return static_cast<int>(threads.size());
}

} // namespace Weir
