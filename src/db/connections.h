// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "db/backend.h"

#include <QThreadStorage>

#include <atomic>
#include <memory>
#include <vector>

namespace Weir {

/// Each thread's own sessions, kept warm until the thread ends; every session closes in its own thread.
/// Must outlive the threads that used it. Any thread may call.
class Connections
{
public:
    Connections();
    ~Connections();
    Connections(const Connections &) = delete;
    Connections &operator=(const Connections &) = delete;

    /// This thread's session with the database, opened or opened anew where needed. Valid until the thread's
    /// next call for the same backend.
    Expected<Session *, SqlError> session(const std::shared_ptr<Backend> &backend);
    /// Closes this thread's sessions: it may end later than this object does.
    void closeMine();
    /// Does this thread have a good session with it already?
    bool isWarm(const Backend &backend) const;
    /// Sessions open now, in all threads.
    int openCount() const { return m_open.load(); }

private:
    struct Slot;
    struct ThreadSessions;

    ThreadSessions &ofThisThread();

    mutable QThreadStorage<ThreadSessions *> m_threads;
    std::atomic<int> m_open{0};
};

/// A name no connection of this process has had: "<database>@<n>". Any thread.
QString newConnectionName(const QString &database);

} // namespace Weir
