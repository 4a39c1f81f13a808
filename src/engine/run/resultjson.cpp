// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/run/resultjson.h"

#include "core/text/jsonstring.h"
#include "engine/transaction/tracejson.h"

namespace Weir {

using nlohmann::ordered_json;

namespace {
QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Inserted:
        return QStringLiteral("inserted");
    case Verdict::Updated:
        return QStringLiteral("updated");
    case Verdict::Rejected:
        return QStringLiteral("rejected");
    case Verdict::Failed:
        return QStringLiteral("failed");
    case Verdict::Cancelled:
        break;
    }
    return QStringLiteral("cancelled");
}

ordered_json countsJson(qint64 given, const Counts &counts)
{
    return {{"given", given},
            {"read", counts.read()},
            {"inserted", counts.inserted},
            {"updated", counts.updated},
            {"rejected", counts.rejected},
            {"failed", counts.failed},
            {"cancelled", counts.cancelled}};
}

/// A number, a text, or an array of texts.
ordered_json keyJson(const RowKey &key)
{
    if (const auto number = key.number())
        return *number;
    const QStringList values = key.values();
    if (values.size() == 1)
        return values.constFirst();
    ordered_json list = ordered_json::array();
    for (const QString &value : values)
        list.push_back(value);
    return list;
}

ordered_json outcomeJson(const Outcome &outcome, const Entity &entity)
{
    ordered_json object;
    object["row"] = outcome.row;
    object["verdict"] = verdictName(outcome.verdict);
    const bool isWritten = outcome.verdict == Verdict::Inserted || outcome.verdict == Verdict::Updated;
    if (isWritten)
        object["key"] = keyJson(outcome.key);
    object["display"] = outcome.display;
    if (!isWritten)
        object["reason"] = outcome.reason();
    if (outcome.verdict == Verdict::Rejected) {
        object["violations"] = ordered_json::array();
        for (const Violation &violation : outcome.violations)
            object["violations"].push_back(violationJson(violation, entity));
    }
    return object;
}

ordered_json entityJson(const EntityResult &result, const Entity &entity)
{
    ordered_json object;
    object["name"] = result.name;
    object["title"] = result.title;
    object["table"] = result.table;
    object["database"] = result.database;
    object["error"] = nullptr;
    if (!result.error.isEmpty())
        object["error"] = result.error;
    object["tasks"] = result.tasks;
    object["counts"] = countsJson(result.rowsGiven, result.counts);
    object["outcomes"] = ordered_json::array();
    for (const Outcome &outcome : result.outcomes)
        object["outcomes"].push_back(outcomeJson(outcome, entity));
    return object;
}

ordered_json settingsJson(const RunSettings &settings)
{
    return {{"strategy", strategyName(settings.strategy)},
            {"tasks", settings.tasks},
            {"threads", settings.threads},
            {"maxAttempts", settings.maxAttempts}};
}

ordered_json latenciesJson(const Latencies &latencies)
{
    if (!latencies.areKnown())
        return nullptr;
    return {{"p50", latencies.p50},
            {"p95", latencies.p95},
            {"p99", latencies.p99},
            {"maximum", latencies.maximum}};
}

ordered_json taskJson(const TaskTrace &trace, const Project &project)
{
    ordered_json object;
    object["task"] = trace.task;
    object["entity"] = project.entities.at(trace.entity).name;
    object["thread"] = trace.thread;
    object["leader"] = trace.leader;
    object.update(traceJson(trace));
    return object;
}

ordered_json rowsPerSecondJson(const RunResult &result)
{
    const std::optional<double> rate = result.rowsPerSecond();
    return rate ? ordered_json(qRound64(*rate)) : ordered_json();
}

qint64 rowsGiven(const RunResult &result)
{
    qint64 sum = 0;
    for (const EntityResult &entity : result.entities)
        sum += entity.rowsGiven;
    return sum;
}
} // namespace

ordered_json violationJson(const Violation &violation, const Entity &entity)
{
    const QString rule = ruleKindName(violation.rule);
    return {{"field", entity.fields.at(violation.column).name},
            {"rule", rule.isEmpty() ? QStringLiteral("well-formed") : rule},
            {"message", violation.message}};
}

ordered_json resultJson(const FinishedRun &run, const Project &project, bool withTraces)
{
    const RunResult &result = run.result;
    ordered_json object;
    object["format"] = 1;
    object["project"] = project.name;
    object["settings"] = settingsJson(result.settings);
    object["tasks"] = result.tasks;
    object["threads"] = result.threads;
    object["cancelled"] = result.cancelled;
    object["counts"] = countsJson(rowsGiven(result), result.counts());
    object["accounted"] = result.accounted();
    object["elapsedNs"] = result.elapsedNs;
    object["latenciesNs"] = latenciesJson(result.latencies);
    object["rowsPerSecond"] = rowsPerSecondJson(result);
    object["transactions"] = result.transactions;
    object["retries"] = result.retries;
    object["notes"] = ordered_json::array();
    for (const QString &note : result.notes)
        object["notes"].push_back(note);
    object["entities"] = ordered_json::array();
    for (const EntityResult &entity : result.entities)
        object["entities"].push_back(
            entityJson(entity, project.entities.at(project.entityIndex(entity.name))));
    if (withTraces) {
        object["traces"] = ordered_json::array();
        for (const TaskTrace &trace : run.traces)
            object["traces"].push_back(taskJson(trace, project));
        object["settled"] = settledJson(run.settled);
    }
    return object;
}

} // namespace Weir
