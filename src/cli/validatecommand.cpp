// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/validatecommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/reportcolor.h"
#include "core/rules/ruleset.h"
#include "core/text/jsonstring.h"
#include "core/text/jsontext.h"
#include "core/text/printabletext.h"
#include "core/typechecks.h"
#include "engine/run/resultjson.h"

#include <CLI/CLI.hpp>

namespace Weir {

using nlohmann::ordered_json;

namespace {
qsizetype rowCount(const Project &project)
{
    qsizetype count = 0;
    for (const Entity &entity : project.entities)
        count += project.rowsOf(entity.name).size();
    return count;
}

QString rowsText(qsizetype count)
{
    return count == 1 ? QStringLiteral("1 row") : QStringLiteral("%1 rows").arg(count);
}
} // namespace

CLI::App *ValidateCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "validate", "Check the project and its rows against their rules. No database is touched.");
    m_project.declare(*command);
    CLI::Option *json = command->add_flag("-j,--json", m_json, "Print the violations as JSON");
    command->add_flag("-q,--quiet", m_quiet, "Print errors only; the exit status tells the rest")
        ->excludes(json);
    m_color.declare(*command);
    command->footer(helpFooter("  weir-cli validate --project shop.weir\n"
                               "  weir-cli validate --project shop.weir --json | jq .violations\n",
                               "  0  the project is good and so are all its rows\n"
                               "  1  wrong usage\n"
                               "  2  some rows break a rule, or a field has a type that cannot be read yet\n"
                               "  3  the project cannot be read"));
    return command;
}

int ValidateCommand::execute(Console &console)
{
    const auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    const QList<InvalidRow> invalid = check(*project);
    QStringList notes;
    for (const Entity &entity : project->entities)
        notes += unreadableFields(entity);
    if (m_json)
        printJson(*project, notes, invalid, console);
    else if (!m_quiet)
        printText(*project, notes, invalid, console);
    return notes.isEmpty() && invalid.isEmpty() ? AllDone : SomeRefused;
}

QList<ValidateCommand::InvalidRow> ValidateCommand::check(const Project &project)
{
    QList<InvalidRow> invalid;
    for (int index = 0; index < project.entities.size(); ++index) {
        const Entity &entity = project.entities[index];
        const RuleSet rules(entity);
        RowBatch batch(static_cast<int>(entity.fields.size()));
        int number = 0;
        for (const TestRow &row : project.rowsOf(entity.name)) {
            batch.clear(batch.columnCount());
            batch.appendRow(++number, row);
            const QList<Violation> violations = rules.check(batch.row(0));
            if (!violations.isEmpty())
                invalid += {index, number, violations};
        }
    }
    return invalid;
}

void ValidateCommand::printText(const Project &project, const QStringList &notes,
                                const QList<InvalidRow> &invalid, Console &console) const
{
    QString text;
    for (const QString &note : notes)
        text += QStringLiteral("✗ %1\n").arg(printableText(note));
    for (const InvalidRow &row : invalid) {
        for (const Violation &violation : row.violations) {
            text += QStringLiteral("✗ %1 row %2: %3\n")
                        .arg(printableText(project.entities[row.entity].title), QString::number(row.row),
                             printableText(violation.message));
        }
    }
    const qsizetype rows = rowCount(project);
    text += invalid.isEmpty() && notes.isEmpty()
        ? QStringLiteral("✓ %1 checked, all valid\n").arg(rowsText(rows))
        : QStringLiteral("%1 checked, %2 valid, %3 not\n")
              .arg(rowsText(rows), QString::number(rows - invalid.size()), QString::number(invalid.size()));
    console.print(m_color.isOn(console) ? coloredReport(text) : text);
}

void ValidateCommand::printJson(const Project &project, const QStringList &notes,
                                const QList<InvalidRow> &invalid, Console &console)
{
    ordered_json object;
    object["format"] = 1;
    object["project"] = project.name;
    object["rows"] = rowCount(project);
    object["validRows"] = rowCount(project) - invalid.size();
    object["invalidRows"] = invalid.size();
    object["violations"] = ordered_json::array();
    for (const InvalidRow &row : invalid) {
        const Entity &entity = project.entities[row.entity];
        for (const Violation &violation : row.violations) {
            ordered_json item{{"entity", entity.name}, {"row", row.row}};
            item.update(violationJson(violation, entity));
            object["violations"].push_back(std::move(item));
        }
    }
    object["notes"] = notes;
    console.print(jsonText(object));
}

} // namespace Weir
