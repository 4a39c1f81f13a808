// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/mailbox.h"
#include "engine/threads/withinmemory.h"
#include "engine/threads/workthread.h"

#include <QHash>
#include <QPointer>
#include <QStringList>

#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace Weir {

class Executor;

/// Work that was given to an Executor: a value, empty or not, that may outlive both. The executor's thread.
class Job
{
public:
    Job() = default;

    /// It has not begun.
    bool isWaiting() const;
    /// Work that waits is forgotten, and there will be no answer; work under way is told to stop, and
    /// answers.
    void cancel();

private:
    friend class Executor;
    Job(Executor *executor, quint64 number);

    QPointer<Executor> m_executor;
    quint64 m_number = 0;
};

/// Does work in other threads and gives the answers in its own, whose event loop never waits. Work is on
/// lanes, one for each database: on a lane things happen one after the other, in the order they were given,
/// and no lane waits for another. One thread.
class Executor : public QObject
{
    Q_OBJECT
public:
    enum class Duty {
        Question, // only as long as who asked is there and the executor lives: then it is told to stop
        Deed,     // it happens, whoever goes
    };

    struct Order
    {
        QStringList lanes;        // it needs all of them at once
        QObject *asker = nullptr; // who gets the answer, while it lives; nullptr: nobody goes
        Duty duty = Duty::Question;
        std::function<void()> begun = {}; // called when its turn has come
        bool hereIfRefused = false;       // where the system allows no thread it is done in this one
    };

    using QObject::QObject;
    /// What is under way ends first, questions told to stop, and deeds that wait are done.
    ~Executor() override;

    /// Reading or writing of a file: in turn with what concerns the same file, a few files at a time.
    static Order file(const QString &path, QObject *asker, Duty duty);

    /// Does `work`, which is given a std::stop_token, and calls `answer` with what it returned: an Expected,
    /// or something with a member `error`, which also tells that memory ran out or no thread could start.
    template<typename Work, typename Answer>
    Job run(const Order &order, Work work, Answer answer);
    /// Something on this lane waits or is under way.
    bool isBusy(const QString &lane) const;

private:
    friend class Job;

    struct Task
    {
        explicit Task(const Order &given)
            : order(given)
            , asker(given.asker)
        {}
        virtual ~Task() { QObject::disconnect(goes); }
        Task(const Task &) = delete;
        Task &operator=(const Task &) = delete;
        virtual void work() = 0; // any thread
        virtual void refuse(const QString &sentence) = 0;
        virtual void answer() = 0;

        const Order order;
        const QPointer<QObject> asker;
        quint64 number = 0;
        std::stop_source stop;
        QMetaObject::Connection goes; // the asker
    };

    template<typename Work, typename Answer>
    struct TaskOf : Task
    {
        using Result = std::invoke_result_t<Work, const std::stop_token &>;

        TaskOf(const Order &given, Work does, Answer tells)
            : Task(given)
            , m_work(std::move(does))
            , m_answer(std::move(tells))
        {}
        void work() override
        {
            m_result.emplace(withinMemory([this] { return m_work(stop.get_token()); }));
        }
        void refuse(const QString &sentence) override { m_result.emplace(failedResult<Result>(sentence)); }
        void answer() override { m_answer(std::move(*m_result)); }

    private:
        Work m_work;
        Answer m_answer;
        std::optional<Result> m_result;
    };

    struct UnderWay
    {
        std::unique_ptr<Task> task;
        std::unique_ptr<WorkThread> thread; // nullptr: it was refused one
    };

    Job add(std::unique_ptr<Task> task);
    void cancel(quint64 number);
    bool isWaiting(quint64 number) const;
    void startReady();
    std::unique_ptr<Task> takeReady();
    qsizetype underWay(const QString &lane) const;
    void start(std::unique_ptr<Task> task);
    void launch(UnderWay &one);
    std::unique_ptr<WorkThread> takeThread();
    void finish(const Task *task);

    Mailbox m_mailbox; // what the threads tell
    std::deque<std::unique_ptr<Task>> m_waiting;
    std::list<UnderWay> m_underWay;
    std::vector<std::unique_ptr<WorkThread>> m_idle;
    quint64 m_lastNumber = 0;
    bool m_isStarting = false;
};

template<typename Work, typename Answer>
Job Executor::run(const Order &order, Work work, Answer answer)
{
    return add(std::make_unique<TaskOf<Work, Answer>>(order, std::move(work), std::move(answer)));
}

} // namespace Weir
