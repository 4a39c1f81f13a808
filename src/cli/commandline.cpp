// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/helpformatter.h"
#include "cli/forgetcommand.h"
#include "cli/generatecommand.h"
#include "cli/loadcommand.h"
#include "cli/loadscommand.h"
#include "cli/migratecommand.h"
#include "cli/projectcommand.h"
#include "cli/querycommand.h"
#include "cli/runcommand.h"
#include "cli/undocommand.h"
#include "cli/validatecommand.h"

#include <CLI/CLI.hpp>
#include <memory>

namespace Weir {

namespace {
/// One subcommand and the parser's record of it.
struct Entry
{
    std::unique_ptr<Command> command;
    CLI::App *parsed;
};

std::vector<Entry> declareCommands(CLI::App &program)
{
    std::vector<Entry> entries;
    const auto add = [&](std::unique_ptr<Command> command) {
        CLI::App *parsed = command->declare(program);
        entries.push_back({std::move(command), parsed});
    };
    add(std::make_unique<RunCommand>());
    add(std::make_unique<LoadCommand>());
    add(std::make_unique<LoadsCommand>());
    add(std::make_unique<UndoCommand>());
    add(std::make_unique<ForgetCommand>());
    add(std::make_unique<GenerateCommand>());
    add(std::make_unique<ValidateCommand>());
    add(std::make_unique<MigrateCommand>());
    add(std::make_unique<QueryCommand>());
    add(std::make_unique<ProjectCommand>());
    for (CLI::App *command : program.get_subcommands({}))
        command->group("Commands");
    return entries;
}

void describe(CLI::App &program)
{
    program.name("weir-cli");
    const auto formatter = std::make_shared<HelpFormatter>();
    formatter->label("Positionals", "Arguments");
    formatter->label("Subcommands", "Commands");
    program.formatter(formatter);
    program.set_help_flag("-h,--help", "Print this help and exit");
    program.set_version_flag("-V,--version", "weir-cli " WEIR_VERSION, "Print the version and exit");
    program.footer("'weir-cli COMMAND --help' describes a command, with examples and exit status.\n"
                   "The manual is weir-cli(1).");
}

int usageError(const CLI::App &program, const CLI::ParseError &error, Console &console)
{
    std::string where = "weir-cli";
    for (const CLI::App *command : program.get_subcommands())
        where += ' ' + command->get_name();
    console.explain(std::string("weir-cli: ") + error.what() + "\nTry '" + where + " --help'.\n");
    return UsageError;
}
} // namespace

int runCommandLine(const std::vector<std::string> &arguments, Console &console)
{
    CLI::App program("Validates rows and files and inserts them into several databases at once.");
    describe(program);
    const std::vector<Entry> entries = declareCommands(program);
    if (arguments.empty()) {
        console.explain(program.help());
        return UsageError;
    }
    try {
        program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp &) {
        console.print(program.help());
        return AllDone;
    } catch (const CLI::CallForVersion &version) {
        console.print(std::string(version.what()) + '\n');
        return AllDone;
    } catch (const CLI::ParseError &error) {
        return usageError(program, error, console);
    }
    for (const Entry &entry : entries) {
        if (program.got_subcommand(entry.parsed))
            return entry.command->execute(console);
    }
    return UsageError;
}

} // namespace Weir
