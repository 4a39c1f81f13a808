// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/workerpool.h"

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

WorkerPool::WorkerPool()
{
    m_pool.setExpiryTimeout(-1);
}

WorkerPool::~WorkerPool()
{
    join();
    m_pool.waitForDone();
}

void WorkerPool::start(int count, std::function<void(int)> work)
{
    join();
    m_work = std::move(work);
    {
        const std::lock_guard lock(m_mutex);
        m_running = count;
    }
    m_pool.setMaxThreadCount(count);
    WEIR_TSAN_RELEASE(this);
    for (int worker = 0; worker < count; ++worker)
        m_pool.start([this, worker] { run(worker); });
}

void WorkerPool::run(int worker)
{
    WEIR_TSAN_ACQUIRE(this);
    m_work(worker);
    const std::lock_guard lock(m_mutex);
    if (--m_running == 0)
        m_idle.notify_all();
}

void WorkerPool::join()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return m_running == 0; });
}

} // namespace Weir
