// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/forgetcommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/loadlist.h"
#include "core/text/printabletext.h"

#include <CLI/CLI.hpp>

namespace Weir {

CLI::App *ForgetCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "forget",
        "Drop loads from the ledgers of their databases. Their rows stay; such a load can no longer be "
        "resumed, recognised or undone.");
    command->add_option("LOADS", m_loads, "The beginnings of their ids as in 'weir-cli loads', or \"last\"")
        ->required()
        ->type_name("");
    m_project.declare(*command);
    m_dataDirectory.declare(*command);
    command->add_flag("-q,--quiet", m_quiet, "Print errors only");
    command->footer(helpFooter("  weir-cli forget 3f9c21d0 a07be11c\n",
                               "  0  all forgotten\n"
                               "  1  wrong usage\n"
                               "  3  no such load, or project or database cannot be used"));
    return command;
}

int ForgetCommand::execute(Console &console)
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
    bool all = true;
    for (const std::string &name : m_loads)
        all = forget(history, name, console) && all;
    return all ? AllDone : CouldNotRun;
}

bool ForgetCommand::forget(LoadList &history, const std::string &name, Console &console) const
{
    const auto known = history.find(QString::fromStdString(name));
    const auto done = known.and_then([&history](const RecordedLoad &found) {
        return history.loader().forget(history.project(), found.load.id);
    });
    if (!done) {
        console.complain(done.error().sentence);
        return false;
    }
    if (!m_quiet) {
        console.print(QStringLiteral("Forgotten: %1, %2\n")
                          .arg(shortLoadId(known->load.id), printableText(known->load.file)));
    }
    return true;
}

} // namespace Weir
