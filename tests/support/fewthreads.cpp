// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fewthreads.h"

#include <atomic>
#include <cerrno>
#include <dlfcn.h>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <vector>

namespace {

std::atomic<int> threadsLeft{std::numeric_limits<int>::max()};
std::atomic<bool> delays{false};
std::atomic<bool> givesBack{false};

struct Thread
{
    void *(*start)(void *);
    void *argument;
};
std::mutex mutex;
std::vector<Thread> delayed; // guarded by it

void *runAndGiveBack(void *argument)
{
    const std::unique_ptr<Thread> thread(static_cast<Thread *>(argument));
    void *const result = thread->start(thread->argument);
    if (givesBack)
        threadsLeft.fetch_add(1);
    return result;
}

int create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument)
{
    static const auto real =
        reinterpret_cast<decltype(&pthread_create)>(::dlsym(RTLD_NEXT, "pthread_create"));
    return real(thread, attributes, start, argument);
}

} // namespace

/// Instead of the system's, which this one calls.
extern "C" int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *),
                              void *argument) noexcept
{
    if (threadsLeft.fetch_sub(1) > 0) {
        auto given = std::make_unique<Thread>(Thread{start, argument});
        const int error = create(thread, attributes, runAndGiveBack, given.get());
        if (error == 0)
            static_cast<void>(given.release());
        return error;
    }
    threadsLeft.fetch_add(1);
    if (!delays)
        return EAGAIN;
    const std::lock_guard lock(mutex);
    delayed.push_back({start, argument});
    *thread = pthread_self(); // some thread, for whoever looks
    return 0;
}

namespace WeirTest {

void allowThreads(int threads, Beyond beyond)
{
    givesBack = false;
    delays = beyond == Beyond::Delay;
    threadsLeft = threads;
}

void allowThreadsAtOnce(int threads)
{
    allowThreads(threads);
    givesBack = true;
}

void startDelayedThreads()
{
    allowThreads();
    std::vector<Thread> late;
    {
        const std::lock_guard lock(mutex);
        late.swap(delayed);
    }
    for (const Thread &one : late) {
        pthread_t thread = 0;
        if (create(&thread, nullptr, one.start, one.argument) == 0)
            pthread_join(thread, nullptr);
    }
}

} // namespace WeirTest
