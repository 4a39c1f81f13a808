// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/options.h"
#include "engine/run/runner.h"

#include <optional>
#include <string>

namespace Weir {

/// weir-cli run: all tasks of a project once, then the report.
class RunCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    void applyTo(RunSettings &settings) const;
    Expected<FinishedRun> runTasks(const Project &project, int *signal) const;
    bool tell(const FinishedRun &run, const Project &project, Console &console) const;
    void print(const FinishedRun &run, const Project &project, Console &console) const;
    void complainOf(const RunResult &result, Console &console) const;
    static int statusOf(const RunResult &result);

    ProjectOption m_project;
    DataDirectoryOption m_dataDirectory;
    ColorOption m_color;
    std::string m_strategy;
    std::optional<int> m_tasks;
    std::optional<int> m_threads;
    bool m_json = false;
    bool m_traces = false;
    bool m_quiet = false;
};

} // namespace Weir
