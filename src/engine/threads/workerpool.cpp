// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/workerpool.h"

#include "core/system/startablethreads.h"

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

/// One thread's part in it, as it is handed over: each copy announces what it reads and what it leaves.
class WorkerPool::Part
{
public:
    Part(std::shared_ptr<Crew> crew, int worker)
        : m_crew(std::move(crew))
        , m_worker(worker)
    {
        WEIR_TSAN_RELEASE(this);
    }
    Part(const Part &other)
        : m_crew(received(other).m_crew)
        , m_worker(other.m_worker)
    {
        WEIR_TSAN_RELEASE(this);
    }
    Part &operator=(const Part &) = delete;
    ~Part() = default;

    /// In a thread of the pool.
    void operator()() const
    {
        if (!m_crew->begin())
            return;
        m_crew->work(m_worker);
        m_crew->end();
    }

private:
    static const Part &received(const Part &part)
    {
        WEIR_TSAN_ACQUIRE(const_cast<Part *>(&part));
        return part;
    }

    const std::shared_ptr<Crew> m_crew;
    const int m_worker;
};

WorkerPool::~WorkerPool()
{
    retire();
}

void WorkerPool::makePool()
{
    m_pool = std::make_unique<QThreadPool>();
    m_pool->setExpiryTimeout(-1);
    m_pool->setStackSize(StackBytes);
}

/// Its destructor would wait for threads that never were. Those that are end with their work, and so does
/// what they keep for themselves.
void WorkerPool::abandonPool() noexcept
{
    m_pool->setExpiryTimeout(0);
    static_cast<void>(m_pool.release());
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
    if (!m_pool)
        makePool();
    m_crew = std::make_shared<Crew>(count, std::move(work));
    m_pool->setMaxThreadCount(count);
    m_started = std::max(m_started, count);
    for (int worker = 0; worker < count; ++worker)
        static_cast<void>(QtConcurrent::task(Part(m_crew, worker)).onThreadPool(*m_pool).spawn());
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
    abandonPool();
    return false;
}

void WorkerPool::retire()
{
    join();
    if (m_pool)
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
