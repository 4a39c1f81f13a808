// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/loadplanner.h"
#include "cli/options/loadoptions.h"
#include "cli/options/options.h"
#include "core/system/outputplace.h"
#include "engine/load/values/loadresult.h"

#include <string>
#include <vector>

namespace Weir {

/// weir-cli load: files into the databases of a project.
class LoadCommand : public Command
{
public:
    CLI::App *declare(CLI::App &program) override;
    int execute(Console &console) override;

private:
    void declareOutput(CLI::App &command);
    Expected<void> check() const;
    Expected<LoadSettings> settings() const;
    int preview(const Project &project, const std::vector<DetectedFile> &files, Console &console) const;
    QStringList orderNotes(const Project &project, const std::vector<DetectedFile> &files) const;
    int load(const LoadPlan &plan, Console &console) const;
    Expected<LoadResult> runLoad(const LoadPlan &plan, Console &console, int *signal) const;
    void print(const LoadResult &result, Console &console) const;
    void complainOf(const LoadResult &result, Console &console) const;
    Expected<void> checkReport(const LoadPlan &plan) const;
    OutputPlace reportPlace(const LoadPlan &plan, const LoadResult &result) const;
    bool writeReport(const LoadPlan &plan, const LoadResult &result, Console &console) const;
    static int statusOf(const LoadResult &result);

    ProjectOption m_project;
    DataDirectoryOption m_dataDirectory;
    FormatOptions m_format;
    MappingOptions m_mapping;
    LoadOptions m_options;
    ColorOption m_color;
    std::vector<std::string> m_files;
    std::string m_report;
    bool m_force = false;
    double m_interval = 1;
    bool m_preview = false;
    bool m_json = false;
    bool m_traces = false;
    bool m_quiet = false;
};

} // namespace Weir
