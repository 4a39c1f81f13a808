// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"
#include "engine/load/loader.h"

#include <string>

namespace Weir {

class LoadList;

/// weir-cli undo: removes the rows that a load inserted.
class UndoCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    int undo(LoadList &history, const RecordedLoad &known, Console &console) const;
    void print(const UndoResult &result, const RecordedLoad &known, Console &console) const;

    ProjectOption m_project;
    DataDirectoryOption m_dataDirectory;
    std::string m_load;
    bool m_json = false;
    bool m_quiet = false;
};

} // namespace Weir
