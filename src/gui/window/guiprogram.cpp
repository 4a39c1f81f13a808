// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/guiprogram.h"

#include "core/system/programsetup.h"
#include "gui/services/appsettings.h"
#include "gui/services/nativefiledialogs.h"
#include "gui/services/translator.h"
#include "gui/window/guioptions.h"
#include "gui/window/mainwindow.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <new>

namespace Weir {

namespace {

void print(std::FILE *stream, const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stream);
}

// Qt would abort the program.
bool hasDisplay()
{
    const char *variables[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::any_of(std::begin(variables), std::end(variables),
                       [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); });
}

QStringList argumentList(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

int showWindow(int argc, char **argv, const GuiOptions &options)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("weir"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setDesktopFileName(QStringLiteral("org.weir.Weir"));
    QApplication::setApplicationVersion(QStringLiteral(WEIR_VERSION));

    QSettings store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("weir"),
                    QStringLiteral("weir"));
    AppSettings settings(store);
    Translator translator(Translator::defaultDirectory());
    translator.setLanguage(settings.language());
    Theme theme;
    theme.setMode(settings.themeMode());
    NativeFileDialogs dialogs;
    MainWindow window({settings, theme, translator, dialogs}, options.dataDirectory);
    window.show();
    if (!options.project.isEmpty())
        window.openProject(options.project);
    return QApplication::exec();
}

int run(int argc, char **argv)
{
    const GuiOptions options = GuiOptions::parse(argumentList(argc, argv));
    switch (options.action) {
    case GuiOptions::Action::ShowHelp:
        print(stdout, GuiOptions::helpText());
        return 0;
    case GuiOptions::Action::ShowVersion:
        print(stdout, QStringLiteral("weir %1\n").arg(QStringLiteral(WEIR_VERSION)));
        return 0;
    case GuiOptions::Action::ShowError:
        print(stderr, QStringLiteral("weir: %1\nTry 'weir --help'.\n").arg(options.error));
        return 1;
    case GuiOptions::Action::ShowWindow:
        break;
    }
    if (!hasDisplay()) {
        print(stderr,
              QStringLiteral("weir: there is no display. Start it in a desktop session, or use weir-cli.\n"));
        return 1;
    }
    return showWindow(argc, argv, options);
}

} // namespace

int runGui(int argc, char **argv)
{
    setUpProgram();
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc &) {
        return complainOfMemory();
    }
}

} // namespace Weir
