// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/projectcommand.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "core/project/projectfile.h"
#include "core/text/jsontext.h"

#include <CLI/CLI.hpp>

namespace Weir {

CLI::App *ProjectCommand::declare(CLI::App &program)
{
    CLI::App *command = program.add_subcommand(
        "project",
        "Print the sample project, to start one's own from; or a project file in its standard layout.");
    m_project.declare(*command);
    command->footer(helpFooter("  weir-cli project > shop.weir\n"
                               "  weir-cli project --project shop.weir\n",
                               "  0  done\n"
                               "  1  wrong usage\n"
                               "  3  the project cannot be read"));
    return command;
}

int ProjectCommand::execute(Console &console)
{
    const auto project = m_project.load(console);
    if (!project) {
        console.complain(project.error().sentence);
        return CouldNotRun;
    }
    console.print(escapedJson(ProjectFile::serialize(*project).toStdString()));
    return AllDone;
}

} // namespace Weir
