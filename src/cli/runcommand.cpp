// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runcommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/reportcolor.h"
#include "cli/console/signalwatcher.h"
#include "core/text/jsontext.h"
#include "core/text/reporttext.h"
#include "engine/run/resultjson.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>

namespace Weir {

CLI::App *RunCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand("run",
                                               "Validate the project's rows and insert the valid ones into "
                                               "their databases, with all tasks at once.\n"
                                               "A run adds to what is in the tables.");
    m_project.declare(*command);
    m_dataDirectory.declare(*command);
    command
        ->add_option(
            "-s,--strategy", m_strategy,
            "How the tasks of a database share it: contend, queue or group (commit); default: the project's")
        ->check(CLI::IsMember({"contend", "queue", "group"}).description(""))
        ->type_name("NAME");
    command->add_option("-t,--tasks", m_tasks, "Number of tasks, 1 to 1000; default: the project's")
        ->check(CLI::Range(1, RunSettings::MaximumTasks).description(""))
        ->type_name("N");
    command
        ->add_option("--threads", m_threads,
                     "Number of threads, 0 (one for each task) to 256; default: the project's")
        ->check(CLI::Range(0, RunSettings::MaximumThreads).description(""))
        ->type_name("N");
    CLI::Option *json =
        command->add_flag("-j,--json", m_json, "Print the result as JSON instead of the report");
    command->add_flag("--traces", m_traces, "With --json: add the life of each task, in nanoseconds")
        ->needs(json);
    command->add_flag("-q,--quiet", m_quiet, "Print errors only")->excludes(json);
    m_color.declare(*command);
    command->footer(
        helpFooter("  weir-cli run\n"
                   "  weir-cli run --project shop.weir --data-dir /tmp/shop --strategy queue\n"
                   "  weir-cli run --json | jq .counts\n",
                   "  0    all rows written\n"
                   "  1    wrong usage\n"
                   "  2    some rows rejected or failed\n"
                   "  3    could not run: bad project, no database could be used, no rows\n"
                   "  130  stopped by SIGINT (Ctrl+C), 143 by SIGTERM: transactions under way were\n"
                   "       finished, and the report says what was not written"));
    return command;
}

int RunCommand::execute(Console &console)
{
    auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    applyTo(project->run);
    int signal = 0;
    const auto run = runTasks(*project, &signal);
    if (!run) {
        console.complain(run.error().sentence);
    } else if (!tell(*run, *project, console)) {
        console.complain(
            QStringLiteral("The run is over, but there is not enough memory to tell what became of its "
                           "rows: look at the tables before you run again."));
        return CouldNotRun;
    }
    if (signal != 0)
        return SignalBase + signal;
    return run ? statusOf(run->result) : CouldNotRun;
}

void RunCommand::applyTo(RunSettings &settings) const
{
    if (!m_strategy.empty())
        strategyFromName(QString::fromStdString(m_strategy), &settings.strategy);
    settings.tasks = m_tasks.value_or(settings.tasks);
    settings.threads = m_threads.value_or(settings.threads);
}

Expected<FinishedRun> RunCommand::runTasks(const Project &project, int *signal) const
{
    std::stop_source stop;
    const SignalWatcher watcher([&stop] { stop.request_stop(); });
    Databases databases(m_dataDirectory.path());
    Runner runner(databases);
    RunRecorder recorder(1);
    auto run = runner.execute(RunPlan::make(project), recorder, stop.get_token());
    *signal = watcher.received();
    return run;
}

/// False: memory has run out.
bool RunCommand::tell(const FinishedRun &run, const Project &project, Console &console) const
{
    try {
        print(run, project, console);
        complainOf(run.result, console);
    } catch (const std::bad_alloc &) {
        return false;
    }
    return true;
}

void RunCommand::print(const FinishedRun &run, const Project &project, Console &console) const
{
    if (m_quiet)
        return;
    if (m_json) {
        console.print(jsonText(resultJson(run, project, m_traces)));
        return;
    }
    const QString report = reportText(run.result);
    console.print(m_color.isOn(console) ? coloredReport(report) : report);
}

void RunCommand::complainOf(const RunResult &result, Console &console) const
{
    QStringList sentences;
    for (const EntityResult &entity : result.entities)
        sentences += entity.error;
    if (!m_quiet)
        sentences += result.notes;
    sentences.removeAll(QString());
    sentences.removeDuplicates();
    for (const QString &sentence : sentences)
        console.complain(sentence);
}

int RunCommand::statusOf(const RunResult &result)
{
    const bool noneUsable = std::all_of(result.entities.begin(), result.entities.end(),
                                        [](const EntityResult &entity) { return !entity.error.isEmpty(); });
    if (noneUsable)
        return CouldNotRun;
    const Counts counts = result.counts();
    return counts.written() == counts.read() ? AllDone : SomeRefused;
}

} // namespace Weir
