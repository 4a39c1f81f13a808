// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/workerpool.h"

#include "core/startablethreads.h"

#include <qtconcurrenttask.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__SANITIZE_THREAD__)
#define WEIR_UNDER_TSAN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define WEIR_UNDER_TSAN
#endif
#endif

// Qt's own locks are invisible to ThreadSanitizer when Qt is not built with it: the hand-over of the work to
// a pool thread is announced here. The way back is a std::mutex, which it sees.
#if defined(WEIR_UNDER_TSAN)
extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);
#define WEIR_TSAN_ACQUIRE(address) __tsan_acquire(address)
#define WEIR_TSAN_RELEASE(address) __tsan_release(address)
#else
#define WEIR_TSAN_ACQUIRE(address) static_cast<void>(address)
#define WEIR_TSAN_RELEASE(address) static_cast<void>(address)
#endif

namespace Weir {

// Half of what available() proves for each: where addresses are limited, the rest is left for the work.
constexpr unsigned StackBytes = 4U << 20;

/// The threads at one piece of work. A thread that comes late may find the pool gone, never this.
struct WorkerPool::Crew
{
    Crew(int count, std::function<void(int)> function)
        : work(std::move(function))
        , missing(count)
    {}

    bool begin()
    {
        const std::lock_guard lock(mutex);
        if (closed)
            return false;
        ++running;
        if (--missing == 0)
            changed.notify_all();
        return true;
    }

    void end()
    {
        const std::lock_guard lock(mutex);
        if (--running == 0) // each wake of who joins would take a processor from those at work
            changed.notify_all();
    }

    const std::function<void(int)> work;
    std::mutex mutex; // guards what follows
    std::condition_variable changed;
    int missing;     // have not begun
    int running = 0; // have begun and not ended
    bool closed = false;
};

/// In a thread of the pool.
void WorkerPool::takePart(const std::shared_ptr<Crew> &crew, int worker)
{
    WEIR_TSAN_ACQUIRE(crew.get());
    if (!crew->begin())
        return;
    crew->work(worker);
    crew->end();
}

WorkerPool::WorkerPool()
{
    makePool();
}

WorkerPool::~WorkerPool()
{
    retire();
}

void WorkerPool::makePool()
{
    auto pool = std::make_unique<QThreadPool>();
    pool->setExpiryTimeout(-1);
    pool->setStackSize(StackBytes);
    m_pool.swap(pool);
    // An older one's destructor would wait for threads that never were. Those that are end with their work,
    // and so does what they keep for themselves.
    if (pool)
        pool->setExpiryTimeout(0);
    static_cast<void>(pool.release());
    m_started = 0;
}

int WorkerPool::available(int wanted) const
{
    const int there = std::min(wanted, m_started);
    return there + startableThreads(wanted - there);
}

void WorkerPool::start(int count, std::function<void(int)> work)
{
    join();
    m_crew = std::make_shared<Crew>(count, std::move(work));
    m_pool->setMaxThreadCount(count);
    m_started = std::max(m_started, count);
    WEIR_TSAN_RELEASE(m_crew.get());
    for (int worker = 0; worker < count; ++worker)
        static_cast<void>(QtConcurrent::task(&WorkerPool::takePart)
                              .onThreadPool(*m_pool)
                              .withArguments(m_crew, worker)
                              .spawn());
}

bool WorkerPool::awaitBegun()
{
    constexpr std::chrono::seconds Patience{5};
    {
        std::unique_lock lock(m_crew->mutex);
        if (m_crew->closed)
            return false;
        if (m_crew->changed.wait_for(lock, Patience, [this] { return m_crew->missing == 0; }))
            return true;
        m_crew->closed = true;
    }
    makePool();
    return false;
}

void WorkerPool::retire()
{
    join();
    m_pool->waitForDone(); // also deletes its threads
    m_started = 0;
}

void WorkerPool::join()
{
    if (!m_crew)
        return;
    static_cast<void>(awaitBegun());
    std::unique_lock lock(m_crew->mutex);
    m_crew->changed.wait(lock, [this] { return m_crew->running == 0; });
}

} // namespace Weir
