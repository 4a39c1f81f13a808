// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

#include <signal.h>

/// weir-cli as a program of its own.
constexpr int FinishMs = 60000;

inline QString program()
{
    return QStringLiteral(WEIR_BIN_DIR "/weir-cli");
}

/// A shell's command line with $0 the program and $1 a directory.
inline bool runShell(QProcess &process, const char *command, const QString &directory)
{
    process.start(QStringLiteral("/bin/sh"),
                  {QStringLiteral("-c"), QString::fromLatin1(command), program(), directory});
    return process.waitForFinished(FinishMs) && process.exitStatus() == QProcess::NormalExit;
}

/// Two signals at once: whichever is taken first, the other one is the second. Until the program has ended.
inline bool signalTwice(QProcess &process)
{
    const auto pid = static_cast<pid_t>(process.processId());
    return ::kill(pid, SIGSTOP) == 0 && ::kill(pid, SIGINT) == 0 && ::kill(pid, SIGTERM) == 0
        && ::kill(pid, SIGCONT) == 0 && process.waitForFinished(FinishMs);
}
