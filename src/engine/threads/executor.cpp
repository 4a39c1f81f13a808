// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/threads/executor.h"

#include <algorithm>

namespace Weir {

namespace {

constexpr int FilesAtOnce = 3;

const QString &filesLane()
{
    static const QString lane = QStringLiteral("files");
    return lane;
}

int widthOf(const QString &lane)
{
    return lane == filesLane() ? FilesAtOnce : 1;
}

} // namespace

Job::Job(Executor *executor, quint64 number)
    : m_executor(executor)
    , m_number(number)
{}

bool Job::isWaiting() const
{
    return m_executor && m_executor->isWaiting(m_number);
}

void Job::cancel()
{
    if (m_executor)
        m_executor->cancel(m_number);
}

Executor::~Executor()
{
    for (const UnderWay &one : m_underWay) {
        if (one.task->order.duty == Duty::Question)
            one.task->stop.request_stop();
    }
    for (UnderWay &one : m_underWay)
        one.thread.reset();
    for (const std::unique_ptr<Task> &task : m_waiting) {
        if (task->order.duty == Duty::Deed)
            task->work();
    }
}

Executor::Order Executor::file(const QString &path, QObject *asker, Duty duty)
{
    return {{filesLane(), path}, asker, duty, {}, true};
}

bool Executor::isBusy(const QString &lane) const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [&](const auto &task) { return task->order.lanes.contains(lane); })
        || underWay(lane) > 0;
}

Job Executor::add(std::unique_ptr<Task> task)
{
    const quint64 number = task->number = ++m_lastNumber;
    if (task->asker && task->order.duty == Duty::Question)
        task->goes = connect(task->asker, &QObject::destroyed, this, [this, number] { cancel(number); });
    m_waiting.push_back(std::move(task));
    startReady();
    return {this, number};
}

bool Executor::isWaiting(quint64 number) const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(),
                       [number](const auto &task) { return task->number == number; });
}

void Executor::cancel(quint64 number)
{
    for (const UnderWay &one : m_underWay) {
        if (one.task->number == number)
            one.task->stop.request_stop();
    }
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [number](const auto &task) { return task->number == number; });
    if (waiting == m_waiting.end())
        return;
    const std::unique_ptr<Task> forgotten =
        std::move(*waiting); // what it holds may go on to call this object
    m_waiting.erase(waiting);
    startReady();
}

// What is started, or hears that it is, may give more work.
void Executor::startReady()
{
    if (std::exchange(m_isStarting, true))
        return;
    while (std::unique_ptr<Task> task = takeReady())
        start(std::move(task));
    m_isStarting = false;
}

std::unique_ptr<Executor::Task> Executor::takeReady()
{
    QHash<QString, int> spoken; // by lane: for those that were there first
    for (auto task = m_waiting.begin(); task != m_waiting.end(); ++task) {
        const QStringList &lanes = (*task)->order.lanes;
        const bool isReady = std::all_of(lanes.cbegin(), lanes.cend(), [&](const QString &lane) {
            return underWay(lane) + spoken.value(lane) < widthOf(lane);
        });
        if (isReady) {
            std::unique_ptr<Task> ready = std::move(*task);
            m_waiting.erase(task);
            return ready;
        }
        // Work that waits for its file only takes no place among the files.
        for (const QString &lane : lanes) {
            if (widthOf(lane) == 1)
                ++spoken[lane];
        }
    }
    return nullptr;
}

qsizetype Executor::underWay(const QString &lane) const
{
    return std::count_if(m_underWay.begin(), m_underWay.end(),
                         [&](const UnderWay &one) { return one.task->order.lanes.contains(lane); });
}

void Executor::start(std::unique_ptr<Task> task)
{
    UnderWay &one = m_underWay.emplace_back(UnderWay{std::move(task), nullptr});
    if (one.task->order.begun && (one.task->asker || !one.task->order.asker))
        one.task->order.begun();
    launch(one);
}

void Executor::launch(UnderWay &one)
{
    Task *task = one.task.get();
    one.thread = takeThread();
    const auto tell = [this, task] {
        m_mailbox.post([this, task] { finish(task); });
    };
    const bool isPosted = one.thread->post([task, tell] {
        task->work();
        tell();
    });
    if (isPosted)
        return;
    one.thread.reset();
    if (task->order.hereIfRefused)
        task->work();
    else
        task->refuse(noThreadsText());
    tell();
}

std::unique_ptr<WorkThread> Executor::takeThread()
{
    if (m_idle.empty())
        return std::make_unique<WorkThread>();
    std::unique_ptr<WorkThread> thread = std::move(m_idle.back());
    m_idle.pop_back();
    return thread;
}

void Executor::finish(const Task *task)
{
    const auto found = std::find_if(m_underWay.begin(), m_underWay.end(),
                                    [task](const UnderWay &one) { return one.task.get() == task; });
    UnderWay over = std::move(*found);
    m_underWay.erase(found);
    if (over.thread)
        m_idle.push_back(std::move(over.thread));
    const QPointer<Executor> self(this);
    const bool wasStarting = std::exchange(m_isStarting, true); // free only after the answer
    if (over.task->asker || !over.task->order.asker)
        over.task->answer();
    over.task.reset();
    if (!self)
        return;
    m_isStarting = wasStarting;
    startReady();
}

} // namespace Weir
