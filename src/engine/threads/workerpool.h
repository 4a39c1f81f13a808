// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <functional>
#include <memory>

namespace Weir {

/// Threads that start together on one piece of work and are joined, warm from call to call. A pool of its
/// own, never the global one: a gate of thirty there deadlocks. One calling thread at a time.
class WorkerPool
{
public:
    WorkerPool() = default;
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// How many threads start() may ask for, at most `wanted`: fewer, or none, where the system refuses more.
    [[nodiscard]] int available(int wanted) const;
    /// Runs work(0) … work(count - 1), each in a thread of its own; returns at once. `work` must not throw.
    void start(int count, std::function<void(int)> work);
    /// False: after five seconds not all of them have begun. Those that have not never will, and the others'
    /// threads end with their work.
    [[nodiscard]] bool awaitBegun();
    /// Blocks until all that have begun, or may, have returned.
    void join();
    /// Joins and ends all threads, and with them what they keep for themselves.
    void retire();

private:
    struct Crew;
    class Part;
    void makePool();
    void abandonPool() noexcept;

    std::unique_ptr<QThreadPool> m_pool; // made when it is needed
    std::shared_ptr<Crew> m_crew;        // at the work started last
    int m_started = 0;                   // threads of the pool
};

} // namespace Weir
