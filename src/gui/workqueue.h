// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/runcontroller.h"

#include <QObject>

#include <deque>
#include <functional>

namespace Weir {

/// Runs and other work on the databases, one after the other: what cannot start now starts when the
/// controller is free. GUI thread.
class WorkQueue : public QObject
{
    Q_OBJECT
public:
    using Start = std::function<bool()>; // false: the controller is busy, try again later

    explicit WorkQueue(RunController &controller, QObject *parent = nullptr);

    void post(Start start);
    /// RunController::startWork() as soon as possible; `done` is not called after the queue is gone.
    void addWork(const Project &project, const RunController::Work &work,
                 const std::function<void(const QString &error)> &done);
    bool isEmpty() const { return m_waiting.empty(); }
    /// Forgets what has not started.
    void clear() { m_waiting.clear(); }

private:
    void startWaiting();

    RunController &m_controller;
    std::deque<Start> m_waiting;
    bool m_starting = false;
};

} // namespace Weir
