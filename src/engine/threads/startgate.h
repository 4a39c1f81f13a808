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

    /// A worker: ready; blocks until the gate is opened. False: it never will be, there is nothing to do.
    [[nodiscard]] bool arriveAndWait();
    /// The starter: blocks until all parties have arrived.
    void awaitArrivals();
    void open();
    /// Instead of opening it: sends everybody home who arrived, or arrives later.
    void stop();

private:
    enum class State { Shut, Open, Stopped };

    void leave(State state);

    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::condition_variable m_changed;
    int m_missing;
    State m_state = State::Shut;
};

} // namespace Weir
