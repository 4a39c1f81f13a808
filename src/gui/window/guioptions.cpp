// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/guioptions.h"

#include "db/databases/databases.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace Weir {

GuiOptions GuiOptions::parse(const QStringList &arguments)
{
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption version(QStringList{QStringLiteral("v"), QStringLiteral("version")});
    const QCommandLineOption dataDirectory(QStringLiteral("data-dir"), {}, QStringLiteral("DIRECTORY"));
    QCommandLineParser parser;
    parser.addOptions({help, version, dataDirectory});

    GuiOptions options;
    if (!parser.parse(arguments)) {
        options.action = Action::ShowError;
        options.error = parser.errorText();
    } else if (parser.isSet(help)) {
        options.action = Action::ShowHelp;
    } else if (parser.isSet(version)) {
        options.action = Action::ShowVersion;
    } else if (parser.positionalArguments().size() > 1) {
        options.action = Action::ShowError;
        options.error = QStringLiteral("Only one project can be opened.");
    }
    const QString directory = parser.value(dataDirectory);
    options.dataDirectory =
        directory.isEmpty() ? defaultDataDirectory() : QFileInfo(directory).absoluteFilePath();
    const QString project = parser.positionalArguments().value(0);
    options.project = project.isEmpty() ? QString() : QFileInfo(project).absoluteFilePath();
    return options;
}

// As the command line tools': English, whatever the window speaks.
QString GuiOptions::helpText()
{
    return QStringLiteral("Usage: weir [--data-dir DIRECTORY] [PROJECT.weir]\n"
                          "\n"
                          "Validate rows and insert them into several databases at once.\n"
                          "Without a project, the sample is opened.\n"
                          "\n"
                          "Options:\n"
                          "  --data-dir DIRECTORY  where the databases are (default: %1)\n"
                          "  -v, --version         print the version and leave\n"
                          "  -h, --help            print this help and leave\n"
                          "\n"
                          "weir-cli does the same without a window.\n")
        .arg(defaultDataDirectory());
}

} // namespace Weir
