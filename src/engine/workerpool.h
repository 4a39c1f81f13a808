// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace Weir {

/// Threads that start together on one piece of work and are joined, warm from call to call. A pool of its
/// own, never the global one: a gate of thirty there deadlocks. One calling thread at a time.
class WorkerPool
{
public:
    WorkerPool();
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Runs work(0) … work(count - 1), each in a thread of its own; returns at once. `work` must not throw.
    void start(int count, std::function<void(int)> work);
    /// Blocks until all of them have returned.
    void join();
    /// Joins and ends all threads, and with them what they keep for themselves.
    void retire();

private:
    class Job;

    void finished();

    QThreadPool m_pool;
    std::vector<std::unique_ptr<Job>> m_jobs; // by worker, kept from call to call
    std::function<void(int)> m_work;
    std::mutex m_mutex;
    std::condition_variable m_idle;
    int m_running = 0;
};

} // namespace Weir
