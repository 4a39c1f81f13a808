// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/options.h"

#include "cli/console/console.h"
#include "core/project/projectfile.h"
#include "core/project/projectformat.h"
#include "core/system/outputplace.h"
#include "core/text/numbertext.h"
#include "db/databases/databases.h"

#include <QFile>

#include <CLI/CLI.hpp>

namespace Weir {

namespace {
/// At most one byte more than a project may have, which the parser then refuses.
QByteArray readAll(std::istream &in)
{
    QByteArray text;
    std::array<char, 1 << 16> buffer;
    while (text.size() <= MaximumProjectSize && in.good()) {
        in.read(buffer.data(), buffer.size());
        text.append(buffer.data(), static_cast<qsizetype>(in.gcount()));
    }
    return text.left(MaximumProjectSize + 1);
}
} // namespace

void ProjectOption::declare(CLI::App &command)
{
    command
        .add_option("-p,--project", m_file,
                    "Project file (*.weir), \"-\" for standard input; default: the sample")
        ->type_name("FILE");
}

Expected<Project> ProjectOption::load(Console &console) const
{
    if (m_file.empty())
        return ProjectFile::sample();
    if (isStandardInput())
        return ProjectFile::parse(readAll(console.in()), QStringLiteral("standard input"));
    return ProjectFile::load(QFile::decodeName(m_file.c_str()));
}

QStringList ProjectOption::untouchableFiles(const Project &project, const QString &dataDirectory) const
{
    QStringList files = OutputPlace::standardStreams();
    if (isGiven() && !isStandardInput())
        files += QFile::decodeName(m_file.c_str());
    for (const DatabaseProfile &profile : project.databases) {
        files += Databases::filesOf(dataDirectory, profile);
    }
    return files;
}

void DataDirectoryOption::declare(CLI::App &command)
{
    command
        .add_option("-d,--data-dir", m_directory,
                    "Where the databases are; default: " + defaultDataDirectory().toStdString())
        ->type_name("DIR");
}

QString DataDirectoryOption::path() const
{
    return m_directory.empty() ? defaultDataDirectory() : QFile::decodeName(m_directory.c_str());
}

void ColorOption::declare(CLI::App &command)
{
    command
        .add_option("--color", m_when,
                    "Colour the output: auto (on a terminal, unless NO_COLOR is set), always or never")
        ->check(CLI::IsMember({"auto", "always", "never"}).description(""))
        ->type_name("WHEN");
}

bool ColorOption::isOn(const Console &console) const
{
    return m_when == "always" || (m_when == "auto" && console.isColorful());
}

void checkRange(CLI::Option &option, double lowest, double highest)
{
    option.check([lowest, highest](const std::string &text) {
        const auto number = parseNumber(text);
        if (number && *number >= lowest && *number <= highest)
            return std::string();
        return QStringLiteral("Value %1 not in range %2 to %3")
            .arg(QString::fromStdString(text))
            .arg(lowest)
            .arg(highest)
            .toStdString();
    });
}

std::string helpFooter(const std::string &examples, const std::string &exitStatus)
{
    return "Examples:\n" + examples + "\nExit status:\n" + exitStatus;
}

} // namespace Weir
