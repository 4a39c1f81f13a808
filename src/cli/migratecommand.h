// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"

namespace Weir {

class Backend;

/// weir-cli migrate: makes missing databases, tables and columns.
class MigrateCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    bool migrate(Backend &backend, const QList<Entity> &entities, Console &console) const;

    ProjectOption m_project;
    DataDirectoryOption m_dataDirectory;
    bool m_quiet = false;
};

} // namespace Weir
