// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/formatoptions.h"
#include "cli/options/mappingoptions.h"
#include "core/csv/csvdetector.h"
#include "engine/load/values/loadplan.h"

#include <string>
#include <vector>

namespace Weir {

/// A file of a load, with what it looks like.
struct DetectedFile
{
    SourceFile file;
    CsvDetection detection;
};

/// From the files that a command line names ("users=people.csv", "orders.csv.gz", "-") to what is to be done
/// with them. Reads the beginning of each file, writes nothing.
class LoadPlanner
{
public:
    LoadPlanner(const Project &project, const FormatOptions &format, const MappingOptions &mapping)
        : m_project(project)
        , m_format(format)
        , m_mapping(mapping)
    {}

    /// Without settling whether the columns suit the entities: see ColumnMapping::check().
    Expected<std::vector<DetectedFile>> plan(const std::vector<std::string> &arguments) const;

private:
    struct Argument
    {
        int entity = -1; // index; -1: not named
        QString path;
    };

    Expected<Argument> parse(const std::string &text) const;
    Expected<DetectedFile> look(const Argument &argument) const;
    Expected<CsvDetection> detect(const Argument &argument) const;
    Expected<void> check(const std::vector<DetectedFile> &files) const;
    QString entityNames() const;

    const Project &m_project;
    const FormatOptions &m_format;
    const MappingOptions &m_mapping;
};

} // namespace Weir
