// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/expected.h"
#include "core/project.h"

#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace Weir {

class Console;

/// --project: a file, "-" for standard input, or the sample project.
class ProjectOption
{
public:
    void declare(CLI::App &command);
    Expected<Project> load(Console &console) const;
    bool isGiven() const { return !m_file.empty(); }
    bool isStandardInput() const { return m_file == "-"; }
    /// The file, and those of the project's databases with what belongs to them: nothing else may be written
    /// over them.
    QStringList untouchableFiles(const Project &project, const QString &dataDirectory) const;

private:
    std::string m_file;
};

/// --data-dir: where relative database files are.
class DataDirectoryOption
{
public:
    void declare(CLI::App &command);
    QString path() const;

private:
    std::string m_directory;
};

/// --color auto|always|never.
class ColorOption
{
public:
    void declare(CLI::App &command);
    bool isOn(const Console &console) const;

private:
    std::string m_when = "auto";
};

/// Lets the option take numbers from `lowest` to `highest` only, and say so in few digits.
void checkRange(CLI::Option &option, double lowest, double highest);

/// The end of each command's help: examples and exit status.
std::string helpFooter(const std::string &examples, const std::string &exitStatus);

} // namespace Weir
