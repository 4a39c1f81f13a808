// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"

#include <string>
#include <vector>

namespace Weir {

class LoadList;

/// weir-cli forget: drops loads from the ledgers; their rows stay.
class ForgetCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    bool forget(LoadList &history, const std::string &name, Console &console) const;

    ProjectOption m_project;
    DataDirectoryOption m_dataDirectory;
    std::vector<std::string> m_loads;
    bool m_quiet = false;
};

} // namespace Weir
