// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace Weir {

class Console;

/// Parses the arguments (UTF-8, without the program's name) and executes the subcommand they name. An exit
/// status.
int runCommandLine(const std::vector<std::string> &arguments, Console &console);

} // namespace Weir
