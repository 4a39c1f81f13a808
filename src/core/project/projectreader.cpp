// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/projectreader.h"

#include "core/project/jsonnode.h"
#include "core/project/projectformat.h"

#include <QCoreApplication>

namespace Weir {

namespace {
/// Of the project; of what is none, or another Weir's, the error tells.
int readFormat(const JsonNode &root)
{
    if (!root.member("format")) {
        root.fail(QCoreApplication::translate("Weir::ProjectFile",
                                              "This is not a Weir project: the key \"format\" is missing."));
        return 0;
    }
    int format = 0;
    root.read("format", &format);
    if (format > ProjectFormat)
        root.fail(QCoreApplication::translate(
                      "Weir::ProjectFile",
                      "This project has format %1 and was written by a newer Weir; this one reads formats up "
                      "to %2. Update Weir to open it.")
                      .arg(QString::number(format), QString::number(ProjectFormat)));
    else if (format < OldestProjectFormat)
        root.fail(QCoreApplication::translate(
                      "Weir::ProjectFile",
                      "This project has the unknown format %1; this Weir reads formats %2 to %3.")
                      .arg(QString::number(format), QString::number(OldestProjectFormat),
                           QString::number(ProjectFormat)));
    return format;
}

DatabaseProfile readDatabase(const JsonNode &node)
{
    DatabaseProfile profile;
    if (!node.isObjectOf(
            {"name", "backend", "file", "journalMode", "synchronous", "foreignKeys", "busyTimeoutMs"}))
        return profile;
    node.requireKeys({"name", "file"});
    node.read("name", &profile.name);
    BackendKind kind = BackendKind::Sqlite; // there is no other yet, and so no other place
    node.named("backend", backendKindFromName, QStringLiteral("sqlite"), &kind);
    node.read("file", &profile.sqlite().file);
    node.named("journalMode", journalModeFromName, QStringLiteral("wal, delete, truncate, persist"),
               &profile.sqlite().journalMode);
    node.named("synchronous", synchronousFromName, QStringLiteral("off, normal, full, extra"),
               &profile.sqlite().synchronous);
    node.read("foreignKeys", &profile.sqlite().foreignKeys);
    int patienceMs = static_cast<int>(profile.patience.count());
    node.read("busyTimeoutMs", &patienceMs);
    profile.patience = std::chrono::milliseconds(patienceMs);
    return profile;
}

/// A parameter that only some kinds of rule have.
template<typename T>
void readParameter(const JsonNode &node, const Rule &rule, std::string_view key, bool allowed, T *result)
{
    if (allowed)
        node.read(key, result);
    else if (const auto parameter = node.member(key))
        parameter->fail(
            QCoreApplication::translate("Weir::ProjectFile", "a rule \"%1\" has no such parameter.")
                .arg(ruleKindName(rule.kind)));
}

Rule readRule(const JsonNode &node)
{
    Rule rule;
    if (!node.isObjectOf({"rule", "pattern", "bound", "minLength", "maxLength", "values", "message"}))
        return rule;
    node.requireKeys({"rule"});
    node.named("rule", ruleKindFromName,
               QStringLiteral("required, email, pattern, integer, number, positive, positive-integer, "
                              "not-negative, minimum, maximum, length, one-of"),
               &rule.kind);
    const bool bounded = rule.kind == Rule::Kind::Minimum || rule.kind == Rule::Kind::Maximum;
    if (bounded)
        node.requireKeys({"bound"});
    readParameter(node, rule, "pattern", rule.kind == Rule::Kind::Pattern, &rule.pattern);
    readParameter(node, rule, "bound", bounded, &rule.bound);
    readParameter(node, rule, "minLength", rule.kind == Rule::Kind::Length, &rule.minLength);
    readParameter(node, rule, "maxLength", rule.kind == Rule::Kind::Length, &rule.maxLength);
    readParameter(node, rule, "values", rule.kind == Rule::Kind::OneOf, &rule.values);
    node.read("message", &rule.message);
    return rule;
}

/// A file that says less than it uses was put together by hand, and Weirs of that format would refuse it.
void checkType(const JsonNode &node, FieldType type, int format)
{
    if (projectFormatOf(type) > format)
        node.fail(
            QCoreApplication::translate("Weir::ProjectFile",
                                        "the type \"%1\" needs format %2, but the project says %3: "
                                        "write \"format\": %2 at its beginning.")
                .arg(fieldTypeName(type), QString::number(projectFormatOf(type)), QString::number(format)));
}

Field readField(const JsonNode &node, int format)
{
    Field field;
    if (!node.isObjectOf({"name", "label", "type", "key", "rules"}))
        return field;
    node.requireKeys({"name"});
    node.read("name", &field.name);
    field.label = field.name;
    node.read("label", &field.label);
    node.named("type", fieldTypeFromName,
               QStringLiteral("text, integer, number, decimal, boolean, date, time, datetime, uuid, json, "
                              "binary"),
               &field.type);
    if (const auto type = node.member("type"))
        checkType(*type, field.type, format);
    node.read("key", &field.key);
    if (const auto rules = node.member("rules"))
        rules->forEachElement([&](const JsonNode &rule) { field.rules += readRule(rule); });
    return field;
}

Entity readEntity(const JsonNode &node, int format)
{
    Entity entity;
    if (!node.isObjectOf({"name", "title", "singular", "table", "database", "display", "fields"}))
        return entity;
    node.requireKeys({"name", "title", "singular", "table", "database", "display", "fields"});
    node.read("name", &entity.name);
    node.read("title", &entity.title);
    node.read("singular", &entity.singular);
    node.read("table", &entity.table);
    node.read("database", &entity.database);
    node.read("display", &entity.display);
    if (const auto fields = node.member("fields"))
        fields->forEachElement([&](const JsonNode &field) { entity.fields += readField(field, format); });
    return entity;
}

/// All but the rows.
void readTestData(const JsonNode &node, Project *project)
{
    node.forEachMember([&](const QString &name, const JsonNode &rows) {
        const int index = project->entityIndex(name);
        if (index < 0) {
            rows.fail(
                QCoreApplication::translate("Weir::ProjectFile", "there is no entity \"%1\".").arg(name));
            return;
        }
        rows.expectArray();
        project->testData.insert(name, {});
    });
}

void readRun(const JsonNode &node, RunSettings *run)
{
    if (!node.isObjectOf({"strategy", "tasks", "threads", "maxAttempts"}))
        return;
    node.named("strategy", strategyFromName, QStringLiteral("contend, queue, group"), &run->strategy);
    node.read("tasks", &run->tasks);
    node.read("threads", &run->threads);
    node.read("maxAttempts", &run->maxAttempts);
}

void readParts(const JsonNode &root, int format, Project *project)
{
    root.requireKeys({"name", "databases", "entities"});
    root.read("name", &project->name);
    if (const auto databases = root.member("databases"))
        databases->forEachElement([&](const JsonNode &node) { project->databases += readDatabase(node); });
    if (const auto entities = root.member("entities"))
        entities->forEachElement(
            [&](const JsonNode &node) { project->entities += readEntity(node, format); });
    if (const auto testData = root.member(TestDataKey))
        readTestData(*testData, project);
    if (const auto run = root.member("run"))
        readRun(*run, &project->run);
}
} // namespace

Expected<Project> readProject(const nlohmann::json &document)
{
    QString error;
    Project project;
    const JsonNode root(document, &error);
    const int format = root.isObject() ? readFormat(root) : 0;
    // A newer format may have other keys: its number is what the user must hear of.
    if (error.isEmpty() && root.isObjectOf({"format", "name", "databases", "entities", TestDataKey, "run"}))
        readParts(root, format, &project);
    if (!error.isEmpty())
        return failure(error);
    return project;
}

} // namespace Weir
