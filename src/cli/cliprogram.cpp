// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cliprogram.h"

#include "cli/commandline.h"
#include "cli/console/console.h"
#include "cli/console/exitstatus.h"
#include "cli/console/fdstreambuf.h"
#include "core/system/programsetup.h"

#include <QCoreApplication>

#include <cerrno>
#include <clocale>
#include <cstring>
#include <fcntl.h>
#include <iostream>
#include <langinfo.h>
#include <new>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace Weir {

namespace {
/// Qt warns in other locales, and the report's signs need it. The texts are English in all of them.
void useUtf8Locale()
{
    if (!std::setlocale(LC_ALL, "") || std::strcmp(::nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// A database must not be opened as descriptor 1 or 2, and then be written to as if it were the terminal.
void openStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF && ::open("/dev/null", O_RDWR) != descriptor)
            return;
    }
}

/// 0: standard error is no terminal, or one that cannot be drawn on.
int errorColumns()
{
    constexpr int Usual = 80; // for terminals that do not know their size
    const QByteArray term = qgetenv("TERM");
    struct winsize size = {};
    if (term.isEmpty() || term == "dumb" || ::isatty(STDERR_FILENO) != 1)
        return 0;
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : Usual;
}

int runOn(std::ostream &out, std::ostream &err, const std::vector<std::string> &arguments)
{
    const bool terminal = ::isatty(STDOUT_FILENO) == 1;
    const bool colorful = wantsColor(terminal, qgetenv("NO_COLOR"), qgetenv("TERM"));
    Console console(std::cin, out, err, colorful, errorColumns, terminal);
    const int status = runCommandLine(arguments, console);
    out.flush();
    return status;
}

int run(int argc, char **argv)
{
    openStandardDescriptors();
    useUtf8Locale();
    // A reader that went away must not end a run half-way.
    ::signal(SIGPIPE, SIG_IGN);
    // GLib, of which Qt would make an event loop for each thread, ends a process that gets no memory.
    qputenv("QT_NO_GLIB", "1");
    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("weir-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WEIR_VERSION));

    FdStreambuf outBuffer(STDOUT_FILENO);
    FdStreambuf errBuffer(STDERR_FILENO);
    std::ostream out(&outBuffer);
    std::ostream err(&errBuffer);
    const int status = runOn(out, err, arguments);
    if (outBuffer.error() == 0 || outBuffer.error() == EPIPE)
        return status;
    err << "weir-cli: The output could not be written: " << std::strerror(outBuffer.error()) << std::endl;
    return CouldNotRun;
}
} // namespace

int runCli(int argc, char **argv)
{
    setUpProgram();
    try {
        return run(argc, argv);
    } catch (const std::bad_alloc &) {
        return complainOfMemory();
    }
}

} // namespace Weir
