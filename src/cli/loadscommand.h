// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"
#include "engine/load/loader.h"

namespace Weir {

/// weir-cli loads: what the ledgers know.
class LoadsCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    void print(const LoadHistory &history, Console &console) const;

    ProjectOption m_project;
    DataDirectoryOption m_dataDirectory;
    bool m_json = false;
};

} // namespace Weir
