// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/transaction/writegate.h"
#include "support/memorybackend.h"

#include <deque>
#include <latch>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace Weir::Test {

/// words(word, id)
inline Entity wordEntity()
{
    Entity entity;
    entity.name = QStringLiteral("words");
    entity.table = QStringLiteral("words");
    entity.display = QStringLiteral("{word}");
    entity.fields = {Field{QStringLiteral("word"), QStringLiteral("Word"), FieldType::Text, false, {}},
                     Field{QStringLiteral("id"), QStringLiteral("ID"), FieldType::Integer, true, {}}};
    return entity;
}

/// Tasks over a database in memory, each written by a thread of its own.
struct WriteScene
{
    explicit WriteScene(Strategy strategy, int maxAttempts = 3)
        : context{cancel.get_token(), RetryPolicy(maxAttempts)}
        , gate(WriteGate::make(strategy, context))
    {
        if (const auto done = backend->prepare({wordEntity()}); !done)
            qWarning("%s", qUtf8Printable(done.error().sentence));
    }

    MemoryStore &store() { return backend->store(); }
    std::unique_ptr<Session> openSession() { return std::move(*backend->openSession({})); }

    InsertTask &addTask(const QStringList &words)
    {
        RowBatch batch(2);
        for (const QString &word : words)
            batch.appendRow(batch.rowCount() + 1, {word, QString()});
        InsertTask &task = tasks.emplace_back(static_cast<int>(tasks.size()), entity, std::move(batch));
        task.validate();
        return task;
    }

    void writeAll()
    {
        std::vector<std::thread> threads;
        std::latch start(static_cast<std::ptrdiff_t>(tasks.size()));
        for (InsertTask &task : tasks) {
            threads.emplace_back([this, &task, &start] {
                const auto session = openSession();
                start.arrive_and_wait();
                gate->write(task, *session);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
    }

    Counts counts()
    {
        Counts counts;
        for (InsertTask &task : tasks) {
            for (const Outcome &outcome : task.outcomes())
                counts.add(outcome.verdict);
        }
        return counts;
    }

    qint64 held() { return store().rowCount(QStringLiteral("words")); }
    bool holds(const std::string &word)
    {
        return store().holds(QStringLiteral("words"), QStringLiteral("word"), word);
    }
    /// For the database's lock, which is free for whoever writes alone.
    qint64 waits(Strategy strategy)
    {
        qint64 waits = 0;
        for (InsertTask &task : tasks) {
            for (const Attempt &attempt : task.trace().attempts())
                waits += sleepsOf(attempt.waits);
        }
        return strategy == Strategy::Contend ? waits : 0;
    }

    std::stop_source cancel;
    std::shared_ptr<MemoryBackend> backend = std::make_shared<MemoryBackend>();
    RunContext context;
    std::unique_ptr<WriteGate> gate;
    CompiledEntity entity{wordEntity(), 0, RuleSet(wordEntity()), *DisplayTemplate::compile(wordEntity())};
    std::deque<InsertTask> tasks;
};

} // namespace Weir::Test
