// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/console/console.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <sstream>

/// One execution of the command line in this process.
struct CliRun
{
    explicit CliRun(const QStringList &arguments, const QByteArray &input = {}, bool colorful = false)
    {
        std::istringstream in(input.toStdString());
        std::ostringstream outStream;
        std::ostringstream errStream;
        Weir::Console console(in, outStream, errStream, colorful);
        std::vector<std::string> words;
        for (const QString &argument : arguments)
            words.push_back(argument.toStdString());
        status = Weir::runCommandLine(words, console);
        out = QString::fromStdString(outStream.str());
        err = QString::fromStdString(errStream.str());
    }

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }

    int status = -1;
    QString out;
    QString err;
};
