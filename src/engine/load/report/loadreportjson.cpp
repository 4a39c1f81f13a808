// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/jsonstring.h"
#include "core/text/jsontext.h"
#include "engine/load/report/loadreport.h"
#include "engine/load/report/loadreporttexts.h"
#include "engine/transaction/tracejson.h"

#include <nlohmann/json.hpp>

namespace Weir {

using nlohmann::ordered_json;

namespace {

ordered_json textOrNull(const QString &text)
{
    if (text.isEmpty())
        return nullptr;
    return text;
}

ordered_json countsJson(const Counts &counts)
{
    return {{"read", counts.read()},       {"inserted", counts.inserted}, {"updated", counts.updated},
            {"rejected", counts.rejected}, {"failed", counts.failed},     {"cancelled", counts.cancelled}};
}

ordered_json reasonJson(const RejectReason &reason)
{
    return {{"line", reason.line},   {"byteOffset", reason.byteOffset},
            {"value", reason.value}, {"message", reason.message},
            {"code", reason.code},   {"attempts", reason.attempts}};
}

ordered_json groupJson(const RejectGroup &group)
{
    ordered_json object;
    object["stage"] = rejectStageName(group.stage);
    object["rule"] = group.rule;
    object["column"] = textOrNull(group.column);
    object["count"] = group.count;
    object["examples"] = ordered_json::array();
    for (const RejectReason &example : group.examples)
        object["examples"].push_back(reasonJson(example));
    return object;
}

ordered_json spannedJson(const SpannedRejects &spanned)
{
    ordered_json object{{"records", spanned.records}, {"lines", spanned.lines}};
    object["longest"] = ordered_json::array();
    for (const SpannedRejects::Record &record : spanned.longest) {
        object["longest"].push_back({{"line", record.line},
                                     {"lines", record.lines},
                                     {"unclosed", record.isUnclosed},
                                     {"message", LoadReportTexts::span(record)}});
    }
    return object;
}

ordered_json fileJson(const FileResult &file)
{
    ordered_json object;
    object["path"] = file.path;
    object["entity"] = file.entity;
    object["table"] = file.table;
    object["database"] = file.database;
    object["state"] = fileStateName(file.state);
    object["error"] = textOrNull(file.error);
    object["rows"] = file.rows;
    object["counts"] = countsJson(file.counts);
    object["earlier"] = countsJson(file.earlier);
    object["unconfirmed"] = file.unconfirmed;
    object["bytes"] = file.bytes;
    object["size"] = file.size;
    object["batches"] = file.batches;
    object["elapsedNs"] = file.elapsedNs;
    object["retries"] = file.retries;
    object["loadId"] = QString::fromLatin1(file.loadId.toHex());
    object["resumable"] = file.resumable;
    object["rejectedFile"] = textOrNull(file.rejectedFile);
    object["reasonsFile"] = textOrNull(file.reasonsFile);
    object["groups"] = ordered_json::array();
    for (const RejectGroup &group : file.groups)
        object["groups"].push_back(groupJson(group));
    object["rejectedOverSeveralLines"] = spannedJson(file.spanned);
    return object;
}

ordered_json tracesJson(const FileResult &file)
{
    ordered_json object;
    object["traces"] = ordered_json::array();
    for (const TaskTrace &trace : file.traces) {
        ordered_json batch{{"batch", trace.task}};
        batch.update(traceJson(trace));
        object["traces"].push_back(std::move(batch));
    }
    object["tracesLeftOut"] = file.tracesLeftOut;
    return object;
}

} // namespace

QByteArray loadReportJson(const LoadResult &result, bool withTraces)
{
    ordered_json object;
    object["report"] = "weir load"; // LoadReportMarks::Json
    object["format"] = 1;
    object["started"] = result.started.toUTC().toString(Qt::ISODateWithMs);
    object["elapsedNs"] = result.elapsedNs;
    object["peakMemory"] = result.peakMemory;
    object["cancelled"] = result.cancelled;
    object["accounted"] = result.accounted();
    object["counts"] = countsJson(result.counts());
    object["howToResume"] = textOrNull(result.howToResume());
    object["notes"] = ordered_json::array();
    for (const QString &note : result.notes)
        object["notes"].push_back(note);
    object["files"] = ordered_json::array();
    for (const FileResult &file : result.files) {
        object["files"].push_back(fileJson(file));
        if (withTraces)
            object["files"].back().update(tracesJson(file));
    }
    if (withTraces)
        object["settled"] = settledJson(result.settled);
    return QByteArray::fromStdString(jsonText(object));
}

} // namespace Weir
