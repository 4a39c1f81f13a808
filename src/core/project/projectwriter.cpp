// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectwriter.h"

#include "core/project/projectformat.h"
#include "core/text/jsonstring.h"

#include <cmath>

namespace Weir {

using nlohmann::ordered_json;

namespace {

/// 18 rather than 18.0: as people write it.
ordered_json number(double value)
{
    if (std::abs(value) <= static_cast<double>(LargestExactInteger) && std::trunc(value) == value)
        return static_cast<std::int64_t>(value);
    return value;
}

ordered_json databaseJson(const DatabaseProfile &profile)
{
    ordered_json object;
    object["name"] = profile.name;
    object["backend"] = backendKindName(profile.kind());
    object["file"] = profile.sqlite().file;
    object["journalMode"] = journalModeName(profile.sqlite().journalMode);
    object["synchronous"] = synchronousName(profile.sqlite().synchronous);
    object["foreignKeys"] = profile.sqlite().foreignKeys;
    object["busyTimeoutMs"] = profile.patience.count();
    return object;
}

ordered_json ruleJson(const Rule &rule)
{
    const Rule standard;
    ordered_json object;
    object["rule"] = ruleKindName(rule.kind);
    if (rule.pattern != standard.pattern)
        object["pattern"] = rule.pattern;
    if (rule.kind == Rule::Kind::Minimum || rule.kind == Rule::Kind::Maximum)
        object["bound"] = number(rule.bound);
    if (rule.minLength != standard.minLength)
        object["minLength"] = rule.minLength;
    if (rule.maxLength != standard.maxLength)
        object["maxLength"] = rule.maxLength;
    for (const QString &value : rule.values)
        object["values"].push_back(value);
    if (!rule.message.isEmpty())
        object["message"] = rule.message;
    return object;
}

ordered_json fieldJson(const Field &field)
{
    ordered_json object;
    object["name"] = field.name;
    object["label"] = field.label;
    object["type"] = fieldTypeName(field.type);
    if (field.key)
        object["key"] = true;
    ordered_json &rules = object["rules"] = ordered_json::array();
    for (const Rule &rule : field.rules)
        rules.push_back(ruleJson(rule));
    return object;
}

ordered_json entityJson(const Entity &entity)
{
    ordered_json object;
    object["name"] = entity.name;
    object["title"] = entity.title;
    object["singular"] = entity.singular;
    object["table"] = entity.table;
    object["database"] = entity.database;
    object["display"] = entity.display;
    ordered_json &fields = object["fields"] = ordered_json::array();
    for (const Field &field : entity.fields)
        fields.push_back(fieldJson(field));
    return object;
}

ordered_json rowsJson(const Entity &entity, const QList<TestRow> &rows)
{
    ordered_json list = ordered_json::array();
    for (const TestRow &row : rows) {
        ordered_json object = ordered_json::object();
        const qsizetype columns = std::min(row.size(), entity.fields.size());
        for (qsizetype column = 0; column < columns; ++column) {
            if (!row[column].isEmpty())
                object[entity.fields[column].name.toStdString()] = row[column];
        }
        list.push_back(std::move(object));
    }
    return list;
}

ordered_json runJson(const RunSettings &run)
{
    ordered_json object;
    object["strategy"] = strategyName(run.strategy);
    object["tasks"] = run.tasks;
    object["threads"] = run.threads;
    object["maxAttempts"] = run.maxAttempts;
    return object;
}
} // namespace

ordered_json writeProject(const Project &project)
{
    ordered_json document;
    document["format"] = projectFormatOf(project);
    document["name"] = project.name;
    document["databases"] = ordered_json::array();
    for (const DatabaseProfile &profile : project.databases)
        document["databases"].push_back(databaseJson(profile));
    document["entities"] = ordered_json::array();
    for (const Entity &entity : project.entities)
        document["entities"].push_back(entityJson(entity));
    document["testData"] = ordered_json::object();
    for (const Entity &entity : project.entities) {
        const auto rows = project.testData.constFind(entity.name);
        if (rows != project.testData.constEnd())
            document["testData"][entity.name.toStdString()] = rowsJson(entity, *rows);
    }
    document["run"] = runJson(project.run);
    return document;
}

} // namespace Weir
