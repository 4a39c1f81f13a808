// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/transaction/tracejson.h"

#include "core/text/jsonstring.h"

namespace Weir {

using nlohmann::ordered_json;

namespace {

const char *phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Queued:
        return "queued";
    case Phase::Connecting:
        return "connecting";
    case Phase::Starting:
        return "starting";
    case Phase::Validating:
        return "validating";
    case Phase::Grouping:
        return "grouping";
    case Phase::Beginning:
        return "beginning";
    case Phase::Writing:
        return "writing";
    case Phase::Syncing:
        return "syncing";
    case Phase::Committing:
        return "committing";
    case Phase::Pausing:
        return "pausing";
    case Phase::Reporting:
        return "reporting";
    case Phase::Settling:
        break;
    }
    return "settling";
}

/// nullptr: none.
const char *errorName(ErrorClass error)
{
    switch (error) {
    case ErrorClass::None:
        return nullptr;
    case ErrorClass::Busy:
        return "busy";
    case ErrorClass::Locked:
        return "locked";
    case ErrorClass::Interrupted:
        return "interrupted";
    case ErrorClass::Constraint:
        return "constraint";
    case ErrorClass::TooBig:
        return "too big";
    case ErrorClass::Full:
        return "full";
    case ErrorClass::Io:
        return "io";
    case ErrorClass::ReadOnly:
        return "read only";
    case ErrorClass::CannotOpen:
        return "cannot open";
    case ErrorClass::NotADatabase:
        return "not a database";
    case ErrorClass::Corrupt:
        return "corrupt";
    case ErrorClass::NoTable:
        return "no table";
    case ErrorClass::Schema:
        return "schema";
    case ErrorClass::InUse:
        return "in use";
    case ErrorClass::Memory:
        return "memory";
    case ErrorClass::CommitUnknown:
        return "commit unknown";
    case ErrorClass::Other:
        break;
    }
    return "other";
}

ordered_json spansJson(const TaskTrace &trace, int attempt)
{
    ordered_json spans = ordered_json::array();
    for (const Span &span : trace.spans()) {
        if (span.attempt == attempt)
            spans.push_back(
                {{"phase", phaseName(span.phase)}, {"beginNs", span.beginNs}, {"endNs", span.endNs}});
    }
    return spans;
}

ordered_json waitsJson(const std::vector<Wait> &waits)
{
    ordered_json list = ordered_json::array();
    for (const Wait &wait : waits) {
        ordered_json object{{"beginNs", wait.beginNs}, {"endNs", wait.endNs}, {"sleeps", wait.sleeps}};
        object["holder"] = wait.holder.isEmpty() ? ordered_json() : ordered_json(wait.holder);
        list.push_back(std::move(object));
    }
    return list;
}

} // namespace

ordered_json traceJson(const TaskTrace &trace)
{
    ordered_json object;
    object["spans"] = spansJson(trace, 0);
    object["attempts"] = ordered_json::array();
    int number = 0;
    for (const Attempt &attempt : trace.attempts()) {
        const char *error = errorName(attempt.error);
        object["attempts"].push_back({{"committed", attempt.isCommitted},
                                      {"error", error ? ordered_json(error) : ordered_json()},
                                      {"code", attempt.code},
                                      {"waits", waitsJson(attempt.waits)},
                                      {"spans", spansJson(trace, ++number)}});
    }
    return object;
}

ordered_json settledJson(const std::vector<SettledTrace> &settled)
{
    ordered_json list = ordered_json::array();
    for (const SettledTrace &one : settled) {
        ordered_json object{{"database", one.database}};
        object.update(traceJson(one.trace));
        list.push_back(std::move(object));
    }
    return list;
}

} // namespace Weir
