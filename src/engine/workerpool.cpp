// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workerpool.h"

#include <QRunnable>

// Qt's own locks are invisible to ThreadSanitizer when Qt is not built with it: the hand-over of the work to
// a pool thread is announced here. The way back is a std::mutex, which it sees.
#if defined(__SANITIZE_THREAD__)
extern "C" void __tsan_acquire(void *address);
extern "C" void __tsan_release(void *address);
#define WEIR_TSAN_ACQUIRE(address) __tsan_acquire(address)
#define WEIR_TSAN_RELEASE(address) __tsan_release(address)
#else
#define WEIR_TSAN_ACQUIRE(address) static_cast<void>(address)
#define WEIR_TSAN_RELEASE(address) static_cast<void>(address)
#endif

namespace Weir {

class WorkerPool::Job : public QRunnable
{
public:
    Job(WorkerPool &pool, int worker)
        : m_pool(pool)
        , m_worker(worker)
    {
        setAutoDelete(false);
    }

    void handOver() { WEIR_TSAN_RELEASE(this); }
    void run() override
    {
        WEIR_TSAN_ACQUIRE(this);
        m_pool.m_work(m_worker);
        m_pool.finished();
    }

private:
    WorkerPool &m_pool;
    const int m_worker;
};

WorkerPool::WorkerPool()
{
    m_pool.setExpiryTimeout(-1);
}

WorkerPool::~WorkerPool()
{
    retire();
}

void WorkerPool::start(int count, std::function<void(int)> work)
{
    join();
    m_work = std::move(work);
    {
        const std::lock_guard lock(m_mutex);
        m_running = count;
    }
    while (static_cast<int>(m_jobs.size()) < count)
        m_jobs.push_back(std::make_unique<Job>(*this, static_cast<int>(m_jobs.size())));
    m_pool.setMaxThreadCount(count);
    for (int worker = 0; worker < count; ++worker) {
        Job &job = *m_jobs[static_cast<std::size_t>(worker)];
        job.handOver();
        m_pool.start(&job);
    }
}

void WorkerPool::finished()
{
    const std::lock_guard lock(m_mutex);
    if (--m_running == 0)
        m_idle.notify_all();
}

void WorkerPool::retire()
{
    join();
    m_pool.waitForDone(); // also deletes its threads
}

void WorkerPool::join()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_running == 0; });
}

} // namespace Weir
