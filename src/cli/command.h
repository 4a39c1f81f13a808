// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace CLI {
class App;
}

namespace Weir {

class Console;

/// A subcommand. Constructed, declared and executed once.
class Command
{
public:
    Command() = default;
    virtual ~Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;

    /// Adds itself, with its options, to the program's subcommands; its members take the options' values.
    virtual CLI::App *declare(CLI::App &program) = 0;
    /// After parsing. An exit status.
    virtual int execute(Console &console) = 0;
};

} // namespace Weir
