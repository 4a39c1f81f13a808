// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>

namespace Weir {

/// Holds the workers of a run until all are ready, then releases them together. Any thread.
class StartGate
{
public:
    explicit StartGate(int parties)
        : m_missing(parties)
    {}

    /// A worker: ready; blocks until the gate is opened.
    void arriveAndWait();
    /// The starter: blocks until all parties have arrived.
    void awaitArrivals();
    void open();

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::condition_variable m_opened;
    int m_missing;
    bool m_open = false;
};

} // namespace Weir
