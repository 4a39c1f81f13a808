// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project.h"

#include <QStringList>

namespace Weir {

/// The database files of a project that lie neither in the folder of its own file nor in the data directory:
/// absolute paths, sorted. Links in these two are followed; nothing outside of them is even looked at. Any
/// thread.
QStringList filesOutside(const Project &project, const QString &projectFile, const QString &dataDirectory);

/// Stands for this project file together with these files: another set is another mark. Any thread.
QString markOfFiles(const QString &projectFile, const QStringList &files);

/// Both of a project that was read from a file.
struct OutsideFiles
{
    QStringList files;
    QString mark; // empty: there are none
};
OutsideFiles lookOutside(const Project &project, const QString &projectFile, const QString &dataDirectory);

} // namespace Weir
