// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"

namespace Weir {

/// weir-cli project: prints a project in its canonical layout, by default the sample.
class ProjectCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    ProjectOption m_project;
};

} // namespace Weir
