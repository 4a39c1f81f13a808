// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/mailbox.h"
#include "core/system/startablethreads.h"
#include "models/table/readerhandle.h"
#include "models/table/tableworker.h"

#include <QThread>

#include <concepts>
#include <memory>
#include <utility>

namespace Weir {

/// A TableWorker in a thread of its own, which ends with this object; work under way is broken off. Where the
/// system allows no more threads it works in this one. GUI thread.
template<std::derived_from<TableWorker> Worker>
class ReaderThread
{
public:
    /// `arguments`: the worker's, after its handle.
    template<typename... Arguments>
    explicit ReaderThread(Arguments &&...arguments)
        : m_handle(std::make_shared<ReaderHandle>())
        , m_worker(new Worker(m_handle, std::forward<Arguments>(arguments)...))
        , m_mailbox(new Mailbox(m_worker))
    {
        if (startableThreads(1) == 1)
            m_thread.start();
        m_hasThread = m_thread.isRunning();
        if (!m_hasThread)
            return;
        m_worker->moveToThread(&m_thread);
        // The reader closes in the thread that opened it.
        QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    }

    ~ReaderThread()
    {
        m_handle->setWanted(0);
        // Not later: what it reads from may go right after this, and no event loop may come.
        if (!m_hasThread)
            delete m_worker;
        m_thread.quit();
        // A question may be about to reach the database just now: then the next look interrupts it.
        while (!m_thread.wait(2))
            m_handle->interruptUnwanted();
    }

    ReaderThread(const ReaderThread &) = delete;
    ReaderThread &operator=(const ReaderThread &) = delete;

    ReaderHandle &handle() { return *m_handle; }

    /// Calls `function` with the worker, in its thread.
    template<typename Function>
    void post(Function function)
    {
        m_mailbox->post([worker = m_worker, function = std::move(function)] { function(*worker); });
    }

private:
    std::shared_ptr<ReaderHandle> m_handle;
    Worker *m_worker; // deletes itself, and its mailbox, when the thread ends
    Mailbox *m_mailbox;
    QThread m_thread;
    bool m_hasThread = false;
};

} // namespace Weir
