// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/loadscommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/texttable.h"
#include "cli/loadlist.h"
#include "core/text/jsonstring.h"
#include "core/text/jsontext.h"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace Weir {

using nlohmann::ordered_json;

namespace {
QString stateName(LoadState state)
{
    switch (state) {
    case LoadState::Running:
        return QStringLiteral("unfinished");
    case LoadState::Undone:
        return QStringLiteral("undone");
    case LoadState::Finished:
        break;
    }
    return QStringLiteral("finished");
}

ordered_json timeJson(const QDateTime &time)
{
    return time.isValid() ? ordered_json(time.toUTC().toString(Qt::ISODateWithMs)) : ordered_json();
}

ordered_json loadJson(const RecordedLoad &known)
{
    const LedgerEntry &load = known.load;
    return {
        {"load", load.id.toHex().toStdString()},
        {"state", stateName(load.state)},
        {"file", load.file},
        {"size", load.size < 0 ? ordered_json() : ordered_json(load.size)},
        {"contentHash",
         load.contentHash.isEmpty() ? ordered_json() : ordered_json(load.contentHash.toHex().toStdString())},
        {"entity", load.entity},
        {"table", load.table},
        {"database", known.database},
        {"started", timeJson(load.started)},
        {"finished", timeJson(load.finished)},
        {"counts",
         {{"read", load.counts.read()},
          {"inserted", load.counts.inserted},
          {"updated", load.counts.updated},
          {"rejected", load.counts.rejected},
          {"failed", load.counts.failed}}},
        {"batches", load.batches},
        {"rejectedFile", load.rejectedFile},
        {"reasonsFile", load.reasonsFile}};
}

QStringList cells(const RecordedLoad &known)
{
    const LedgerEntry &load = known.load;
    return {shortLoadId(load.id),
            load.started.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
            stateName(load.state),
            load.entity,
            known.database,
            QString::number(load.counts.written()),
            QString::number(load.counts.rejected + load.counts.failed),
            load.file == QStringLiteral("-") ? QStringLiteral("standard input") : load.file};
}
} // namespace

CLI::App *LoadsCommand::declare(CLI::App &program)
{
    CLI::App *command =
        program.add_subcommand("loads", "List the loads that the databases of a project know, newest first.");
    m_project.declare(*command);
    m_dataDirectory.declare(*command);
    command->add_flag("-j,--json", m_json, "Print the loads as JSON");
    command->footer(helpFooter("  weir-cli loads\n"
                               "  weir-cli loads --json | jq '.loads[] | select(.state == \"unfinished\")'\n",
                               "  0  done\n"
                               "  1  wrong usage\n"
                               "  2  some databases cannot be read\n"
                               "  3  project or databases cannot be read"));
    return command;
}

int LoadsCommand::execute(Console &console)
{
    const auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    LoadList history(*project, m_dataDirectory.path());
    if (const auto opened = history.open(); !opened) {
        console.complain(opened.error().sentence);
        return CouldNotRun;
    }
    const LoadHistory known = history.history();
    for (const QString &sentence : known.unreadable)
        console.complain(sentence);
    if (known.unreadable.size() == project->databases.size() && !known.unreadable.isEmpty())
        return CouldNotRun;
    print(known, console);
    return known.unreadable.isEmpty() ? AllDone : SomeRefused;
}

void LoadsCommand::print(const LoadHistory &history, Console &console) const
{
    const QList<RecordedLoad> &loads = history.loads;
    if (m_json) {
        ordered_json object{
            {"format", 1}, {"loads", ordered_json::array()}, {"unreadable", ordered_json::array()}};
        for (const RecordedLoad &known : loads)
            object["loads"].push_back(loadJson(known));
        for (const QString &sentence : history.unreadable)
            object["unreadable"].push_back(sentence);
        console.print(jsonText(object));
        return;
    }
    if (loads.isEmpty()) {
        console.print(QStringLiteral("No loads.\n"));
        return;
    }
    QList<QStringList> rows;
    std::transform(loads.begin(), loads.end(), std::back_inserter(rows), cells);
    console.print(
        alignedTable({QStringLiteral("load"), QStringLiteral("started"), QStringLiteral("state"),
                      QStringLiteral("entity"), QStringLiteral("database"), QStringLiteral("written"),
                      QStringLiteral("rejected"), QStringLiteral("file")},
                     rows));
}

} // namespace Weir
