// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/undocommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/signalwatcher.h"
#include "cli/loadlist.h"
#include "core/text/jsonstring.h"
#include "core/text/jsontext.h"
#include "core/text/printabletext.h"

#include <QLocale>

#include <CLI/CLI.hpp>

namespace Weir {

using nlohmann::ordered_json;

namespace {
QString countLine(qint64 count, const char *one, const char *many)
{
    if (count == 0)
        return {};
    return QLocale(QLocale::English).toString(count) + u' ' + QLatin1String(count == 1 ? one : many) + u'\n';
}
} // namespace

CLI::App *UndoCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "undo",
        "Remove the rows that a load inserted and that nobody changed since.\n"
        "Rows that were changed, or that the database refuses to remove, stay and are told.");
    command->add_option("LOAD", m_load, "The beginning of the load's id as in 'weir-cli loads', or \"last\"")
        ->required()
        ->type_name("");
    m_project.declare(*command);
    m_dataDirectory.declare(*command);
    CLI::Option *json = command->add_flag("-j,--json", m_json, "Print the result as JSON");
    command->add_flag("-q,--quiet", m_quiet, "Print errors only")->excludes(json);
    command->footer(helpFooter("  weir-cli loads\n"
                               "  weir-cli undo 3f9c21d0\n",
                               "  0    no row of the load is left under its key\n"
                               "  1    wrong usage\n"
                               "  2    some rows stay\n"
                               "  3    no such load, or project or database cannot be used\n"
                               "  130  stopped by SIGINT (Ctrl+C), 143 by SIGTERM; undo it again to go on"));
    return command;
}

int UndoCommand::execute(Console &console)
{
    const auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    LoadList history(*project, m_dataDirectory.path());
    const auto known = history.open().and_then([&] { return history.find(QString::fromStdString(m_load)); });
    if (!known) {
        console.complain(known.error().sentence);
        return CouldNotRun;
    }
    return undo(history, *known, console);
}

int UndoCommand::undo(LoadList &history, const RecordedLoad &known, Console &console) const
{
    LoadMonitor monitor(1);
    const SignalWatcher watcher([&monitor] { monitor.cancel(); });
    const auto result = history.loader().undo(history.project(), known.load.id, monitor);
    if (result)
        print(*result, known, console);
    else
        console.complain(result.error().sentence);
    if (watcher.received() != 0)
        return SignalBase + watcher.received();
    if (!result)
        return CouldNotRun;
    return result->changed + result->refused == 0 ? AllDone : SomeRefused;
}

void UndoCommand::print(const UndoResult &result, const RecordedLoad &known, Console &console) const
{
    if (m_quiet)
        return;
    if (m_json) {
        const ordered_json object{{"format", 1},
                                  {"load", known.load.id.toHex().toStdString()},
                                  {"removed", result.removed},
                                  {"changed", result.changed},
                                  {"gone", result.gone},
                                  {"refused", result.refused},
                                  {"examples", result.examples}};
        console.print(jsonText(object));
        return;
    }
    QString text = QStringLiteral("Rows removed from table %1 in %2: %3\n")
                       .arg(printableText(known.load.table), printableText(known.database),
                            QLocale(QLocale::English).toString(result.removed));
    text += countLine(result.changed, "row was changed since and stays", "rows were changed since and stay");
    text += countLine(result.gone, "row was gone already, or its key was changed",
                      "rows were gone already, or their keys were changed");
    text += countLine(result.refused, "row stays: the database refuses to remove it",
                      "rows stay: the database refuses to remove them");
    for (const QString &example : result.examples)
        text += QStringLiteral("✗ %1\n").arg(printableText(example));
    console.print(text);
}

} // namespace Weir
