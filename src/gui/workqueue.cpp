// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/workqueue.h"

#include <QPointer>
#include <QTimer>

namespace Weir {

WorkQueue::WorkQueue(RunController &controller, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
{
    connect(&controller, &RunController::runningChanged, this, [this](bool running) {
        if (!running)
            QTimer::singleShot(0, this, &WorkQueue::startWaiting);
    });
}

void WorkQueue::post(Start start)
{
    m_waiting.push_back(std::move(start));
    startWaiting();
}

void WorkQueue::addWork(const Project &project, const RunController::Work &work,
                        const std::function<void(const QString &error)> &done)
{
    const auto finish = [self = QPointer(this), done](const QString &error) {
        if (!self)
            return;
        // Free only after `done` has returned.
        QTimer::singleShot(0, self, &WorkQueue::startWaiting);
        done(error);
    };
    post([this, project, work, finish] { return m_controller.startWork(project, work, finish); });
}

// A start may post more.
void WorkQueue::startWaiting()
{
    if (m_starting)
        return;
    m_starting = true;
    while (!m_waiting.empty()) {
        const Start start = m_waiting.front();
        if (!start())
            break;
        if (!m_waiting.empty())
            m_waiting.pop_front();
    }
    m_starting = false;
}

} // namespace Weir
