// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readerhandle.h"
#include "models/tableworker.h"

#include <QThread>

#include <concepts>
#include <memory>
#include <utility>

namespace Weir {

/// A TableWorker in a thread of its own, which ends with this object; work under way is broken off. GUI
/// thread.
template<std::derived_from<TableWorker> Worker>
class ReaderThread
{
public:
    ReaderThread()
        : m_handle(std::make_shared<ReaderHandle>())
        , m_worker(new Worker(m_handle))
    {
        m_worker->moveToThread(&m_thread);
        // The reader closes in the thread that opened it.
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
        m_thread.start();
    }

    ~ReaderThread()
    {
        m_handle->setWanted(0);
        m_thread.quit();
        // A question may be about to reach the database just now: then the next look interrupts it.
        while (!m_thread.wait(2))
            m_handle->interruptUnwanted();
    }

    ReaderThread(const ReaderThread &) = delete;
    ReaderThread &operator=(const ReaderThread &) = delete;

    Worker *worker() const { return m_worker; }
    ReaderHandle &handle() { return *m_handle; }

    template<typename Function>
    void post(Function function)
    {
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, function = std::move(function)] { function(*worker); },
            Qt::QueuedConnection);
    }

private:
    std::shared_ptr<ReaderHandle> m_handle;
    Worker *m_worker;
    QThread m_thread;
};

} // namespace Weir
