// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/run.h"

#include "core/system/monotonicclock.h"
#include "core/typechecks.h"

#include <QCoreApplication>

#include <algorithm>
#include <new>
#include <utility>

namespace Weir {

Run::Run(const RunPlan &plan, RunRecorder &recorder, const std::stop_token &stop)
    : m_plan(plan)
    , m_recorder(recorder)
    , m_context{stop, RetryPolicy(plan.project.run.maxAttempts)}
    , m_promises(static_cast<std::size_t>(plan.tasks.size()))
    , m_reports(static_cast<std::size_t>(plan.tasks.size()))
{
    m_futures.reserve(m_promises.size());
    for (const QPromise<TaskReport> &promise : m_promises)
        m_futures.push_back(promise.future());
}

Expected<void> Run::prepare(const Databases &databases)
{
    m_begun = monotonicNow();
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
        if (auto readable = checkReadable(entity); !readable)
            return readable;
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
        target.error = errorOf(target.backend->prepare(entities));
        target.gate = WriteGate::make(m_plan.project.run.strategy, m_context);
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
        m_tasks.back().trace().enter(Phase::Queued, m_begun);
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
        taken->task->trace().enter(Phase::Validating, monotonicNow());
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
    task.trace().enter(Phase::Connecting, monotonicNow());
    Target &target = m_targets[static_cast<std::size_t>(targetOf(task.entity().index))];
    Taken taken{&task, &target, nullptr};
    connect(taken, worker.connections);
    task.trace().enter(Phase::Starting, monotonicNow());
    return taken;
}

void Run::connect(Taken &taken, Connections &connections) const
{
    try {
        if (!taken.target->error.isNone())
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
    if (m_context.stop.stop_requested())
        return;
    task.validate();
    if (task.validRows().empty())
        return;
    if (!taken.session)
        return task.failRest(taken.session.error().sentence);
    task.trace().enter(Phase::Grouping, monotonicNow());
    taken.target->gate->write(task, **taken.session);
}

void Run::report(InsertTask &task)
{
    try {
        task.render();
    } catch (const std::bad_alloc &) { // then they are shown without their cells
    }
    TaskTrace &trace = task.trace();
    if (trace.phase() != Phase::Reporting)
        trace.enter(Phase::Reporting, monotonicNow());
    trace.finish(monotonicNow());
    QPromise<TaskReport> &promise = m_promises[static_cast<std::size_t>(trace.task)];
    promise.start();
    try {
        TaskReport report{m_recorder.runId(), trace.relativeTo(m_opened), task.outcomes()};
        promise.addResult(report);
        m_recorder.add(std::move(report));
    } catch (const std::bad_alloc &) { // the task itself has it
    }
    promise.finish();
}

/// After all threads are back: no future is waited for here.
void Run::collectReports()
{
    for (std::size_t number = 0; number < m_tasks.size(); ++number) {
        InsertTask &task = m_tasks[number];
        const QFuture<TaskReport> &future = m_futures[number];
        if (future.resultCount() > 0)
            m_reports[number] = future.resultAt(0);
        else
            m_reports[number] = {m_recorder.runId(), task.trace().relativeTo(m_opened), task.outcomes()};
    }
}

FinishedRun Run::finish()
{
    collectReports();
    FinishedRun finished{makeResult(), {}, {}};
    for (const Target &target : m_targets) {
        if (target.error.isNone())
            finished.settled.push_back(settle(target, &finished.result.notes));
    }
    for (TaskReport &report : m_reports)
        finished.traces.push_back(std::move(report.trace));
    return finished;
}

SettledTrace Run::settle(const Target &target, QStringList *notes) const
{
    TaskTrace trace;
    trace.enter(Phase::Settling, monotonicNow());
    // A reader that still needs the log keeps nothing from being durable: the next settle() does it.
    const auto done = target.backend->settle();
    trace.finish(monotonicNow());
    if (!done && done.error().errorClass != ErrorClass::Busy)
        notes->append(done.error().sentence);
    if (const QString note = target.backend->note(); !note.isEmpty())
        notes->append(note);
    return {target.name, trace.relativeTo(m_opened)};
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
    result.cancelled = m_context.stop.stop_requested() && result.counts().cancelled > 0;
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
        entityResult.database = target.backend->label();
        entityResult.error = target.error.sentence;
        indices[i] = static_cast<int>(result.entities.size());
        result.entities.append(entityResult);
    }
    for (std::size_t task = 0; task < m_reports.size(); ++task) {
        const QList<Outcome> &outcomes = m_reports[task].outcomes;
        const RunPlan::Task &planned = m_plan.tasks[static_cast<qsizetype>(task)];
        EntityResult &entity = result.entities[indices[static_cast<std::size_t>(planned.entity)]];
        ++entity.tasks;
        entity.rowsGiven += planned.rows.size();
        for (const Outcome &outcome : outcomes)
            entity.counts.add(outcome.verdict);
        entity.outcomes += outcomes;
    }
}

void Run::addTimes(RunResult &result) const
{
    std::vector<qint64> latencies;
    for (const TaskReport &report : m_reports) {
        const qint64 acknowledged = report.trace.endNs();
        result.elapsedNs = std::max(result.elapsedNs, acknowledged);
        if (report.wasAcknowledged())
            latencies.push_back(acknowledged);
    }
    result.latencies = Latencies::of(std::move(latencies));
}

} // namespace Weir
