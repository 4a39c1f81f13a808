// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/shortages.h"
#include "core/startablethreads.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <new>
#include <type_traits>

namespace Weir {

/// What `work` returns; where memory runs out an error: an Expected without value, or the member `error`.
template<typename Work>
std::invoke_result_t<Work> withinMemory(const Work &work)
{
    using Result = std::invoke_result_t<Work>;
    try {
        return work();
    } catch (const std::bad_alloc &) {
        if constexpr (std::is_constructible_v<Result, Unexpected>) {
            return failure(noMemoryText());
        } else {
            Result result;
            result.error = noMemoryText();
            return result;
        }
    }
}

/// Does the work in a thread of the pool; where the system allows no more threads, in this one, at once. A
/// pool waits for ever for a thread that was refused.
template<typename Work>
QFuture<std::invoke_result_t<Work>> runInPool(QThreadPool &pool, Work work)
{
    const auto job = [work = std::move(work)] {
        return withinMemory(work);
    };
    if (startableThreads(1) == 1)
        return QtConcurrent::run(&pool, job);
    return QtFuture::makeReadyFuture(job());
}

} // namespace Weir
