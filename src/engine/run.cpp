// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <new>
#include <utility>

namespace Weir {

Run::Run(const RunPlan &plan, RunRecorder &recorder, const CancelToken &cancel)
    : m_plan(plan)
    , m_recorder(recorder)
    , m_context{cancel, RetryPolicy(plan.project.run.maxAttempts)}
    , m_traces(static_cast<std::size_t>(plan.tasks.size()))
    , m_outcomes(static_cast<std::size_t>(plan.tasks.size()))
{}

Expected<void> Run::prepare(const Databases &databases)
{
    for (TaskTrace &trace : m_traces)
        trace.mark(Moment::Queued, monotonicNow());
    m_entities.resize(static_cast<std::size_t>(m_plan.project.entities.size()));
    return compileEntities().and_then([&] { return addTargets(databases); }).map([this] { makeTasks(); });
}

Expected<void> Run::compileEntities()
{
    for (const RunPlan::Task &task : m_plan.tasks) {
        std::optional<CompiledEntity> &slot = m_entities[static_cast<std::size_t>(task.entity)];
        if (slot)
            continue;
        const Entity &entity = m_plan.project.entities[task.entity];
        Expected<DisplayTemplate> display = DisplayTemplate::compile(entity);
        if (!display)
            return tl::make_unexpected(display.error());
        slot.emplace(CompiledEntity{entity, task.entity, RuleSet(entity), std::move(*display)});
    }
    return {};
}

Expected<void> Run::addTargets(const Databases &databases)
{
    for (const DatabaseProfile &profile : m_plan.project.databases) {
        QList<Entity> entities;
        for (const std::optional<CompiledEntity> &compiled : m_entities) {
            if (compiled && compiled->entity.database == profile.name)
                entities.append(compiled->entity);
        }
        if (entities.isEmpty())
            continue;
        Target target{profile.name, databases.backend(profile.name), {}, nullptr};
        if (!target.backend)
            return failure(
                QCoreApplication::translate("Weir::Runner", "The project has no database named \"%1\".")
                    .arg(profile.name));
        target.error = target.backend->prepare(entities);
        target.gate = WriteGate::make(m_plan.project.run.strategy, *target.backend, m_context);
        m_targets.push_back(std::move(target));
    }
    return {};
}

int Run::targetOf(int entity) const
{
    const QString &name = m_plan.project.entities[entity].database;
    const auto found = std::find_if(m_targets.begin(), m_targets.end(),
                                    [&name](const Target &target) { return target.name == name; });
    return static_cast<int>(found - m_targets.begin());
}

void Run::makeTasks()
{
    m_queue = std::make_unique<TaskQueue>(static_cast<int>(m_targets.size()));
    for (int number = 0; number < m_plan.tasks.size(); ++number) {
        const RunPlan::Task &planned = m_plan.tasks[number];
        const CompiledEntity &compiled = *m_entities[static_cast<std::size_t>(planned.entity)];
        const QList<TestRow> rows = m_plan.project.rowsOf(compiled.entity.name);
        RowBatch batch(static_cast<int>(compiled.entity.fields.size()));
        for (const int row : planned.rows)
            batch.appendRow(row + 1, rows.value(row));
        m_tasks.emplace_back(number, compiled, std::move(batch));
        m_tasks.back().trace().at = m_traces[static_cast<std::size_t>(number)].at;
        m_queue->add(targetOf(planned.entity), number);
    }
}

Expected<void> Run::execute(WorkerPool &pool, Connections &connections)
{
    m_threads = pool.available(m_plan.threads());
    if (m_threads == 0)
        return failure(noThreadsText());
    StartGate gate(m_threads);
    if (!start(pool, connections, gate)) {
        gate.stop();
        pool.join();
        return failure(noThreadsText());
    }
    gate.awaitArrivals();
    m_opened = monotonicNow();
    gate.open();
    pool.join();
    return {};
}

/// False: not all threads are there, and those that are wait at the gate, or will.
bool Run::start(WorkerPool &pool, Connections &connections, StartGate &gate)
{
    try {
        pool.start(m_threads, [this, &gate, &connections](int number) {
            work(Worker{number, connections}, gate);
        });
    } catch (const std::bad_alloc &) {
        return false;
    }
    return pool.awaitBegun();
}

void Run::work(const Worker &worker, StartGate &gate)
{
    std::optional<Taken> taken = takeTask(worker);
    if (!gate.arriveAndWait())
        return worker.connections.closeMine();
    for (; taken; taken = takeTask(worker)) {
        taken->task->trace().mark(Moment::Released, monotonicNow());
        perform(*taken);
        report(*taken->task);
    }
}

std::optional<Run::Taken> Run::takeTask(const Worker &worker)
{
    const auto isWarm = [&](int target) {
        return worker.connections.isWarm(*m_targets[static_cast<std::size_t>(target)].backend);
    };
    const std::optional<int> number = m_queue->take(isWarm);
    if (!number)
        return std::nullopt;
    InsertTask &task = m_tasks[static_cast<std::size_t>(*number)];
    task.trace().thread = worker.number;
    task.trace().mark(Moment::Started, monotonicNow());
    Target &target = m_targets[static_cast<std::size_t>(targetOf(task.entity().index))];
    Taken taken{&task, &target, nullptr};
    connect(taken, worker.connections);
    task.trace().mark(Moment::ConnectionReady, monotonicNow());
    return taken;
}

void Run::connect(Taken &taken, Connections &connections) const
{
    try {
        if (taken.target->error)
            taken.session = tl::make_unexpected(taken.target->error);
        else
            taken.session = connections.session(taken.target->backend);
    } catch (const std::bad_alloc &) {
        taken.session = tl::make_unexpected(SqlError{ErrorClass::Other, 0, m_context.noMemory});
    }
}

void Run::perform(Taken &taken)
{
    try {
        write(taken);
    } catch (const std::bad_alloc &) {
        taken.task->failRest(m_context.noMemory);
    }
}

void Run::write(Taken &taken)
{
    InsertTask &task = *taken.task;
    if (m_context.cancel.isCancelled())
        return;
    task.validate();
    task.trace().mark(Moment::Validated, monotonicNow());
    if (task.validRows().empty())
        return;
    if (taken.session)
        taken.target->gate->write(task, **taken.session);
    else
        task.failRest(taken.session.error().sentence);
}

void Run::report(InsertTask &task)
{
    try {
        task.render();
    } catch (const std::bad_alloc &) { // then they are shown without their cells
    }
    QList<Outcome> outcomes = task.takeOutcomes();
    task.trace().mark(Moment::Acknowledged, monotonicNow());
    const TaskTrace trace = relative(task.trace());
    store(trace, outcomes);
    try {
        m_recorder.add(TaskReport{m_recorder.runId(), trace, std::move(outcomes)});
    } catch (const std::bad_alloc &) { // the result has them
    }
}

void Run::store(const TaskTrace &trace, const QList<Outcome> &outcomes)
{
    const std::lock_guard lock(m_mutex);
    m_traces[static_cast<std::size_t>(trace.task)] = trace;
    m_outcomes[static_cast<std::size_t>(trace.task)] = outcomes;
}

TaskTrace Run::relative(const TaskTrace &trace) const
{
    TaskTrace result = trace;
    for (qint64 &moment : result.at)
        moment -= m_opened;
    return result;
}

FinishedRun Run::finish()
{
    RunResult result = makeResult();
    for (const Target &target : m_targets) {
        if (target.error)
            continue;
        // A reader that still needs the log keeps nothing from being durable: the next checkpoint does it.
        const SqlError error = target.backend->checkpoint();
        if (error && error.errorClass != ErrorClass::Busy)
            result.notes.append(error.sentence);
        if (const QString note = target.backend->note(); !note.isEmpty())
            result.notes.append(note);
    }
    return FinishedRun{std::move(result), std::move(m_traces)};
}

RunResult Run::makeResult()
{
    RunResult result;
    result.runId = m_recorder.runId();
    result.settings = m_plan.project.run;
    result.tasks = static_cast<int>(m_plan.tasks.size());
    result.threads = m_threads;
    if (m_threads < m_plan.threads())
        result.notes +=
            QCoreApplication::translate("Weir::Runner",
                                        "The system let Weir start only %1 of the %2 threads that "
                                        "the run was to have: its times are longer for it.")
                .arg(m_threads)
                .arg(m_plan.threads());
    result.transactions = m_context.transactions.load();
    result.retries = m_context.retries.load();
    addOutcomes(result);
    result.cancelled = m_context.cancel.isCancelled() && result.counts().cancelled > 0;
    addTimes(result);
    return result;
}

void Run::addOutcomes(RunResult &result)
{
    std::vector<int> indices(m_entities.size(), -1);
    for (std::size_t i = 0; i < m_entities.size(); ++i) {
        if (!m_entities[i])
            continue;
        const Entity &entity = m_entities[i]->entity;
        const Target &target = m_targets[static_cast<std::size_t>(targetOf(static_cast<int>(i)))];
        EntityResult entityResult;
        entityResult.name = entity.name;
        entityResult.title = entity.title;
        entityResult.table = entity.table;
        entityResult.database = QFileInfo(target.backend->location()).fileName();
        entityResult.error = target.error.sentence;
        indices[i] = static_cast<int>(result.entities.size());
        result.entities.append(entityResult);
    }
    for (std::size_t task = 0; task < m_outcomes.size(); ++task) {
        const RunPlan::Task &planned = m_plan.tasks[static_cast<qsizetype>(task)];
        EntityResult &entity = result.entities[indices[static_cast<std::size_t>(planned.entity)]];
        ++entity.tasks;
        entity.rowsGiven += planned.rows.size();
        for (const Outcome &outcome : std::as_const(m_outcomes[task]))
            entity.counts.add(outcome.verdict);
        entity.outcomes += m_outcomes[task];
    }
}

void Run::addTimes(RunResult &result) const
{
    std::vector<qint64> latencies;
    for (std::size_t task = 0; task < m_traces.size(); ++task) {
        const qint64 acknowledged = m_traces[task][Moment::Acknowledged];
        result.elapsedNs = std::max(result.elapsedNs, acknowledged);
        if (wasAcknowledged(task))
            latencies.push_back(acknowledged);
    }
    if (latencies.empty())
        return;
    std::sort(latencies.begin(), latencies.end());
    const auto nearestRank = [&latencies](double share) {
        const double rank = std::ceil(share * static_cast<double>(latencies.size()));
        return latencies[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
    };
    result.latencies = {nearestRank(0.50), nearestRank(0.95), nearestRank(0.99), latencies.back()};
}

/// At least a row of it was not cancelled.
bool Run::wasAcknowledged(std::size_t task) const
{
    const QList<Outcome> &outcomes = m_outcomes[task];
    return std::any_of(outcomes.begin(), outcomes.end(),
                       [](const Outcome &outcome) { return outcome.verdict != Verdict::Cancelled; });
}

} // namespace Weir
