// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/startablethreads.h"
#include "engine/threads/withinmemory.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <type_traits>

namespace Weir {

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
