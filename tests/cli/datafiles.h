// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/clirun.h"
#include "cli/console/outputfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

/// Files in a directory of their own, with databases of the sample project in "data".
class DataFiles
{
public:
    QString path(const char *name) const { return m_directory.filePath(QString::fromLatin1(name)); }
    bool exists(const char *name) const { return QFile::exists(path(name)); }

    /// Its path; directories are made. Empty when that failed.
    QString write(const char *name, const QByteArray &text) const
    {
        QFile file(path(name));
        const bool done = QDir().mkpath(QFileInfo(path(name)).path()) && file.open(QIODevice::WriteOnly)
            && file.write(text) == text.size();
        return done ? path(name) : QString();
    }
    QString writeGzip(const char *name, const QByteArray &text) const
    {
        Weir::OutputFile file(path(name), true);
        const auto done = file.open()
                              .and_then([&] {
                                  return file.write({text.constData(), size_t(text.size())});
                              })
                              .and_then([&] { return file.commit(); });
        return done ? path(name) : QString();
    }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// The result's rows as comma-separated values, without the header.
    QString query(const char *database, const QString &sql) const
    {
        const CliRun run({QStringLiteral("query"), QStringLiteral("-d"), path("data"),
                          QString::fromLatin1(database), sql, QStringLiteral("--csv")});
        return run.status == 0 ? run.out.section(u'\n', 1) : run.err;
    }

private:
    QTemporaryDir m_directory;
};
