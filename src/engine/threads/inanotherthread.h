// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <future>
#include <system_error>

namespace Weir {

/// Does the work beside the caller; where the system allows no more threads, in the one that asks the future.
template<typename Work>
auto inAnotherThread(Work work)
{
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error &) {
        return std::async(std::launch::deferred, work);
    }
}

} // namespace Weir
